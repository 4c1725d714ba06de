import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDuckdbEvents, type DuckdbEventsOptions } from '../../../../api/events/duckdb/createDuckdbEvents.ts';
import type { EventEngine } from '../../../../api/events/events.ts';

/** Runs a case over a folder of its own, with an engine on it. */
export const withEvents =
  (run: (engine: EventEngine, folder: string) => Promise<void>, options: Partial<DuckdbEventsOptions> = {}) =>
  async (): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'powang-events-'));
    const engine = await createDuckdbEvents({ folder, ...options });
    try {
      await run(engine, folder);
    } finally {
      await engine.close();
      await rm(folder, { recursive: true });
    }
  };
