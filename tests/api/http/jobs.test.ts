import { describe, expect, it } from 'vitest';
import { createClock } from '../../../api/clock.ts';
import { createJobs, type JobContext, type JobRun } from '../../../api/services/jobs/jobs.ts';
import { InvalidInput, StoreBusy } from '../../../model/errors.ts';
import { freshServer } from './fixture.ts';

/** Work that ends when the test says so. */
function heldWork() {
  let context: JobContext | undefined;
  let finish: (outcome: { result: string; partial?: boolean }) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const run: JobRun = (given) => {
    context = given;
    return new Promise((done, failed) => {
      finish = done;
      fail = failed;
      given.signal.addEventListener('abort', () => failed(new Error('stopped')));
    });
  };
  return {
    run,
    progress: (done: number) => context?.onProgress('reading', done, 10),
    finish: (result: string, partial?: boolean) => finish({ result, ...(partial === undefined ? {} : { partial }) }),
    fail: (error: Error) => fail(error),
    get started() {
      return context !== undefined;
    },
  };
}
const settled = () => new Promise((done) => setImmediate(done));
const clock = createClock('Asia/Shanghai', () => new Date('2024-05-01T08:00:00Z'));

describe('jobs', () => {
  it('run a few at a time, in order, and refuse when the queue is full', async () => {
    const jobs = createJobs({ clock, maxRunning: 1, maxQueued: 1 });
    const [first, second] = [heldWork(), heldWork()];
    const one = jobs.start('import', 'u_1', first.run);
    const two = jobs.start('screen', 'u_1', second.run);
    expect([one.state, two.state, second.started]).toEqual(['running', 'queued', false]);
    expect(() => jobs.start('screen', 'u_1', heldWork().run)).toThrow(StoreBusy);
    first.finish('/api/v1/imports/b_1');
    await settled();
    expect(jobs.get('u_1', one.id)).toMatchObject({ state: 'done', result: '/api/v1/imports/b_1' });
    expect(second.started).toBe(true);
    second.finish('/x', true);
    await settled();
    expect(jobs.get('u_1', two.id).state).toBe('partial');
    expect(jobs.counts()).toEqual({ queued: 0, running: 0 });
  });
  it('end as failed, or as cancelled, running or waiting', async () => {
    const jobs = createJobs({ clock, maxRunning: 1 });
    const [failing, stopped] = [heldWork(), heldWork()];
    const failed = jobs.start('import', 'u_1', failing.run);
    failing.fail(new InvalidInput('file', 'no such column'));
    await settled();
    expect(jobs.get('u_1', failed.id)).toMatchObject({ state: 'failed', error: { code: 'invalid_input' } });
    const running = jobs.start('import', 'u_1', stopped.run);
    const waiting = jobs.start('import', 'u_1', heldWork().run);
    expect(jobs.cancel('u_1', waiting.id).state).toBe('cancelled');
    jobs.cancel('u_1', running.id);
    await settled();
    expect(jobs.get('u_1', running.id)).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
    await jobs.close();
    expect(() => jobs.start('import', 'u_1', heldWork().run)).toThrow(StoreBusy);
  });
  it('remember the last two hundred that ended', async () => {
    const jobs = createJobs({ clock });
    const first = jobs.start('quick', 'u_1', async () => ({ result: '/' }));
    await settled();
    for (let i = 0; i < 200; i++) {
      jobs.start('quick', 'u_1', async () => ({ result: '/' }));
      await settled();
    }
    expect(() => jobs.get('u_1', first.id)).toThrow(/nothing here/);
  });
});

describe('jobs over HTTP', () => {
  it('are listed for their creator, newest first, a page at a time', async () => {
    const server = await freshServer();
    const [maker, other] = [await server.as(['analyst']), await server.as(['analyst'])];
    const works = [heldWork(), heldWork()];
    const [first, second] = works.map(({ run }, place) =>
      server.jobs.start(place === 0 ? 'import' : 'screen', maker.id, run),
    );
    const ids = async (who: typeof maker, query = '') => {
      const answer = await (await who.ask(`jobs${query}`)).json();
      return {
        ids: answer.items.map(({ id }: { id: string }) => id),
        complete: answer.complete,
        next: answer.nextCursor,
      };
    };
    expect(await ids(maker)).toEqual({ ids: [second!.id, first!.id], complete: true, next: null });
    expect((await ids(other)).ids).toEqual([]);
    const page = await ids(maker, '?limit=1');
    expect(page).toMatchObject({ ids: [second!.id], complete: false });
    expect(await ids(maker, `?limit=1&cursor=${page.next}`)).toEqual({ ids: [first!.id], complete: true, next: null });
    works[0]!.finish('/api/v1/imports/b_1');
    await settled();
    expect((await (await maker.ask('jobs')).json()).items[1]).toMatchObject({
      state: 'done',
      result: '/api/v1/imports/b_1',
    });
  });

  it('are seen, followed and cancelled by their creator alone', async () => {
    const server = await freshServer();
    const [maker, other] = [await server.as(['analyst']), await server.as(['analyst'])];
    const work = heldWork();
    const { id } = server.jobs.start('screen', maker.id, work.run);
    expect(await (await maker.ask(`jobs/${id}`)).json()).toEqual({
      id,
      kind: 'screen',
      state: 'running',
      progress: { phase: 'queued', done: 0, total: null },
      result: null,
      error: null,
    });
    for (const path of [`jobs/${id}`, `jobs/${id}/events`]) expect((await other.ask(path)).status).toBe(404);
    expect((await other.ask(`jobs/${id}`, { method: 'DELETE' })).status).toBe(404);

    const events = await maker.ask(`jobs/${id}/events`);
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toMatch(/^event: progress\ndata: \{"id":.*"running"/);
    work.progress(4);
    expect((await reader.read()).value).toContain('"progress":{"phase":"reading","done":4,"total":10}');
    expect((await maker.ask(`jobs/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await reader.read()).value).toMatch(/^event: end\ndata: .*"state":"cancelled".*"code":"cancelled"/);
    expect((await reader.read()).done).toBe(true);
    const after = await maker.ask(`jobs/${id}/events`);
    expect(await after.text()).toMatch(/^event: end\n/);
  });
});
