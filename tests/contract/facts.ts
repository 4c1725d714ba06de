import { describe } from 'vitest';
import { erasing } from './factsErasing.ts';
import { equalToReference } from './factsReference.ts';
import { searching } from './factsSearching.ts';
import type { Open } from './factsStore.ts';
import { ties } from './factsTies.ts';
import { visibility } from './factsVisibility.ts';
import { writing } from './factsWriting.ts';

export interface ContractOptions {
  /** Random worlds a property looks at: fewer where opening a store takes long. */
  readonly worlds?: number;
}

/** What every adapter of the facts port has to do: run over each by `facts.<adapter>.test.ts`. */
export function factsContract(name: string, open: Open, { worlds = 40 }: ContractOptions = {}): void {
  describe(`facts: ${name}`, () => {
    writing(open);
    visibility(open);
    ties(open);
    searching(open);
    erasing(open);
    equalToReference(open, worlds);
  });
}
