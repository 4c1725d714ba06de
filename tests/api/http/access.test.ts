import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok } from '../../../api/http/answers.ts';
import { defineRoute } from '../../../api/http/route.ts';
import { whoMay } from '../../../api/services/access/whoMay.ts';
import { freshServer, problem } from './fixture.ts';

const person = defineRoute({
  method: 'get',
  path: '/people/:id',
  summary: { zh: '一人', en: 'A person' },
  tags: ['explore'],
  roles: whoMay.explore,
  data: true,
  params: { id: z.string() },
  responses: { 200: z.strictObject({ audience: z.array(z.string()), ended: z.array(z.string()) }) },
  handler({ viewer, note }) {
    note({ subjects: ['e_kin'], detail: { rows: 2 } });
    return ok({ audience: viewer.audience.compartments, ended: viewer.audience.endedApprovals });
  },
});

describe('a session', () => {
  it('begins by a link, once, with a token and a cookie', async () => {
    const { ask, signIn, origin } = await freshServer();
    const link = signIn.demonstrationLink(origin, ['petitions']);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in#[\w-]{43}$/);
    const response = await ask('session', { method: 'POST', body: { link } });
    expect(response.status).toBe(201);
    expect(response.headers.get('set-cookie')).toMatch(
      /^powang_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/,
    );
    const session = await response.json();
    expect(session).toMatchObject({
      expiresAt: '2024-05-01T08:30:00.000Z',
      user: {
        name: 'demo',
        roles: ['analyst', 'inspector', 'investigator'],
        compartments: ['petitions'],
        demonstration: true,
      },
    });
    const again = await ask('session', { method: 'POST', body: { link } });
    expect([again.status, (await problem(again)).code]).toEqual([401, 'unauthenticated']);

    const who = await ask('session', { headers: { Authorization: `Bearer ${session.token}` } });
    expect(await who.json()).toMatchObject({ token: null, user: session.user });
    const out = await ask('session', { method: 'DELETE', headers: { Authorization: `Bearer ${session.token}` } });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([
      204,
      'powang_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0',
    ]);
    expect((await ask('session', { headers: { Authorization: `Bearer ${session.token}` } })).status).toBe(401);
  });
  it('of the demonstration is over by its link after ten minutes, and offered no more once real data are stored', async () => {
    const { ask, signIn, origin, forward, ledger } = await freshServer();
    const link = signIn.demonstrationLink(origin, []);
    forward(11);
    expect((await ask('session', { method: 'POST', body: { link } })).status).toBe(401);
    const real = {
      batch: 'b_1',
      kind: 'import',
      user: 'u_1',
      demonstration: false,
      pid: process.pid,
      startedAt: '2024-05-01',
    } as const;
    ledger.batches.intend(real);
    ledger.batches.done(
      'b_1',
      { byCompartment: {}, rejected: 0, report: null, eventKinds: [], finishedAt: '2024-05-01' },
      {
        at: '2024-05-01',
        user: 'u_1',
        account: null,
        action: 'import',
        purpose: null,
        subjects: [],
        outcome: 'ok',
        detail: {},
      },
    );
    expect(signIn.demonstrationLink(origin, [])).toBeUndefined();
  });
  it('goes idle', async () => {
    const server = await freshServer();
    const user = await server.as(['audit']);
    expect((await user.ask('session')).status).toBe(200);
    server.forward(31);
    expect((await user.ask('session')).status).toBe(401);
  });
  it('by cookie changes things from our own pages alone', async () => {
    const { ask, as, origin } = await freshServer();
    const user = await as(['analyst']);
    const Cookie = `a=b; powang_session=${user.token}`;
    expect((await ask('session', { headers: { Cookie } })).status).toBe(200);
    const make = async (headers: Record<string, string>) => {
      const response = await ask('boards', {
        method: 'POST',
        body: { name: 'b' },
        headers: { Cookie, 'Powang-Purpose': 'case:1', ...headers },
      });
      return response.status === 201 ? 'made' : (await problem(response)).code;
    };
    expect(await make({})).toBe('origin_refused');
    expect(await make({ Origin: 'http://elsewhere.example' })).toBe('origin_refused');
    expect(await make({ 'Sec-Fetch-Site': 'cross-site' })).toBe('origin_refused');
    expect(await make({ Origin: 'null' })).toBe('origin_refused');
    expect(await make({ Origin: origin })).toBe('made');
    expect(await make({ 'Sec-Fetch-Site': 'same-origin' })).toBe('made');
  });
  it('is not begun from another site', async () => {
    const { ask } = await freshServer();
    const response = await ask('session', {
      method: 'POST',
      body: { link: 'x' },
      headers: { Origin: 'http://elsewhere.example' },
    });
    expect((await problem(response)).code).toBe('origin_refused');
  });
});

