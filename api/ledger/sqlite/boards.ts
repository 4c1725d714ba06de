import { z } from 'zod';
import { canonicalJson } from '../../../model/canonicalJson.ts';
import { NotFound } from '../../../model/errors.ts';
import { randomId } from '../../../model/ids.ts';
import type { BoardContent, Boards, StoredBoard } from '../ledger.ts';
import { createSnapshots } from './snapshots.ts';
import type { Store } from './store.ts';

const row = z.object({
  id: z.string(),
  name: z.string(),
  owner: z.string(),
  created_at: z.string(),
  changed_at: z.string(),
});
const itemRows = z.array(z.object({ item: z.string(), value: z.string() }));
const rows = z.array(row);
const oneRow = row.optional();

/** Saved canvases, an item a row, so that a change touches what it names and nothing else. */
export function createBoards(store: Store, random: (size: number) => Uint8Array): Boards {
  const toBoard = (stored: z.infer<typeof row>): StoredBoard => ({
    id: stored.id,
    name: stored.name,
    owner: stored.owner,
    createdAt: stored.created_at,
    changedAt: stored.changed_at,
    content: Object.fromEntries(
      itemRows
        .parse(store.all('SELECT item, value FROM board_items WHERE board = ? ORDER BY item', stored.id))
        .map(({ item, value }) => [item, JSON.parse(value)]),
    ),
  });
  function find(owner: string, id: string): StoredBoard | undefined {
    const found = oneRow.parse(store.get('SELECT * FROM boards WHERE owner = ? AND id = ?', owner, id));
    return found === undefined ? undefined : toBoard(found);
  }
  function get(owner: string, id: string): StoredBoard {
    const board = find(owner, id);
    if (board === undefined) throw new NotFound();
    return board;
  }
  function putItems(id: string, items: BoardContent): void {
    for (const [item, value] of Object.entries(items)) {
      store.run(
        'INSERT INTO board_items (board, item, value) VALUES (?, ?, ?) ON CONFLICT (board, item) DO UPDATE SET value = excluded.value',
        id,
        item,
        canonicalJson(value),
      );
    }
  }

  return {
    create: (owner, board, content, now) =>
      store.write(() => {
        const id = randomId('o', random);
        store.run(
          'INSERT INTO boards (id, owner, name, demonstration, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)',
          id,
          owner,
          board.name,
          board.demonstration ? 1 : 0,
          now,
          now,
        );
        putItems(id, content);
        return get(owner, id);
      }),
    find: (owner, id) => store.read(() => find(owner, id)),
    list: (owner) =>
      store.read(() =>
        rows.parse(store.all('SELECT * FROM boards WHERE owner = ? ORDER BY sequence', owner)).map(toBoard),
      ),
    patch: (owner, id, now, change) =>
      store.write(() => {
        const diff = change(get(owner, id));
        for (const item of diff.removed) store.run('DELETE FROM board_items WHERE board = ? AND item = ?', id, item);
        putItems(id, diff.added);
        putItems(id, diff.updated);
        store.run(
          'UPDATE boards SET name = coalesce(?, name), changed_at = ? WHERE id = ?',
          diff.name ?? null,
          now,
          id,
        );
        return get(owner, id);
      }),
    remove: (owner, id) => store.run('DELETE FROM boards WHERE owner = ? AND id = ?', owner, id) > 0,
    ...createSnapshots(store, random, find),
  };
}
