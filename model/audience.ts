/** Who reads: the first parameter of every read of every port and service. */
export interface Audience {
  /** Compartments held, sorted, always with `general`. */
  readonly compartments: readonly string[];
  /** Approvals whose rows nobody may read any more (ended, not yet erased), sorted. */
  readonly endedApprovals: readonly string[];
}

export const general = 'general';
export const informantsCompartment = 'informants';

export function audienceOf(compartments: Iterable<string>, endedApprovals: Iterable<string> = []): Audience {
  return {
    compartments: [...new Set([general, ...compartments])].sort(compareText),
    endedApprovals: [...new Set(endedApprovals)].sort(compareText),
  };
}

export function maySee(audience: Audience, item: { compartment: string; approval?: string | null }): boolean {
  if (!audience.compartments.includes(item.compartment)) return false;
  return item.approval === undefined || item.approval === null || !audience.endedApprovals.includes(item.approval);
}

/** A screen is always computed without the informants' compartment, whoever asks (detection: informants cannot be inferred). */
export const withoutInformants = (audience: Audience): Audience => ({
  ...audience,
  compartments: audience.compartments.filter((name) => name !== informantsCompartment),
});

/** Names the audience for keys of stored results: equal audiences, equal text. */
export const audienceKey = (audience: Audience): string =>
  JSON.stringify([audience.compartments, audience.endedApprovals]);

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
