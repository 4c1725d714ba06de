import { compartmentOfApproval } from './basis/approvalId.ts';
import { general, informantsCompartment } from './compartments.ts';

export { general, informantsCompartment };

/** Who reads: the first parameter of every read of every port and service. */
export interface Audience {
  /** Compartments held, sorted, always with `general`. */
  readonly compartments: readonly string[];
  /** Approvals whose rows nobody may read any more (ended, not yet erased), sorted; of papers that the reader may see alone: no
   * row of his rests on another, and that one of those has ended must not tell two of his questions apart. */
  readonly endedApprovals: readonly string[];
}

export function audienceOf(compartments: Iterable<string>, endedApprovals: Iterable<string> = []): Audience {
  const held = new Set([general, ...compartments]);
  const ended = [...new Set(endedApprovals)].filter((id) => held.has(compartmentOfApproval(id)));
  return { compartments: [...held].sort(compareText), endedApprovals: ended.sort(compareText) };
}

export function maySee(audience: Audience, item: { compartment: string; approval?: string | null }): boolean {
  if (!audience.compartments.includes(item.compartment)) return false;
  return item.approval === undefined || item.approval === null || !audience.endedApprovals.includes(item.approval);
}

/** A screen is always computed without the informants' compartment, whoever asks (detection: informants cannot be inferred). */
export const withoutInformants = (audience: Audience): Audience =>
  audienceOf(
    audience.compartments.filter((name) => name !== informantsCompartment),
    audience.endedApprovals,
  );

/** Names the audience for keys of stored results: equal audiences, equal text. */
export const audienceKey = (audience: Audience): string =>
  JSON.stringify([audience.compartments, audience.endedApprovals]);
/** The compartments of an audience by its key, whatever was put behind it: their names hold neither quote nor bracket. */
export function compartmentsOfKey(key: string): readonly string[] {
  const names: readonly string[] = JSON.parse(key.slice(1, key.indexOf(']') + 1)); // as `audienceKey` wrote them
  return names;
}

/** Order by code points: the same in both stores and in every locale. Units compare like code points but for surrogates, which
 * stand for what comes after U+FFFF. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return aboveSurrogates(left) - aboveSurrogates(right);
  }
  return a.length - b.length;
}

const aboveSurrogates = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
