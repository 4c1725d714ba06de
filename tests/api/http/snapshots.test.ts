import { describe, expect, it } from 'vitest';
import { randomId } from '../../../model/ids.ts';
import { tamper } from '../ledger/fixture.ts';
import { freshServer } from './fixture.ts';

const [li, wang] = [randomId('e'), randomId('e')];
const key = (id: string) => `entity:${id}`;

async function withSnapshot() {
  const server = await freshServer();
  const user = await server.as(['investigator']);
  const board = await (await user.ask('boards', { method: 'POST', body: { name: '第一张', ids: [li, wang] } })).json();
  const path = `boards/${board.id}/snapshots`;
  const response = await user.ask(path, {
    method: 'POST',
    body: { name: '会前', trueAt: '2023-01..2023-06', knownAt: '2024-03-01' },
  });
  return { server, user, board, path, response, made: await response.json() };
}

describe('a snapshot of a board', () => {
  it('holds the board, both clocks and the data version, and stays as it is when the board moves on', async () => {
    const { user, board, path, response, made } = await withSnapshot();
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(`/api/v1/${path}/${made.id}`);
    expect(made).toMatchObject({
      board: board.id,
      name: '会前',
      trueAt: '2023-01..2023-06',
      knownAt: '2024-03-01',
      dataVersion: expect.any(String),
      content: { [key(li)]: {}, [key(wang)]: {} },
    });
    await user.ask(`boards/${board.id}`, {
      method: 'PATCH',
      body: { removed: [key(li)], name: '第二张' },
      headers: { 'If-Match': '*' },
    });
    const again = await user.ask(`${path}/${made.id}`);
    expect(await again.json()).toEqual(made);
    expect(again.headers.get('etag')).toBe(`"${made.version}"`);
  });

  it('is listed newest first, without its content', async () => {
    const { user, path, made } = await withSnapshot();
    const second = await (await user.ask(path, { method: 'POST', body: { name: '会后' } })).json();
    const { items, complete } = await (await user.ask(path)).json();
    expect(items.map(({ id }: { id: string }) => id)).toEqual([second.id, made.id]);
    expect(complete).toBe(true);
    expect(items[1]).not.toHaveProperty('content');
    expect(second.knownAt).toBe('2024-05-01');
  });

  it('shows what its reader may see today; what he may not is kept', async () => {
    const { server, user, path, made } = await withSnapshot();
    server.hidden.add(wang);
    const hidden = await (await user.ask(`${path}/${made.id}`)).json();
    expect(Object.keys(hidden.content)).toEqual([key(li)]);
    expect(hidden.version).not.toBe(made.version);
    const during = await (await user.ask(path, { method: 'POST', body: { name: '其间' } })).json();
    expect(Object.keys(during.content)).toEqual([key(li)]);
    server.hidden.delete(wang);
    expect(await (await user.ask(`${path}/${made.id}`)).json()).toEqual(made);
    const { content } = await (await user.ask(`${path}/${during.id}`)).json();
    expect(Object.keys(content).sort()).toEqual([key(li), key(wang)].sort());
  });

  it('is its owner’s alone, goes with its board, and is stored once under one key', async () => {
    const { server, user, board, path, made } = await withSnapshot();
    const other = await server.as(['investigator']);
    for (const one of [path, `${path}/${made.id}`]) expect((await other.ask(one)).status).toBe(404);
    expect((await other.ask(path, { method: 'POST', body: { name: '别人' } })).status).toBe(404);
    const headers = { 'Idempotency-Key': 'once' };
    const twice = [1, 2].map(() => user.ask(path, { method: 'POST', body: { name: '一次' }, headers }));
    await Promise.all(twice);
    expect((await (await user.ask(path)).json()).items).toHaveLength(2);
    await user.ask(`boards/${board.id}`, { method: 'DELETE' });
    expect((await user.ask(`${path}/${made.id}`)).status).toBe(404);
    expect(server.ledger.boards.snapshots(user.id, board.id)).toBeUndefined();
  });

  it('cannot be changed, not even in the store', async () => {
    const { server, made } = await withSnapshot();
    expect(() => tamper(server.ledgerPath, `UPDATE board_snapshots SET name = 'x' WHERE id = '${made.id}'`)).toThrow(
      /stays as it is/,
    );
  });

  it('needs a name and clocks that are dates', async () => {
    const { user, path } = await withSnapshot();
    for (const body of [{}, { name: '' }, { name: 'x', trueAt: 'soon' }, { name: 'x', content: {} }])
      expect((await user.ask(path, { method: 'POST', body })).status).toBe(400);
  });
});
