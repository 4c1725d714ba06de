import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type Child, type ChildOptions, connectChild } from '../../../api/process/connectChild.ts';

interface Served {
  add(a: number, b: number): Promise<number>;
  echo<T>(value: T): Promise<T>;
  refuse(): Promise<void>;
  fail(): Promise<void>;
  count(upTo: number): Promise<number>;
  waitForCancel(): Promise<void>;
  deadline(): Promise<number | null>;
  spin(ms: number): Promise<void>;
  slow(ms: number): Promise<string>;
  die(): Promise<void>;
  pid(): Promise<number>;
  argument(): Promise<string>;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const built = existsSync(here('../../../dist/api/process/serveMethods.js'));
const children: Child<Served>[] = [];
function child(options: ChildOptions = {}): Child<Served> {
  const one = connectChild<Served>(here('./child.mjs'), options);
  children.push(one);
  return one;
}
afterEach(async () => {
  for (const one of children.splice(0)) await one.close();
});

// Needs the built server: `npm test` builds it first.
describe.skipIf(!built)('a child process', () => {
  it('answers calls, typed arrays and maps included', async () => {
    const one = child({ args: ['folder'] });
    expect(await one.call('add', [2, 3])).toBe(5);
    expect(await one.call('echo', [new Map([['a', Float64Array.of(1.5)]])])).toEqual(
      new Map([['a', Float64Array.of(1.5)]]),
    );
    expect(await one.call('argument', [])).toBe('folder');
  });

  it('keeps the code and the faults of an error', async () => {
    await expect(child().call('refuse', [])).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [{ path: 'k', code: 'bad_value', message: 'k is a whole number from 1' }],
    });
  });

  it('tells any other error as what it is', async () => {
    const error: unknown = await child()
      .call('fail', [])
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toContain('TypeError: broken');
  });

  it('reports progress in order, to the call or to the child', async () => {
    const heard: unknown[] = [];
    const one = child({ onProgress: (value) => heard.push(['child', value]) });
    await one.call('count', [2]);
    await one.call('count', [2], { onProgress: (value) => heard.push(value) });
    expect(heard).toEqual([['child', 1], ['child', 2], 1, 2]);
  });

  it('answers calls side by side', async () => {
    const one = child();
    const order: unknown[] = [];
    await Promise.all([
      one.call('slow', [200]).then((value) => order.push(value)),
      one.call('add', [1, 1]).then((value) => order.push(value)),
    ]);
    expect(order).toEqual([2, 'slow']);
  });

  it('passes a cancel on and stays', async () => {
    const one = child();
    const pid = await one.call('pid', []);
    const abort = new AbortController();
    const call = one.call('waitForCancel', [], { signal: abort.signal });
    abort.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(await one.call('pid', [])).toBe(pid);
  });

  it('kills a child too busy to hear the cancel; the next call starts another', async () => {
    const one = child();
    const pid = await one.call('pid', []);
    const abort = new AbortController();
    const call = one.call('spin', [60_000], { signal: abort.signal });
    const bystander = one.call('slow', [60_000]);
    setTimeout(() => abort.abort(), 50);
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    await expect(bystander).rejects.toMatchObject({ code: 'engine_unavailable' });
    expect(await one.call('pid', [])).not.toBe(pid);
  });

  it('ends a call past its deadline, which the method is told', async () => {
    const one = child();
    expect(await one.call('deadline', [], { deadlineMs: 5_000 })).toBe(5_000);
    await expect(one.call('waitForCancel', [], { deadlineMs: 100 })).rejects.toMatchObject({
      code: 'engine_unavailable',
    });
  });

  it('fails calls under way when it dies, and lives again at the next', async () => {
    const deaths: unknown[] = [];
    const one = child({ onDeath: (how) => deaths.push(how) });
    const [dying, waiting] = [one.call('die', []), one.call('slow', [60_000])];
    await expect(dying).rejects.toMatchObject({ code: 'engine_unavailable' });
    await expect(waiting).rejects.toMatchObject({ code: 'engine_unavailable' });
    expect(deaths).toEqual([{ code: 3, signal: null }]);
    expect(await one.call('add', [1, 2])).toBe(3);
  });

  it('refuses what was cancelled before it began, and everything once closed', async () => {
    const one = child();
    await expect(one.call('add', [1, 2], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    const waiting = one.call('slow', [60_000]);
    const closing = expect(waiting).rejects.toMatchObject({ code: 'engine_unavailable' });
    await one.close();
    await closing;
    await expect(one.call('add', [1, 2])).rejects.toMatchObject({ code: 'engine_unavailable' });
  });

  it('is gone when it was let go', async () => {
    const one = child();
    const pid = await one.call('pid', []);
    await one.close();
    expect(() => process.kill(pid, 0)).toThrow();
  });
});
