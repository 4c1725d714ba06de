import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok } from '../../../api/http/answers.ts';
import { defineOpenRoute, defineRoute } from '../../../api/http/route.ts';
import { whoMay } from '../../../api/services/access/whoMay.ts';
import { NotFound } from '../../../model/errors.ts';
import { freshServer, problem } from './fixture.ts';

const things = [
  defineRoute({
    method: 'get',
    path: '/things/:id',
    summary: { zh: '一物', en: 'A thing' },
    tags: ['explore'],
    roles: whoMay.explore,
    data: true,
    params: { id: z.string().length(3) },
    query: { limit: z.string().optional() },
    responses: { 200: z.strictObject({ id: z.string(), purpose: z.string().nullable() }) },
    handler({ params, viewer }) {
      if (params.id === 'bad') throw new Error('secret text');
      if (params.id !== 'one') throw new NotFound();
      return ok({ id: params.id, purpose: viewer.purpose });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/things',
    summary: { zh: '新物', en: 'New thing' },
    tags: ['explore'],
    roles: whoMay.write,
    data: true,
    stores: true,
    body: z.strictObject({
      name: z.string().max(5),
      inner: z.strictObject({ n: z.int() }).optional(),
      free: z.json().optional(),
    }),
    responses: { 200: z.strictObject({ made: z.number() }) },
    handler: () => ok({ made: ++made }),
  }),
];
let made = 0;

describe('problems', () => {
  it('are told in both languages, with a code and a request id', async () => {
    const { ask } = await freshServer();
    const response = await ask('nothing', { headers: { 'Accept-Language': 'zh-CN,en;q=0.5' } });
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'urn:powang:problem:not_found',
      title: '没有找到',
      status: 404,
      detail: '这里没有这一项。',
      code: 'not_found',
      requestId: response.headers.get('x-request-id'),
      errors: [],
    });
    expect((await problem(await ask('nothing'))).title).toBe('Not found');
  });
  it('answer a missing and a forbidden thing alike', async () => {
    const server = await freshServer({ routes: things });
    const reader = await server.as(['inspector']);
    const [missing, impossible] = await Promise.all(
      ['two', 'not-an-id'].map(async (id) => {
        const { requestId: _id, ...rest } = JSON.parse(await (await reader.ask(`things/${id}`)).text());
        return rest;
      }),
    );
    expect(missing).toEqual(impossible);
  });
  it('never tell what an unforeseen error says', async () => {
    const server = await freshServer({ routes: things });
    const reader = await server.as(['inspector']);
    const response = await reader.ask('things/bad');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(server.audited().at(-1)).toMatchObject({ outcome: 'failed', detail: { status: 500, code: 'internal' } });
  });
  it('name the methods a known path takes', async () => {
    const { ask } = await freshServer({ routes: things });
    const response = await ask('things/one', { method: 'DELETE' });
    expect([response.status, response.headers.get('allow'), (await problem(response)).code]).toEqual([
      405,
      'GET, HEAD',
      'method_not_allowed',
    ]);
    expect((await ask('session', { method: 'OPTIONS' })).status).toBe(405);
  });
  it('say what is not HTTP, and what is no path', async () => {
    const { origin, ask } = await freshServer();
    expect((await problem(await ask('boards/%zz'))).code).toBe('invalid_input');
    const answer = await new Promise<string>((done) => {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write('what?\r\n\r\n'));
      socket.once('data', (data) => {
        socket.destroy();
        done(data.toString());
      });
    });
    expect(answer).toMatch(/^HTTP\/1.1 400 .*problem\+json/s);
  });
});

