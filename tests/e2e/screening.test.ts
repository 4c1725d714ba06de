import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { counts, type ImportSaid, nothing } from './bundles.ts';
import { createClient, redeem, signedIn } from './client.ts';
import { powang, said, serve, temporaryFolder } from './processes.ts';

/** From nothing to a screening list whose every number opens: the command line from end to end, then the same over HTTP. */
const folder = temporaryFolder();
const data = join(folder, 'data');

interface ScreenSaid {
  readonly id?: string;
  readonly dataVersion: string;
  readonly officials: readonly {
    officialId: string;
    rank: number;
    level: string;
    p: number | null;
    q: number | null;
    indicators: readonly { id: string; evidence: readonly string[]; text: { zh: string; en: string } }[];
    exculpatory: readonly { evidence: readonly string[] }[];
  }[];
}

const generate = (name: string) =>
  powang('generate', 'county', '--seed', '7', '--people', '1000', '--umbrellas', '3', '--out', join(folder, name));
const digestOf = (name: string): string[] =>
  readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(csv|json)$/.test(path))
    .sort()
    .map(
      (path) =>
        `${path} ${createHash('sha256')
          .update(readFileSync(join(folder, name, path)))
          .digest('hex')}`,
    );

describe('from a file to a screening list', () => {
  let screen: ScreenSaid;

  it('the same seed gives the same bytes', async () => {
    const [one, two] = await Promise.all([generate('one'), generate('two')]);
    expect([one.code, two.code]).toEqual([0, 0]);
    const files = digestOf('one');
    expect(files.length).toBeGreaterThan(20);
    expect(digestOf('two')).toEqual(files);
    expect(Object.keys(said<{ rows: object }>(one).rows)).toContain('calls');
  });

  it('imports all of it, and a second time nothing new', async () => {
    const first = await powang('import', join(folder, 'one', 'bundle'), '--data', data);
    expect(first.code).toBe(0);
    const report = said<ImportSaid>(first);
    expect(report.rejected).toBe(0);
    for (const file of report.files) expect(file).toMatchObject({ accepted: file.rows, rejected: 0 });
    expect(report.entities).toBeGreaterThan(2_000);
    expect(report.events).toBeGreaterThan(5_000);

    const second = await powang('import', join(folder, 'two', 'bundle'), '--data', data);
    expect(second.code).toBe(0);
    expect(counts(said(second))).toEqual(nothing);
  });

  it('screens: JSON alone on standard output, every official in order of rank, no level above watch, no percentage', async () => {
    const ran = await powang('screen', '--data', data, '--purpose', 'review:test');
    expect(ran.code).toBe(0);
    screen = said(ran);
    const ranks = screen.officials.map(({ rank }) => rank);
    expect(ranks.length).toBeGreaterThan(50);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks[0]).toBe(1);
    for (const { level, p, q } of screen.officials)
      expect({ level: ['none', 'watch'].includes(level), p, q }).toEqual({ level: true, p: null, q: null });
    const words = screen.officials.flatMap(({ indicators }) => indicators.flatMap(({ text }) => [text.zh, text.en]));
    expect(words.length).toBeGreaterThan(0);
    for (const text of words) expect(text).not.toMatch(/[%％]/);
  });

  it('every piece of evidence of the first official opens over HTTP, for an account whose link works once', async () => {
    const served = await serve(data);
    const { client, link } = await signedIn(served, data, 'inspector-lu', 'inspector,analyst');
    expect((await redeem(served.origin, link)).status).toBe(401);
    expect((await createClient(served.origin).get('entities?q=a')).status).toBe(401);
    expect((await createClient(served.origin, 'no-such-token').get('entities?q=a')).status).toBe(401);

    const [first] = screen.officials;
    const evidence = [...first!.indicators, ...first!.exculpatory].flatMap((part) => part.evidence);
    expect(evidence.some((id) => id.startsWith('a_'))).toBe(true);
    for (const id of new Set(evidence)) {
      const opened = await client.get<{ id?: string; items?: unknown[] }>(
        id.startsWith('q_') ? `events/${id}` : `assertions/${id}`,
      );
      expect([id, opened.status]).toEqual([id, 200]);
      if (id.startsWith('q_')) expect(opened.body.items!.length).toBeGreaterThan(0);
      else expect(opened.body.id).toBe(id);
    }

    // The same question over HTTP is the same answer, and the same run the second time.
    const job = await client.work('screens', {});
    expect(job.state).toBe('done');
    const answered = await client.get<ScreenSaid>(job.result!);
    expect(answered.body.officials).toEqual(screen.officials);
    expect((await client.work('screens', {})).result).toBe(job.result);
    expect((await served.stop()).code).toBe(0);
  });
});
