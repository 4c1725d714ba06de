import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../../model/audience.ts';
import { Conflict, StoreBusy } from '../../../model/errors.ts';
import { counted, entry, freshLedger, intent, outcome, tamper, write } from './fixture.ts';

const general = audienceOf([]);
const sealed = audienceOf(['sealed']);
/** A pid that belonged to a process which has just ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('the right to write', () => {
  it('is held by one batch at a time', () => {
    const { ledger, reopen } = freshLedger();
    const first = intent();
    ledger.batches.intend(first);
    expect(() => reopen().batches.intend(intent())).toThrow(StoreBusy);
    ledger.batches.undone(first.batch, 'cancelled');
    ledger.batches.intend(intent());
  });
  it('is not kept by the dead, whose batch is left to be settled', () => {
    const { ledger } = freshLedger();
    const left = intent({ pid: deadPid() });
    ledger.batches.intend(left);
    ledger.batches.intend(intent());
    expect(ledger.batches.unsettled()).toEqual([left]);
    ledger.batches.undone(left.batch, 'its process is gone');
    expect(ledger.batches.unsettled()).toEqual([]);
  });
  it('is not kept by a process of another life under the same pid', () => {
    const { ledger, path } = freshLedger();
    const left = intent({ pid: process.ppid });
    ledger.batches.intend(left);
    expect(() => ledger.batches.intend(intent())).toThrow(StoreBusy);
    tamper(path, "UPDATE batches SET process = 'an earlier boot/1'");
    expect(ledger.batches.unsettled()).toEqual([left]);
  });
  it('ends once: a settled batch is neither done nor undone again', () => {
    const { ledger } = freshLedger();
    const batch = write(ledger, { general: counted('one') });
    expect(() => ledger.batches.done(batch, outcome({}), entry('again'))).toThrow(Conflict);
    expect(() => ledger.batches.undone(batch, 'late')).toThrow(Conflict);
    expect(ledger.audit.verify().records).toBe(1);
  });
});

describe('a done batch', () => {
  it('is one transaction with its audit record', () => {
    const { ledger, path } = freshLedger();
    const begun = intent();
    ledger.batches.intend(begun);
    tamper(path, "CREATE TRIGGER no_more BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END;");
    expect(() => ledger.batches.done(begun.batch, outcome({ general: counted('one') }), entry('import'))).toThrow();
    expect(ledger.batches.list(general, 'u_maker')).toEqual([]);
    expect(ledger.batches.dataVersion(general)).toBe(freshLedger().ledger.batches.dataVersion(general));
  });
  it('tells each reader his own counts, and its report to its maker alone', () => {
    const { ledger } = freshLedger();
    const batch = write(ledger, {
      general: counted('one'),
      sealed: { entities: 5, ties: 4, events: 3, digest: 'two' },
    });
    expect(ledger.batches.find(general, batch)?.outcome).toEqual({
      byCompartment: { general: { entities: 1, ties: 0, events: 0, digest: 'one' } },
      rejected: null,
      report: null,
      finishedAt: '2024-05-01T08:00:00.000Z',
    });
    expect(Object.keys(ledger.batches.find(sealed, batch)?.outcome.byCompartment ?? {})).toEqual(['general', 'sealed']);
    expect(ledger.batches.find(sealed, batch, 'u_maker')?.outcome.rejected).toBe(2);
  });
  it('is not there for who may see nothing of it', () => {
    const { ledger } = freshLedger();
    const batch = write(ledger, { sealed: counted('one') });
    expect(ledger.batches.find(general, batch)).toBeUndefined();
    expect(ledger.batches.list(general)).toEqual([]);
    expect(ledger.batches.list(sealed)).toHaveLength(1);
  });
  it('is shown to its maker even when it stored nothing', () => {
    const { ledger } = freshLedger();
    const batch = write(ledger, { general: counted('') });
    expect(ledger.batches.find(general, batch)).toBeUndefined();
    expect(ledger.batches.find(general, batch, 'u_maker')?.outcome.rejected).toBe(2);
  });
});

describe('the data version', () => {
  it('is equal for equal data and changes with what a reader holds', () => {
    const one = freshLedger().ledger;
    const two = freshLedger().ledger;
    for (const ledger of [one, two]) write(ledger, { general: counted('digest') });
    expect(one.batches.dataVersion(general)).toBe(two.batches.dataVersion(general));
    write(one, { general: counted('more') });
    expect(one.batches.dataVersion(general)).not.toBe(two.batches.dataVersion(general));
  });
  it('does not move with what a reader may not see, nor with nothing', () => {
    const { ledger } = freshLedger();
    write(ledger, { general: counted('digest') });
    const before = ledger.batches.dataVersion(general);
    expect(ledger.batches.dataVersion(sealed)).toBe(before);
    write(ledger, { sealed: counted('digest') });
    write(ledger, { general: counted('') });
    expect(ledger.batches.dataVersion(general)).toBe(before);
    expect(ledger.batches.dataVersion(sealed)).not.toBe(before);
  });
  it('depends on the order of what was written', () => {
    const one = freshLedger().ledger;
    const two = freshLedger().ledger;
    for (const digest of ['a', 'b']) write(one, { general: counted(digest) });
    for (const digest of ['b', 'a']) write(two, { general: counted(digest) });
    expect(one.batches.dataVersion(general)).not.toBe(two.batches.dataVersion(general));
  });
});

describe('demonstration data', () => {
  it('are all there is until the first real batch, and gone when that erases them', () => {
    const { ledger } = freshLedger();
    expect(ledger.batches.demonstrationOnly()).toBe(true);
    const county = write(ledger, { general: counted('county') }, { demonstration: true });
    expect(ledger.batches.demonstrationOnly()).toBe(true);
    const erasure = intent({ kind: 'erasure' });
    ledger.batches.intend(erasure);
    ledger.batches.done(erasure.batch, outcome({ general: counted('erased') }, { erases: [county] }), entry('erase'));
    expect(ledger.batches.demonstrationOnly()).toBe(false);
    expect(ledger.batches.find(general, county)).toBeUndefined();
  });
  it('leaves batches with event sets by name', () => {
    const { ledger } = freshLedger();
    write(ledger, { general: counted('plain') });
    const begun = intent();
    ledger.batches.intend(begun);
    expect(ledger.batches.withEvents()).toEqual([]);
    ledger.batches.done(
      begun.batch,
      outcome({ general: counted('calls') }, { eventKinds: ['calls'] }),
      entry('import'),
    );
    expect(ledger.batches.withEvents()).toEqual([begun.batch]);
  });
});

describe('an older ledger', () => {
  it('is brought to the present shape when it is opened, and keeps what it holds', () => {
    const { ledger, path, reopen } = freshLedger();
    const begun = intent();
    ledger.batches.intend(begun);
    ledger.batches.done(
      begun.batch,
      outcome({ general: { entities: 1, ties: 0, events: 0, digest: 'd' } }),
      entry('import'),
    );
    tamper(path, 'DROP TABLE batches_taken_back; DROP TABLE board_snapshots; PRAGMA user_version = 1');
    const again = reopen();
    expect(again.batches.find(audienceOf([]), begun.batch)?.takenBack).toEqual([]);
    expect(again.batches.doneIds()).toEqual([begun.batch]);
  });
});