describe('headers', () => {
  it('are the strict ones on every answer, and data are never stored', async () => {
    const server = await freshServer({ routes: things });
    const reader = await server.as(['analyst']);
    for (const response of [
      await reader.ask('things/one'),
      await server.ask('nothing'),
      await server.ask('/healthz'),
    ]) {
      expect(response.headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; worker-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      );
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-powered-by')).toBeNull();
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('what comes in', () => {
  it.each([
    ['an unknown field', { name: 'a', more: 1 }, 'body.more', 'unknown_field'],
    ['an unknown field inside', { name: 'a', inner: { n: 1, more: 1 } }, 'body.inner.more', 'unknown_field'],
    ['a missing field', {}, 'body.name', 'missing_field'],
    ['a wrong value', { name: 'longer' }, 'body.name', 'bad_value'],
    ['__proto__', '{"name":"a","__proto__":{"admin":true}}', 'body.__proto__', 'bad_key'],
    ['constructor', { name: 'a', free: { a: [{ constructor: 1 }] } }, 'body.free.a.0.constructor', 'bad_key'],
    ['prototype', { name: 'a', free: { prototype: 1 } }, 'body.free.prototype', 'bad_key'],
    ['bottomless nesting', `{"name":"a","free":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'body', 'too_deep'],
    ['no JSON', '{"name"', 'body', 'bad_json'],
  ])('refuses %s', async (_what, body, path, code) => {
    const server = await freshServer({ routes: things });
    const writer = await server.as(['investigator']);
    const response = await writer.ask('things', { method: 'POST', body });
    expect(response.status).toBe(400);
    expect((await problem(response)).errors).toContainEqual(expect.objectContaining({ path, code }));
  });
  it('refuses an unknown query field, and __proto__ there', async () => {
    const server = await freshServer({ routes: things });
    const reader = await server.as(['inspector']);
    expect((await problem(await reader.ask('things/one?limits=3'))).errors[0]).toMatchObject({
      path: 'query.limits',
      code: 'unknown_field',
    });
    expect((await problem(await reader.ask('things/one?__proto__=3'))).errors[0]).toMatchObject({
      path: 'query.__proto__',
      code: 'bad_key',
    });
    expect((await reader.ask('things/one?limit[a]=3')).status).toBe(400);
  });
  it('refuses over a megabyte, and what is not JSON', async () => {
    const server = await freshServer({ routes: things });
    const writer = await server.as(['analyst']);
    const large = await writer.ask('things', { method: 'POST', body: { name: 'a', free: 'x'.repeat(1_000_001) } });
    expect([large.status, (await problem(large)).code]).toEqual([413, 'too_large']);
    const text = await writer.ask('things', { method: 'POST', body: 'a', headers: { 'Content-Type': 'text/plain' } });
    expect([text.status, (await problem(text)).code]).toEqual([415, 'unsupported_media']);
    const packed = await writer.ask('things', { method: 'POST', body: {}, headers: { 'Content-Encoding': 'gzip' } });
    expect(packed.status).toBe(415);
    const nothing = await writer.ask('things', { method: 'POST' });
    expect([nothing.status, (await problem(nothing)).errors[0]]).toMatchObject([
      400,
      { path: 'body', code: 'missing_field' },
    ]);
  });
  it('is told in Chinese when asked', async () => {
    const server = await freshServer({ routes: things });
    const writer = await server.as(['analyst']);
    const response = await writer.ask('things', { method: 'POST', body: {}, headers: { 'Accept-Language': 'zh' } });
    expect(await response.json()).toMatchObject({
      title: '输入有误',
      errors: [{ path: 'body.name', message: '必填' }],
    });
  });
  it('makes a route that forgets to be strict fail at the start', () => {
    const loose = () =>
      defineOpenRoute({
        method: 'post',
        path: '/loose',
        summary: { zh: '宽', en: 'Loose' },
        tags: ['explore'],
        body: z.strictObject({ list: z.array(z.object({ a: z.string() })) }),
        responses: { 200: null },
        handler: () => ok({}),
      });
    expect(loose).toThrow(/unknown fields pass/);
  });
});

describe('a POST that stores', () => {
  it('is done once for one Idempotency-Key of one user', async () => {
    const server = await freshServer({ routes: things });
    const [one, other] = [await server.as(['investigator']), await server.as(['analyst'])];
    made = 0;
    const send = (who: typeof one, name: string, key: string) =>
      who.ask('things', { method: 'POST', body: { name }, headers: { 'Idempotency-Key': key } });
    const [first, second] = await Promise.all([send(one, 'a', 'k1'), send(one, 'a', 'k1')]);
    expect([await first.json(), await second.json()]).toEqual([{ made: 1 }, { made: 1 }]);
    expect([first, second].map(({ headers }) => headers.get('idempotency-replayed')).sort()).toEqual([null, 'true']);
    expect((await send(one, 'b', 'k1')).status).toBe(409);
    expect(await (await send(other, 'a', 'k1')).json()).toEqual({ made: 2 });
    server.forward(24 * 60 + 1);
    const again = await server.as(['investigator']);
    expect(await (await send(again, 'a', 'k1')).json()).toEqual({ made: 3 });
  });
  it('may be mended after a refusal under the same key', async () => {
    const server = await freshServer({ routes: things });
    const writer = await server.as(['investigator']);
    const send = (name: string) =>
      writer.ask('things', { method: 'POST', body: { name }, headers: { 'Idempotency-Key': 'k' } });
    expect((await send('longer')).status).toBe(400);
    expect((await send('a')).status).toBe(200);
  });
});

it('refuses what is more than it can do at once, but says it lives', async () => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  const slow = defineOpenRoute({
    method: 'get',
    path: '/slow',
    summary: { zh: '慢', en: 'Slow' },
    tags: ['explore'],
    responses: { 200: z.strictObject({}) },
    async handler() {
      await held;
      return ok({});
    },
  });
  const server = await freshServer({ routes: [slow], maxInFlight: 2 });
  const first = [server.ask('slow'), server.ask('slow')];
  let refused = await server.ask('slow', { headers: { Connection: 'close' } }).then((response) => response.status);
  while (refused !== 503) refused = (await server.ask('openapi.json')).status;
  expect(refused).toBe(503);
  expect((await server.ask('/healthz')).status).toBe(200);
  release();
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
});
