import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createClock } from '../../../api/clock.ts';
import { readEnvironment } from '../../../api/environment.ts';
import { ok, stream } from '../../../api/http/answers.ts';
import { defineOpenRoute } from '../../../api/http/route.ts';
import { openSqliteLedger } from '../../../api/ledger/sqlite/open.ts';
import { startServer } from '../../../api/server.ts';
import { audienceOf } from '../../../model/audience.ts';
import { write } from '../ledger/fixture.ts';
import { freshServer, problem } from './fixture.ts';

describe('the server', () => {
  it('listens, hands out a link that works, and closes under open connections', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'powang-serving-'));
    const ledger = openSqliteLedger(join(folder, 'ledger.sqlite'));
    onTestFinished(() => {
      ledger.close();
      rmSync(folder, { recursive: true });
    });
    const server = await startServer({
      ledger,
      visible: async () => new Set(),
      clock: createClock('Asia/Shanghai'),
      log: pino({ enabled: false }),
      host: '127.0.0.1',
      port: 0,
      viewerFolder: null,
      graceMs: 50,
    });
    const link = server.demonstrationLink([]);
    const session = await fetch(`${server.origin}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ link }),
    });
    expect(session.status).toBe(201);
    await server.close();
    await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow();
  });
  it('reads its environment, and refuses what it cannot mean', () => {
    expect(readEnvironment({})).toEqual({
      dataFolder: './data',
      host: '127.0.0.1',
      port: 3000,
      timeZone: 'Asia/Shanghai',
      logLevel: 'info',
    });
    for (const wrong of [
      { POWANG_PORT: '99999' },
      { POWANG_PORT: 'x' },
      { POWANG_TZ: 'Mars/Base' },
      { POWANG_LOG: 'loud' },
    ]) {
      expect(() => readEnvironment(wrong)).toThrow();
    }
  });
  it('knows what day it is where the office is', () => {
    expect(createClock('Asia/Shanghai', () => new Date('2024-05-01T16:00:00Z')).today()).toBe('2024-05-02');
    expect(createClock('UTC', () => new Date('2024-05-01T16:00:00Z')).today()).toBe('2024-05-01');
  });
});

describe('uploads and downloads', () => {
  const bytes = defineOpenRoute({
    method: 'post',
    path: '/bytes',
    summary: { zh: '字节', en: 'Bytes' },
    tags: ['imports'],
    upload: { types: ['text/csv', 'application/zip'], limitBytes: 10 },
    responses: { 200: z.strictObject({ bytes: z.int() }) },
    async handler({ upload }) {
      let seen = 0;
      for await (const chunk of upload) seen += chunk.length;
      return ok({ bytes: seen });
    },
  });
  const rows = defineOpenRoute({
    method: 'get',
    path: '/rows.csv',
    summary: { zh: '行', en: 'Rows' },
    tags: ['explore'],
    responses: { 200: 'text/csv' },
    handler: () =>
      stream('text/csv; charset=utf-8', async (out) => {
        out.write('a,b\n');
        out.write('1,2\n');
      }),
  });

  it('count real bytes, whatever the headers say', async () => {
    const { ask, origin } = await freshServer({ routes: [bytes, rows] });
    const csv = { 'Content-Type': 'text/csv' };
    expect(await (await ask('bytes', { method: 'POST', body: 'a,b\n1,2\n', headers: csv })).json()).toEqual({
      bytes: 8,
    });
    expect((await ask('bytes', { method: 'POST', body: 'x'.repeat(11), headers: csv })).status).toBe(413);
    expect((await ask('bytes', { method: 'POST', body: 'x', headers: { 'Content-Type': 'image/png' } })).status).toBe(
      415,
    );
    const chunks = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 3; i++) controller.enqueue(new TextEncoder().encode('12345'));
        controller.close();
      },
    });
    const streamed: RequestInit & { duplex: 'half' } = { method: 'POST', headers: csv, body: chunks, duplex: 'half' };
    const chunked = await fetch(`${origin}/api/v1/bytes`, streamed);
    expect((await problem(chunked)).code).toBe('too_large');
    expect(await (await ask('rows.csv')).text()).toBe('a,b\n1,2\n');
  });
});

describe('batches', () => {
  it('show each reader his own counts, and are not there where he sees nothing', async () => {
    const server = await freshServer();
    const [maker, reader] = [
      await server.as(['investigator'], { compartments: ['sealed'] }),
      await server.as(['inspector']),
    ];
    const counted = (digest: string, entities: number) => ({ entities, ties: 0, events: 0, digest });
    const open = write(server.ledger, { general: counted('a', 2), sealed: counted('b', 3) }, { user: maker.id });
    const secret = write(server.ledger, { sealed: counted('c', 4) }, { user: maker.id });
    expect(await (await maker.ask(`imports/${open}`)).json()).toMatchObject({
      entities: 5,
      rejected: 2,
      report: { files: [{ file: 'calls.csv' }] },
    });
    expect(await (await reader.ask(`imports/${open}`)).json()).toMatchObject({
      entities: 2,
      rejected: null,
      report: null,
    });
    expect((await reader.ask(`imports/${secret}`)).status).toBe(404);
    const first = await (await maker.ask('imports?limit=1')).json();
    expect(first.items.map(({ batch }: { batch: string }) => batch)).toEqual([secret]);
    expect(await (await maker.ask(`imports?limit=1&cursor=${first.nextCursor}`)).json()).toMatchObject({
      items: [{ batch: open }],
      complete: true,
    });
    expect((await (await reader.ask('imports')).json()).dataVersion).toBe(
      server.ledger.batches.dataVersion(audienceOf([])),
    );
  });
});
