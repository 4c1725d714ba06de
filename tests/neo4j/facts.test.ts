import { describe } from 'vitest';
import { factsContract } from '../contract/facts.ts';
import { openEmptied, runs, skipped } from './store.ts';

describe.skipIf(skipped)('on a real server', () => {
  factsContract('neo4j', openEmptied, { worlds: Math.ceil(runs / 2) });
});
