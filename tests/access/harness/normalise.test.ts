import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Answer, createNormalise, differenceOf } from './normalise.ts';

const id = (prefix: string, letter: string) => `${prefix}_${letter.repeat(26)}`;
const answer = (body: unknown, headers: Record<string, string> = {}, status = 200): Answer => {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return { status, headers: { 'content-length': String(bytes.byteLength), ...headers }, body: bytes };
};
/** Several answers of each side, one after the other. */
const part = (a: readonly Answer[], b: readonly Answer[]): (string | null)[] => {
  const [left, right] = [createNormalise(), createNormalise()];
  return a.map((one, place) => differenceOf(left(one), right(b[place]!)));
};
const same = (a: Answer, b: Answer) => part([a], [b])[0] === null;

describe('what is left out', () => {
  test('the date and the number of the request', () => {
    const headers = (date: string, number: string) => ({ date, 'x-request-id': number });
    expect(same(answer({}, headers('Mon', 'a')), answer({}, headers('Tue', 'b')))).toBe(true);
    expect(same(answer({ requestId: 'abc' }), answer({ requestId: 'xyz' }))).toBe(true);
  });
  test('the times of a job, also where they are longer', () => {
    expect(same(answer({ seconds: 0.1, rowsPerSecond: 12 }), answer({ seconds: 1.234, rowsPerSecond: 1 }))).toBe(true);
    expect(same(answer({ recordedAt: '2020' }), answer({ recordedAt: '2021' }))).toBe(true);
  });
  test('which random id it is, not whether it is the same one', () => {
    const [a, b] = [id('b', 'a'), id('b', 'b')];
    expect(part([answer([a]), answer([b]), answer([a])], [answer([b]), answer([a]), answer([b])])).toEqual([
      null,
      null,
      null,
    ]);
    expect(part([answer([a]), answer([b]), answer([a])], [answer([b]), answer([a]), answer([a])])[2]).toContain('body');
  });
  test('random ids inside a cursor', () => {
    const cursor = (at: string) => Buffer.from(JSON.stringify(['imports', at])).toString('base64url');
    expect(same(answer({ nextCursor: cursor(id('b', 'a')) }), answer({ nextCursor: cursor(id('b', 'c')) }))).toBe(true);
    expect(same(answer({ nextCursor: cursor('5') }), answer({ nextCursor: cursor('6') }))).toBe(false);
  });
});

describe('what is not', () => {
  test('content ids, versions of the data, counts, order', () => {
    expect(same(answer([id('e', 'a')]), answer([id('e', 'b')]))).toBe(false);
    expect(same(answer({ dataVersion: '1' }), answer({ dataVersion: '2' }))).toBe(false);
    expect(same(answer([1, 2]), answer([2, 1]))).toBe(false);
    expect(same(answer({ a: 1, b: 2 }), answer({ b: 2, a: 1 }))).toBe(false);
  });
  test('status and headers, also a length that is not the length of the body', () => {
    expect(same(answer({}), answer({}, {}, 404))).toBe(false);
    expect(same(answer({}, { etag: '"a"' }), answer({}, { etag: '"b"' }))).toBe(false);
    expect(same(answer({}), answer({}, { 'content-length': '7' }))).toBe(false);
    expect(same(answer({}), answer({}, { allow: 'GET' }))).toBe(false);
  });
  test('what stands inside an archive', () => {
    const archive = (text: string): Answer => {
      const bytes = zipSync({ 'a.csv': Buffer.from(text) });
      return { status: 200, headers: { 'content-type': 'application/zip' }, body: bytes };
    };
    expect(same(archive(`x,${id('b', 'a')}`), archive(`x,${id('b', 'c')}`))).toBe(true);
    expect(same(archive('x,1'), archive('x,2'))).toBe(false);
  });
});
