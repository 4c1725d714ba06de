import type { Screen, ScreenedOfficial } from '../../client/screens.ts';

/** A run names its officials and gangs beside their ids. */
export function nameIn(screen: Screen, id: string): string {
  const gang = screen.gangs.find((one) => one.gangId === id);
  return screen.names[id]?.caption ?? gang?.name ?? `…${id.slice(-4)}`;
}
export const officialName = (screen: Screen, official: ScreenedOfficial): string =>
  official.name || nameIn(screen, official.officialId);
