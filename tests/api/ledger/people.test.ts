import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Audience, audienceKey, audienceOf } from '../../../model/audience.ts';
import { approvalId } from '../../../model/basis/approvalId.ts';
import { NotFound } from '../../../model/errors.ts';
import { approval, at, freshLedger, intent } from './fixture.ts';

const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const someone = { name: '甲', unit: null, roles: ['investigator'], compartments: [], demonstration: false } as const;

describe('one-time links', () => {
  it('work once, in time, and for those who may still sign in', () => {
    const { ledger } = freshLedger();
    const user = ledger.users.add(someone);
    const link = ledger.users.link(user.id, later(10));
    expect(ledger.users.redeem('unknown', at)).toBeUndefined();
    expect(ledger.users.redeem(link, at)).toEqual(user);
    expect(ledger.users.redeem(link, at)).toBeUndefined();
    expect(ledger.users.redeem(ledger.users.link(user.id, later(10)), later(11))).toBeUndefined();
    const last = ledger.users.link(user.id, later(10));
    ledger.users.disable(user.id);
    expect(ledger.users.redeem(last, at)).toBeUndefined();
  });
  it('and tokens are nowhere on disk', () => {
    const { ledger, path } = freshLedger();
    const user = ledger.users.add(someone);
    const link = ledger.users.link(user.id, later(10));
    const { token } = ledger.sessions.start(user.id, at);
    for (const file of [path, `${path}-wal`]) {
      const text = readFileSync(file).toString('latin1');
      expect(text.includes(link)).toBe(false);
      expect(text.includes(token)).toBe(false);
    }
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });
});

describe('sessions', () => {
  it('end after thirty idle minutes', () => {
    const { ledger } = freshLedger();
    const user = ledger.users.add(someone);
    const { token, expiresAt } = ledger.sessions.start(user.id, at);
    expect(expiresAt).toBe(later(30));
    expect(ledger.sessions.find(token, later(29))?.expiresAt).toBe(later(59));
    expect(ledger.sessions.find(token, later(58))?.user).toEqual(user);
    expect(ledger.sessions.find(token, later(90))).toBeUndefined();
    expect(ledger.sessions.find(token, later(58))).toBeUndefined();
  });
  it('end after twelve hours, however busy', () => {
    const { ledger } = freshLedger();
    const { token } = ledger.sessions.start(ledger.users.add(someone).id, at);
    for (let minutes = 20; minutes < 720; minutes += 20)
      expect(ledger.sessions.find(token, later(minutes))).toBeDefined();
    expect(ledger.sessions.find(token, later(719))?.expiresAt).toBe(later(720));
    expect(ledger.sessions.find(token, later(720))).toBeUndefined();
  });
  it('end with signing out, with the account and with the demonstration', () => {
    const { ledger } = freshLedger();
    const user = ledger.users.add(someone);
    const demo = ledger.users.add({ ...someone, name: 'demo', demonstration: true });
    const [out, off, away] = [user, user, demo].map(({ id }) => ledger.sessions.start(id, at).token);
    ledger.sessions.end(out!);
    expect(ledger.sessions.find(out!, at)).toBeUndefined();
    ledger.users.disable(user.id);
    expect(ledger.sessions.find(off!, at)).toBeUndefined();
    ledger.boards.create(demo.id, { name: 'practice', demonstration: true }, {}, at);
    ledger.users.removeDemonstration();
    expect(ledger.sessions.find(away!, at)).toBeUndefined();
    expect(ledger.boards.list(demo.id)).toEqual([]);
    expect(ledger.users.list().map(({ name }) => name)).toEqual(['甲']);
  });
});

