import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepingUnseen, seen, seenContent } from '../../../api/services/boards/seen.ts';
import { randomId } from '../../../model/ids.ts';
import { freshServer, problem } from './fixture.ts';

const [li, wang, ghost] = [randomId('e'), randomId('e'), randomId('e')];
const key = (id: string) => `entity:${id}`;

async function withBoard() {
  const server = await freshServer();
  const user = await server.as(['investigator']);
  const response = await user.ask('boards', { method: 'POST', body: { name: '第一张', ids: [li, wang] } });
  const board = await response.json();
  const path = `boards/${board.id}`;
  const patch = (body: unknown, etag: string) =>
    user.ask(path, { method: 'PATCH', body, headers: { 'If-Match': etag } });
  return { server, user, board, path, patch, etag: response.headers.get('etag') ?? '' };
}

describe('a board', () => {
  it('is made, listed, opened, changed and deleted', async () => {
    const { user, board, path, patch, etag } = await withBoard();
    expect(board).toMatchObject({ name: '第一张', content: { [key(li)]: {}, [key(wang)]: {} } });
    const changed = await patch(
      {
        name: '第二张',
        added: { 'note:a': { text: '同乡？' } },
        updated: { [key(li)]: { x: 1 } },
        removed: [key(wang)],
      },
      etag,
    );
    expect(changed.status).toBe(200);
    const opened = await user.ask(path);
    expect(await opened.json()).toMatchObject({
      name: '第二张',
      content: { [key(li)]: { x: 1 }, 'note:a': { text: '同乡？' } },
    });
    expect(opened.headers.get('etag')).toBe(changed.headers.get('etag'));
    expect(await (await user.ask('boards')).json()).toMatchObject({
      items: [{ id: board.id, name: '第二张' }],
      complete: true,
      trueAt: '2024-05-01',
      dataVersion: expect.any(String),
    });
    expect((await user.ask(path, { method: 'DELETE' })).status).toBe(204);
    expect((await user.ask(path)).status).toBe(404);
  });
  it('clashes when it was changed in between, and shows the present one', async () => {
    const { patch, etag } = await withBoard();
    expect((await patch({ added: { 'note:a': 1 } }, etag)).status).toBe(200);
    const clash = await patch({ added: { 'note:b': 2 } }, etag);
    expect(clash.status).toBe(412);
    const told = await clash.json();
    expect(told).toMatchObject({ code: 'precondition_failed', present: { content: { 'note:a': 1 } } });
    expect(clash.headers.get('etag')).toBe(`"${told.present.version}"`);
    expect((await patch({ added: { 'note:b': 2 } }, `"${told.present.version}"`)).status).toBe(200);
    expect((await patch({ added: { 'note:c': 3 } }, '*')).status).toBe(200);
  });
  it('is changed only by who says which one he read', async () => {
    const { user, path } = await withBoard();
    const response = await user.ask(path, { method: 'PATCH', body: { removed: [] } });
    expect([response.status, (await problem(response)).errors[0]]).toMatchObject([
      400,
      { path: 'header.if-match', code: 'missing_field' },
    ]);
  });
  it('is its owner’s alone: to others it is not there', async () => {
    const { server, path } = await withBoard();
    const other = await server.as(['supervisor']);
    const [forbidden, missing] = [await other.ask(path), await other.ask(`boards/${randomId('o')}`)];
    expect([forbidden.status, missing.status]).toEqual([404, 404]);
    expect((await other.ask(path, { method: 'DELETE' })).status).toBe(404);
    expect((await (await other.ask('boards')).json()).items).toEqual([]);
  });
  it('takes no other kinds of items', async () => {
    const { patch, etag } = await withBoard();
    for (const item of ['entity:x', 'tie:t_1', 'note:', 'note:a b', 'other:1'])
      expect((await patch({ added: { [item]: 1 } }, etag)).status).toBe(400);
  });
});

describe('what the viewer cannot see (any more)', () => {
  it('is simply not there, in items, groups and positions, and keeps its place when he writes', async () => {
    const { server, user, path, patch, etag } = await withBoard();
    await patch(
      { added: { 'group:g': { members: [li, wang] }, 'setting:places': { [li]: [1, 2], [wang]: [3, 4] } } },
      etag,
    );
    server.hidden.add(wang);
    const blind = await user.ask(path);
    const board = await blind.json();
    expect(board.content).toEqual({ [key(li)]: {}, 'group:g': { members: [li] }, 'setting:places': { [li]: [1, 2] } });
    expect((await (await user.ask('boards')).text()).includes(wang)).toBe(false);

    const written = await patch(
      {
        updated: {
          'group:g': { members: [li], name: '一伙' },
          'setting:places': { [li]: [9, 9] },
          [key(wang)]: { x: 1 },
        },
        removed: [key(wang)],
      },
      blind.headers.get('etag') ?? '',
    );
    expect((await written.json()).content).toEqual({
      [key(li)]: {},
      'group:g': { members: [li], name: '一伙' },
      'setting:places': { [li]: [9, 9] },
    });
    server.hidden.clear();
    expect((await (await user.ask(path)).json()).content).toEqual({
      [key(li)]: {},
      [key(wang)]: {},
      'group:g': { members: [li, wang], name: '一伙' },
      'setting:places': { [li]: [9, 9], [wang]: [3, 4] },
    });
  });
  it('is answered like what does not exist, when a board is made of it or told to hold it', async () => {
    const { server, user, patch } = await withBoard();
    server.hidden.add(ghost);
    const response = await user.ask('boards', { method: 'POST', body: { name: 'b', ids: [ghost, li] } });
    expect((await response.json()).content).toEqual({ [key(li)]: {} });
    expect(Object.keys((await (await patch({ added: { [key(ghost)]: {} } }, '*')).json()).content)).not.toContain(
      key(ghost),
    );
  });
  it('neither shows nor gets lost, whatever is written', () => {
    const ids = [li, wang, ghost];
    const visible = new Set([li]);
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<unknown>(...ids, 'text', 1, null),
        fc.array(tie('any')),
        fc.dictionary(fc.constantFrom(...ids, 'a', 'b'), tie('any')),
      ),
    })).any;
    const isHiddenIn = (one: unknown) => [wang, ghost].some((id) => JSON.stringify(one).includes(id));
    fc.assert(
      fc.property(value, (stored) => {
        const shown = seen([stored], visible);
        expect(isHiddenIn(shown)).toBe(false);
        // Written back as it was read, with nothing changed: still the same to see.
        expect(seen(keepingUnseen([stored], shown, visible), visible)).toEqual(shown);
      }),
    );
    expect(seenContent({ [key(wang)]: {}, 'note:n': { entity: ghost, text: 'x' } }, visible)).toEqual({
      'note:n': { text: 'x' },
    });
  });
});
