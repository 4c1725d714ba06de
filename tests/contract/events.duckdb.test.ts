import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDuckdbEvents } from '../../api/events/duckdb/createDuckdbEvents.ts';
import { eventsContract } from './events.ts';

eventsContract('DuckDB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'powang-events-'));
  const engine = await createDuckdbEvents({ folder });
  return {
    engine,
    end: async () => {
      await engine.close();
      await rm(folder, { recursive: true });
    },
  };
});