describe('approvals', () => {
  const general = audienceOf([]);
  it('are stored once; a taken number or another text is told', () => {
    const { ledger } = freshLedger();
    const one = approval('demo/1');
    expect(ledger.approvals.put([one])).toEqual({ stored: [one], conflicts: [] });
    expect(ledger.approvals.put([one])).toEqual({ stored: [], conflicts: [] });
    const other = { ...one, authority: '市监察委员会' };
    const taken = approval('demo/2', { number: one.number });
    expect(ledger.approvals.put([other, taken])).toEqual({
      stored: [],
      conflicts: [
        { approval: other, reason: 'differs' },
        { approval: taken, reason: 'number_taken' },
      ],
    });
  });
  it('end by their day, by retention and stay ended', () => {
    const { ledger } = freshLedger();
    ledger.approvals.put([
      approval('demo/1'),
      approval('demo/2', { retainUntil: '2024-06' }),
      approval('demo/3', { retainUntil: '2030' }),
    ]);
    expect(ledger.approvals.endedOn('2024-06-30')).toEqual([]);
    expect(ledger.approvals.endedOn('2024-07-01')).toEqual(['demo/2']);
    ledger.approvals.end('demo/3', '2024-07-02', 'cleared');
    expect(ledger.approvals.endedOn('2024-07-01')).toEqual(['demo/2']);
    expect(ledger.approvals.endedOn('2024-07-02')).toEqual(['demo/2', 'demo/3']);
    ledger.approvals.end('demo/3', '2026-01-01', 'later');
    expect(ledger.approvals.endedOn('2025-01-01')).toEqual(['demo/1', 'demo/2', 'demo/3']);
    expect(() => ledger.approvals.end('demo/9', '2024-07-01', 'x')).toThrow(NotFound);
  });
  it('are seen by compartment, and only once their batch is done', () => {
    const { ledger } = freshLedger();
    const begun = intent();
    ledger.batches.intend(begun);
    ledger.approvals.put([approval('demo/1', { compartment: 'sealed' }), approval('demo/2', { batch: begun.batch })]);
    expect(ledger.approvals.list(general)).toEqual([]);
    expect(ledger.approvals.all()).toHaveLength(2);
    expect(ledger.approvals.find(audienceOf(['sealed']), 'demo/1')?.id).toBe('demo/1');
    expect(ledger.approvals.find(general, 'demo/1')).toBeUndefined();
    ledger.batches.undone(begun.batch, 'rejected');
    expect(ledger.approvals.all().map(({ id }) => id)).toEqual(['demo/1']);
  });
  it('keep a tombstone of what was erased', () => {
    const { ledger } = freshLedger();
    const erased = (audience: Audience) => ledger.approvals.find(audience, 'demo/1')?.erased;
    ledger.approvals.put([approval('demo/1')]);
    ledger.approvals.tombstone('demo/1', { at, byCompartment: {} });
    const nothing = erased(general);
    expect(nothing).toMatchObject({ rows: 0, at });
    ledger.approvals.tombstone('demo/1', { at, byCompartment: { sealed: { rows: 5, hash: 'cd' } } });
    expect(erased(general)).toEqual(nothing);
    ledger.approvals.tombstone('demo/1', { at, byCompartment: { general: { rows: 7, hash: 'ab' } } });
    const open = erased(general);
    expect(open).toMatchObject({ rows: 7, at });
    // Rows that he may not see are in neither his count nor his hash.
    const both = { general: { rows: 7, hash: 'ab' }, sealed: { rows: 5, hash: 'cd' } };
    ledger.approvals.tombstone('demo/1', { at, byCompartment: both });
    expect(erased(general)).toEqual(open);
    expect(erased(audienceOf(['sealed']))?.rows).toBe(12);
    expect(erased(audienceOf(['sealed']))?.hash).not.toBe(open?.hash);
    expect(ledger.approvals.all()[0]?.erased?.rows).toBe(12);
  });
  it('have id and number of their own in each compartment', () => {
    const { ledger } = freshLedger();
    const sealed = approval(approvalId('sealed', 'demo/1'), { number: 'No. 1', compartment: 'sealed' });
    const open = approval('demo/1', { number: 'No. 1' });
    const again = approval(approvalId('sealed', 'demo/2'), { number: 'No. 1', compartment: 'sealed' });
    expect(ledger.approvals.put([sealed, open, again])).toEqual({
      stored: [sealed, open],
      conflicts: [{ approval: again, reason: 'number_taken' }],
    });
    ledger.approvals.end('sealed::demo/1', '2024-05-01', 'cleared');
    expect(ledger.approvals.find(general, 'demo/1')?.ended).toBeNull();
    expect(ledger.approvals.endedOn('2024-05-01')).toEqual(['sealed::demo/1']);
  });
});

describe('boards and runs', () => {
  it('change in one transaction, or not at all', () => {
    const { ledger } = freshLedger();
    const { id: owner } = ledger.users.add(someone);
    const board = ledger.boards.create(
      owner,
      { name: 'one', demonstration: false },
      { 'note:a': { text: 'a' }, 'note:b': 1 },
      at,
    );
    const changed = ledger.boards.patch(owner, board.id, later(1), () => ({
      name: 'two',
      added: { 'note:c': [1, null] },
      updated: { 'note:b': 2 },
      removed: ['note:a'],
    }));
    expect([changed.name, changed.content, changed.changedAt]).toEqual([
      'two',
      { 'note:b': 2, 'note:c': [1, null] },
      later(1),
    ]);
    const refuse = () => {
      throw new Error('clash');
    };
    expect(() => ledger.boards.patch(owner, board.id, later(2), refuse)).toThrow('clash');
    expect(ledger.boards.find(owner, board.id)).toEqual(changed);
    expect(ledger.boards.find('u_other', board.id)).toBeUndefined();
    expect(ledger.boards.remove('u_other', board.id)).toBe(false);
    expect(ledger.boards.remove(owner, board.id)).toBe(true);
  });
  it('store the same question once, and count runs by audience and day', () => {
    const { ledger } = freshLedger();
    const run = {
      id: 'r_1',
      kind: 'screen',
      question: 'q',
      owner: 'u_1',
      audience: 'a',
      dataVersion: 'v',
      result: { x: 1 },
      day: '2024-05-01',
    };
    expect(ledger.runs.put(run)).toBe('r_1');
    expect(ledger.runs.put({ ...run, id: 'r_2' })).toBe('r_1');
    expect(ledger.runs.find('q')).toEqual({ id: 'r_1', result: { x: 1 } });
    expect(ledger.runs.get('r_1')?.owner).toBe('u_1');
    ledger.runs.put({ ...run, id: 'r_3', question: 'q3', day: '2024-06-01' });
    expect(ledger.runs.countSince('screen', 'a', '2024-05-02')).toBe(1);
    ledger.runs.clear();
    expect(ledger.runs.find('q')).toBeUndefined();
    expect(ledger.runs.countSince('screen', 'a', '2024-01-01')).toBe(2);
  });
  it('are dropped for the readers of a compartment alone where only that one lost something', () => {
    const { ledger } = freshLedger();
    for (const audience of [audienceOf([], ['A1']), audienceOf(['sealed'])])
      ledger.runs.put({
        id: audience.compartments.join(),
        kind: 'screen',
        question: audience.compartments.join(),
        owner: 'u_1',
        audience: `${audienceKey(audience)} case:sealed]`,
        dataVersion: 'v',
        result: 1,
        day: '2024-05-01',
      });
    ledger.runs.clear('sealed');
    expect(ledger.runs.get('general')).toBeDefined();
    expect(ledger.runs.get('general,sealed')).toBeUndefined();
    ledger.runs.clear('general');
    expect(ledger.runs.get('general')).toBeUndefined();
  });
});
