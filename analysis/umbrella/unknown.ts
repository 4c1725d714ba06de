import type { Group } from './groups.ts';
import type { Indicator, Part } from './indicator.ts';
import type { Stratum } from './strata.ts';
import { stratumWords, texts } from './words/all.ts';

/** The records that would show it were never asked for: the part says so and counts nothing, either way. */
export function unknownPart(indicator: Indicator, group: Group, stratum: Stratum): Part {
  return {
    id: indicator.id,
    family: indicator.family,
    groupId: group.id,
    observed: null,
    expected: null,
    stratum: stratumWords(stratum, null),
    n: 0,
    logLr: 0,
    z: null,
    coverage: null,
    evidence: [],
    innocent: [],
    text: texts.unknown(indicator.id),
  };
}
