import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteFacts } from '../../api/facts/sqlite/open.ts';
import { factsContract } from './facts.ts';

factsContract('sqlite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'facts-'));
  const facts = openSqliteFacts(join(folder, 'facts.sqlite'));
  return {
    facts,
    cleanup: async () => {
      await facts.close();
      await rm(folder, { recursive: true });
    },
  };
});
