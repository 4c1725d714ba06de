import { z } from 'zod';
import { canonicalJson } from '../../../model/canonicalJson.ts';
import type { Audit, AuditEntry } from '../ledger.ts';
import { sha256 } from './canonical.ts';
import type { Store } from './store.ts';

const row = z.object({ sequence: z.number(), entry: z.string(), hash: z.string() });
const rows = z.array(row);
const head = z.object({ records: z.number(), hash: z.string() });
const entrySchema: z.ZodType<AuditEntry> = z.object({
  at: z.string(),
  user: z.string(),
  account: z.string().nullable(),
  action: z.string(),
  purpose: z.string().nullable(),
  subjects: z.array(z.string()),
  outcome: z.enum(['ok', 'refused', 'failed']),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** Append-only record of who did what: each entry's hash covers its number, its text and the hash before it, and the head keeps
 * the length and the last hash. So an edit, a deletion, an insertion, a swap and a cut tail all show. */
export function createAudit(store: Store): Audit {
  const readHead = () => head.parse(store.get('SELECT records, hash FROM audit_head WHERE one = 1'));
  return {
    record: (...entries) =>
      store.write(() => {
        let { records: sequence, hash } = readHead();
        for (const entry of entries) {
          sequence += 1;
          const text = canonicalJson(entry);
          hash = sha256(hash, String(sequence), text);
          store.run('INSERT INTO audit (sequence, entry, hash) VALUES (?, ?, ?)', sequence, text, hash);
        }
        store.run('UPDATE audit_head SET records = ?, hash = ? WHERE one = 1', sequence, hash);
      }),
    verify: () => store.read(() => verifyChain(store, readHead())),
    list: ({ after = 0, limit }) =>
      rows
        .parse(
          store.all(
            'SELECT sequence, entry, hash FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?',
            after,
            limit,
          ),
        )
        .map(({ sequence, entry }) => ({ sequence, entry: entrySchema.parse(JSON.parse(entry)) })),
  };
}

function verifyChain(store: Store, end: z.infer<typeof head>): ReturnType<Audit['verify']> {
  // A record before the first number can only have been put there by hand.
  if (store.get('SELECT 1 FROM audit WHERE sequence < 1') !== undefined)
    return { records: end.records, firstBroken: 1 };
  let previous = '';
  let expected = 1;
  for (;;) {
    const page = rows.parse(
      store.all('SELECT sequence, entry, hash FROM audit WHERE sequence >= ? ORDER BY sequence LIMIT 1000', expected),
    );
    for (const { sequence, entry, hash } of page) {
      if (sequence !== expected || hash !== sha256(previous, String(sequence), entry))
        return { records: end.records, firstBroken: expected };
      previous = hash;
      expected += 1;
    }
    if (page.length === 0) break;
  }
  const ends = expected - 1 === end.records && previous === end.hash;
  return { records: end.records, firstBroken: ends ? null : Math.min(expected, end.records + 1) };
}
