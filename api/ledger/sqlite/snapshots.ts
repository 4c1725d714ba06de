import { z } from 'zod';
import { canonicalJson } from '../../../model/canonicalJson.ts';
import { NotFound } from '../../../model/errors.ts';
import { type Id, randomId } from '../../../model/ids.ts';
import type { BoardContent, Boards, Snapshot } from '../ledger.ts';
import type { Store } from './store.ts';

const row = z.object({
  id: z.string(),
  board: z.string(),
  name: z.string(),
  made_at: z.string(),
  true_at: z.string(),
  known_at: z.string(),
  data_version: z.string(),
  content: z.string(),
});
const rows = z.array(row);

const toSnapshot = ({ made_at, true_at, known_at, data_version, content, ...rest }: z.infer<typeof row>): Snapshot => ({
  ...rest,
  madeAt: made_at,
  trueAt: true_at,
  knownAt: known_at,
  dataVersion: data_version,
  content: JSON.parse(content) as BoardContent, // written below
});

/** Boards as they once stood: written once, whole. */
export function createSnapshots(
  store: Store,
  random: (size: number) => Uint8Array,
  find: (owner: Id, board: Id) => { readonly content: BoardContent } | undefined,
): Pick<Boards, 'snapshot' | 'snapshots'> {
  const of = (board: Id): Snapshot[] =>
    rows
      .parse(store.all('SELECT * FROM board_snapshots WHERE board = ? ORDER BY sequence DESC', board))
      .map(toSnapshot);
  return {
    snapshot: (owner, board, { name, madeAt, trueAt, knownAt, dataVersion }) =>
      store.write(() => {
        const present = find(owner, board);
        if (present === undefined) throw new NotFound();
        const snapshot = { id: randomId('n', random), board, name, madeAt, trueAt, knownAt, dataVersion };
        store.run(
          `INSERT INTO board_snapshots (id, board, name, made_at, true_at, known_at, data_version, content)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
          ...Object.values(snapshot),
          canonicalJson(present.content),
        );
        return { ...snapshot, content: present.content };
      }),
    snapshots: (owner, board) => store.read(() => (find(owner, board) === undefined ? undefined : of(board))),
  };
}
