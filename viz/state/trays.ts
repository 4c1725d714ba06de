import { create } from 'zustand';

/** The two sets of a path question. In memory only. */
export type TrayName = 'a' | 'b';
interface Trays {
  readonly a: readonly string[];
  readonly b: readonly string[];
  put(tray: TrayName, ids: readonly string[]): void;
  take(tray: TrayName, id: string): void;
  clear(tray: TrayName): void;
}

export const useTrays = create<Trays>()((set) => ({
  a: [],
  b: [],
  put: (tray, ids) => set((state) => ({ [tray]: [...new Set([...state[tray], ...ids])] })),
  take: (tray, id) => set((state) => ({ [tray]: state[tray].filter((held) => held !== id) })),
  clear: (tray) => set({ [tray]: [] }),
}));
