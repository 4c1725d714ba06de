import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest, entityId, fromBase32, isId, randomId, tieId, toBase32 } from '../../model/ids.ts';

describe('ids', () => {
  it('base32 and its 16 bytes are one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const text = toBase32(bytes);
        expect(text).toMatch(/^[a-z2-7]{26}$/);
        expect(fromBase32(text)).toEqual(bytes);
      }),
    );
  });
  it('parts never run into each other', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.array(fc.string(), { maxLength: 4 }), (a, b) => {
        expect(digest(a) === digest(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(digest(['ab', 'c'])).not.toBe(digest(['a', 'bc']));
  });
  it('the same id in a later bundle is the same entity; another namespace or space is another', () => {
    expect(entityId('', 'party', 'P1')).toBe(entityId('', 'party', 'P1'));
    expect(entityId('x', 'party', 'P1')).not.toBe(entityId('', 'party', 'P1'));
    expect(entityId('', 'case', 'P1')).not.toBe(entityId('', 'party', 'P1'));
  });
  it('accounts and phones are known by their number in every namespace', () => {
    expect(entityId('x', 'phone', '19900000001')).toBe(entityId('y', 'phone', '19900000001'));
    expect(entityId('x', 'account', '62')).toBe(entityId('', 'account', '62'));
  });
  it('a role makes another tie of the same ends', () => {
    expect(tieId('post', 'e_a', 'e_b', 'clerk')).not.toBe(tieId('post', 'e_a', 'e_b', 'head'));
  });
  it('knows its own form', () => {
    expect(isId(randomId('b'))).toBe(true);
    expect(isId(randomId('b'), 'e')).toBe(false);
    expect(isId('e_short')).toBe(false);
    expect(isId('E_aaaaaaaaaaaaaaaaaaaaaaaaaa')).toBe(false);
  });
});
