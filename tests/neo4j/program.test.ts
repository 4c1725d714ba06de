import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleOf, counts, type ImportSaid, stories } from '../e2e/bundles.ts';
import { type Ran, said, startPowang, temporaryFolder } from '../e2e/processes.ts';
import { emptied, settings, skipped } from './store.ts';

/** The program as it is started, once with each store: the same bundle, the same answers. */
const folder = temporaryFolder();
const places = {
  sqlite: { data: join(folder, 'sqlite'), environment: {} },
  neo4j: {
    data: join(folder, 'neo4j'),
    environment: { NEO4J_URI: settings.uri, NEO4J_USER: settings.user, NEO4J_PASSWORD: settings.password },
  },
} as const;
type Place = keyof typeof places;

const powang = (place: Place, ...args: string[]): Promise<Ran> =>
  startPowang([...args, '--data', places[place].data], { environment: places[place].environment }).ended;

interface Examined {
  readonly healthy: boolean;
  readonly findings: readonly { readonly check: string; readonly detail: string }[];
}
const finding = ({ findings }: Examined, check: string) => findings.find((one) => one.check === check)?.detail;

describe.skipIf(skipped)('the program on Neo4j', () => {
  it('imports, examines and answers as on SQLite', async () => {
    await emptied();
    const bundle = await bundleOf(stories(), join(folder, 'in'));
    const answers: Record<string, unknown[]> = {};
    for (const place of ['sqlite', 'neo4j'] as const) {
      const imported = await powang(place, 'import', bundle, '--out', join(folder, 'rejected.csv'));
      expect([place, imported.code, imported.stderr]).toEqual([place, 0, expect.any(String)]);
      const examined = said<Examined>(await powang(place, 'doctor'));
      expect([place, examined.healthy]).toEqual([place, true]);
      expect(finding(examined, 'store')).toContain(place === 'neo4j' ? settings.uri : 'facts.sqlite');
      const clocks = ['--true-at', '2025-06-01', '--known-at', '2030-01-01'];
      const ranked = await powang(place, 'rank', '--measure', 'degree', ...clocks);
      const linked = await powang(place, 'links', ...clocks);
      expect([place, ranked.code, linked.code]).toEqual([place, 0, 0]);
      // With dataVersion: it holds neither clock nor chance.
      answers[place] = [counts(said<ImportSaid>(imported)), finding(examined, 'counts'), ranked.stdout, linked.stdout];
    }
    expect(answers.neo4j).toEqual(answers.sqlite);
  });

  it('says that Neo4j is away, and does not fail otherwise', async () => {
    const ran = await startPowang(['doctor', '--data', places.neo4j.data], {
      environment: { ...places.neo4j.environment, NEO4J_URI: 'bolt://127.0.0.1:1' },
    }).ended;
    expect([ran.code, ran.stderr]).toEqual([1, 'powang: store_unavailable: Neo4j cannot be reached\n']);
  });
});
