import type { Audience } from '../../../model/audience.ts';
import { type Clocks, clockDays } from '../../../model/clocks.ts';
import type { Words } from './words.ts';

/** What a reader may see, as the parameters that the conditions below name. */
export interface Sight {
  readonly held: {
    /** JSON lists of word numbers. */
    readonly compartments: string;
    readonly ended: string;
  };
  readonly known: Sight['held'] & { readonly known: number };
  readonly speaking: Sight['known'] & { readonly window: 0 | 1; readonly edge: number; readonly to: number };
}

export function sightOf(words: Words, audience: Audience, clocks: Clocks): Sight {
  const days = clockDays(clocks);
  const held = heldBy(words, audience);
  const known = { ...held, known: days.knownTo };
  const window = days.trueFrom === null ? 0 : 1;
  return { held, known, speaking: { ...known, window, edge: days.trueFrom ?? days.trueTo, to: days.trueTo } };
}

export const heldBy = (words: Words, audience: Audience): Sight['held'] => ({
  compartments: words.list(audience.compartments),
  ended: words.list(audience.endedApprovals),
});

const inCompartments = 'IN (SELECT value FROM json_each($compartments))';

/** Conditions on an assertion `a` and its provenance `p`; each list is read once a statement. Approval 0 is none. */
export const heldCondition = `p.compartment ${inCompartments} AND p.approval NOT IN (SELECT value FROM json_each($ended))`;
export const knownCondition = `${heldCondition} AND p.known_day <= $known`;
/** Of a retraction, objection or judgement `r`. */
export const rulingHeld = `r.compartment ${inCompartments}`;
export const rulingKnown = `${rulingHeld} AND r.known_day <= $known`;
/** model/merge.ts `speaks`, on the days that `validityOf` gave when it was stored. */
export const speaksCondition = `${knownCondition}
  AND a.from_day <= $to AND CASE $window WHEN 1 THEN a.to_for_window ELSE a.to_for_day END >= $edge
  AND NOT EXISTS (SELECT 1 FROM retractions r WHERE r.assertion = a.id AND ${rulingKnown})`;
