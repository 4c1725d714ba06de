/** What an empty store opens with: one generated county and the three stories that the README walks through. */
import { generateCounty } from './county/generate.ts';
import type { County } from './county/tables.ts';
import { mergeCounties } from './merge.ts';
import { storyLoanRing } from './stories/loanring.ts';
import { storySandPit } from './stories/sandpit.ts';
import { storyTownship } from './stories/township.ts';

export const DEMONSTRATION_SEED = 7;

export const demonstration = (): County =>
  mergeCounties(generateCounty({ seed: DEMONSTRATION_SEED }), storyTownship(), storySandPit(), storyLoanRing());
