import { createContext } from '../../../analysis/umbrella/context.ts';
import type { ScreenFacts } from '../../../analysis/umbrella/facts.ts';
import { chooseGroups } from '../../../analysis/umbrella/groups.ts';
import type { Indicator, Part } from '../../../analysis/umbrella/indicator.ts';

/** What one indicator says of one official and the first group. */
export function partOf(indicator: Indicator, facts: ScreenFacts, officialId: string): Part | null {
  const groups = chooseGroups(facts, {});
  const context = createContext(facts, groups);
  return indicator.prepare(context)(context.officials.get(officialId)!, groups[0]!);
}
