import { describe } from 'vitest';
import { aggregates } from './eventsAggregates.ts';
import { audiences } from './eventsAudience.ts';
import { behind } from './eventsBehind.ts';
import { cancelling } from './eventsCancelling.ts';
import { erasing } from './eventsErasing.ts';
import { foldOfBatch } from './eventsFoldBatch.ts';
import { folds } from './eventsFolds.ts';
import { properties } from './eventsProperties.ts';
import { putting } from './eventsPutting.ts';
import type { OpenEvents } from './eventsStore.ts';

/** What every engine of events has to do: run over each by `events.<engine>.test.ts`. */
export function eventsContract(name: string, open: OpenEvents): void {
  describe(`events: ${name}`, () => {
    folds(open);
    behind(open);
    aggregates(open);
    audiences(open);
    putting(open);
    foldOfBatch(open);
    erasing(open);
    cancelling(open);
    properties(open);
  });
}