describe('roles', () => {
  it('open what the table says and nothing else', async () => {
    const server = await freshServer({ routes: [person] });
    const may = {
      inspector: 200,
      supervisor: 200,
      intake: 403,
      custodian: 403,
      system: 403,
      security: 403,
      audit: 403,
    } as const;
    for (const [role, status] of Object.entries(may)) {
      const user = await server.as([role as keyof typeof may]);
      expect([role, (await user.ask('people/e_1')).status]).toEqual([role, status]);
    }
    expect((await server.ask('people/e_1')).status).toBe(401);
  });
  it('keep the three offices apart', async () => {
    const server = await freshServer();
    const [security, audit] = [await server.as(['security']), await server.as(['audit'])];
    expect((await security.ask('users')).status).toBe(200);
    expect((await security.ask('audit')).status).toBe(403);
    expect((await audit.ask('users')).status).toBe(403);
    expect(await (await audit.ask('audit/verify')).json()).toMatchObject({ firstBroken: null });
    const first = await (await audit.ask('audit?limit=1')).json();
    expect(first.items).toHaveLength(1);
    const next = await (await audit.ask(`audit?limit=1&cursor=${first.nextCursor}`)).json();
    expect(next.items[0].sequence).toBe(2);
    expect((await audit.ask('audit?cursor=abc')).status).toBe(400);
    expect((await audit.ask('audit?limit=501')).status).toBe(400);
    expect(() => server.signIn.addUser({ name: 'both', roles: ['audit', 'analyst'] }, '')).toThrow(/exclude/);
  });
});

describe('a purpose', () => {
  it('is demanded for data outside the demonstration, and logged', async () => {
    const server = await freshServer({ routes: [person] });
    const user = await server.as(['inspector'], { purpose: null });
    const refused = await user.ask('people/e_1');
    expect([refused.status, (await problem(refused)).code]).toEqual([403, 'purpose_required']);
    expect((await user.ask('session')).status).toBe(200);
    for (const [given, kept] of [
      ['case:demo/7', 'case:demo/7'],
      [`review:${encodeURIComponent('线索核查')}`, 'review:线索核查'],
      [Buffer.from('review:线索核查').toString('latin1'), 'review:线索核查'],
      ['review:100% sure', 'review:100% sure'],
    ] as const) {
      expect((await user.ask('people/e_1', { headers: { 'Powang-Purpose': given } })).status).toBe(200);
      expect(server.audited().at(-1)).toMatchObject({ user: user.id, purpose: kept });
    }
    for (const given of ['because', 'case:', 'boss:1', 'review: ']) {
      const response = await user.ask('people/e_1', { headers: { 'Powang-Purpose': given } });
      expect((await problem(response)).errors[0]?.path).toBe('header.Powang-Purpose');
    }
    const demo = await server.as(['inspector'], { demonstration: true, purpose: null });
    expect((await demo.ask('people/e_1')).status).toBe(200);
  });
});

describe('the audit record', () => {
  it('stands before the answer: who, what, about whom, and what was refused', async () => {
    const server = await freshServer({ routes: [person] });
    const user = await server.as(['inspector']);
    await user.ask('people/e_1');
    const clerk = await server.as(['intake']);
    await clerk.ask('people/e_1');
    expect(server.audited()).toEqual([
      {
        at: '2024-05-01T08:00:00.000Z',
        user: user.id,
        account: null,
        action: 'GET /people/:id',
        purpose: 'review:test',
        subjects: ['e_1', 'e_kin'],
        outcome: 'ok',
        detail: { rows: 2, status: 200 },
      },
      expect.objectContaining({ user: clerk.id, outcome: 'refused', detail: { status: 403, code: 'forbidden_role' } }),
    ]);
  });
  it('records tries to sign in, failed ones too', async () => {
    const server = await freshServer();
    await server.ask('session', { method: 'POST', body: { link: 'guess' } });
    expect(server.audited()).toEqual([
      expect.objectContaining({ action: 'POST /session', user: '', outcome: 'refused' }),
    ]);
  });
  it('is the condition of every answer', async () => {
    const server = await freshServer({ routes: [person] });
    const user = await server.as(['inspector']);
    const { DatabaseSync } = await import('@photostructure/sqlite');
    const path = server.ledgerPath;
    const other = new DatabaseSync(path);
    other.exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END;");
    other.close();
    const response = await user.ask('people/e_1');
    expect([response.status, (await problem(response)).code]).toEqual([503, 'store_unavailable']);
    expect(response.headers.get('retry-after')).toBe('5');
  });
});

describe('the audience', () => {
  it('is what the user holds, without approvals that have ended', async () => {
    const server = await freshServer({ routes: [person] });
    const user = await server.as(['inspector'], { compartments: ['sealed'] });
    expect(await (await user.ask('people/e_1')).json()).toEqual({ audience: ['general', 'sealed'], ended: [] });
  });
});
