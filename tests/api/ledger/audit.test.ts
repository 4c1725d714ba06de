import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../model/canonicalJson.ts';
import { entry, freshLedger, tamper } from './fixture.ts';

const tenRecords = () => {
  const fresh = freshLedger();
  for (let i = 1; i <= 10; i++) fresh.ledger.audit.record(entry(`act ${i}`));
  return fresh;
};

describe('the audit record', () => {
  it('reads back what was written, in order and page by page', () => {
    const { ledger } = tenRecords();
    expect(ledger.audit.verify()).toEqual({ records: 10, firstBroken: null });
    expect(ledger.audit.list({ limit: 2 }).map(({ sequence, entry: { action } }) => [sequence, action])).toEqual([
      [1, 'act 1'],
      [2, 'act 2'],
    ]);
    expect(ledger.audit.list({ after: 9, limit: 5 })).toEqual([{ sequence: 10, entry: entry('act 10') }]);
  });

  it.each([
    ['an edit', "UPDATE audit SET entry = replace(entry, 'act 4', 'act 5') WHERE sequence = 4", 4],
    ['a deletion in the middle', 'DELETE FROM audit WHERE sequence = 6', 6],
    [
      'a deletion that closes the gap',
      'DELETE FROM audit WHERE sequence = 6; UPDATE audit SET sequence = sequence - 1 WHERE sequence > 6',
      6,
    ],
    ['a cut tail', 'DELETE FROM audit WHERE sequence > 8', 9],
    ['a cut tail with its head mended', 'DELETE FROM audit WHERE sequence > 8; UPDATE audit_head SET records = 8', 9],
    ['an inserted record', "INSERT INTO audit VALUES (11, '{}', 'ab')", 11],
    ['a record before the first', "INSERT INTO audit VALUES (0, '{}', 'ab')", 1],
    [
      'a swap',
      'UPDATE audit SET sequence = 99 WHERE sequence = 3; UPDATE audit SET sequence = 3 WHERE sequence = 7; UPDATE audit SET sequence = 7 WHERE sequence = 99',
      3,
    ],
    ['everything gone', 'DELETE FROM audit', 1],
  ])('notices %s', (_what, sql, firstBroken) => {
    const { ledger, path } = tenRecords();
    tamper(path, sql);
    expect(ledger.audit.verify().firstBroken).toBe(firstBroken);
  });

  it('joins records of two connections into one chain', () => {
    const { ledger, reopen } = freshLedger();
    const other = reopen();
    for (let i = 0; i < 5; i++) {
      ledger.audit.record(entry(`mine ${i}`));
      other.audit.record(entry(`theirs ${i}`));
    }
    expect(ledger.audit.verify()).toEqual({ records: 10, firstBroken: null });
  });
});

it('canonical JSON does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
