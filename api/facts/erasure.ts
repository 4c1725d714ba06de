import { createHash } from 'node:crypto';
import { compareText } from '../../model/audience.ts';
import type { Id } from '../../model/ids.ts';
import type { Erased } from './facts.ts';

/** What an erasure is asked for, and what it leaves: the same from every store, for the ledger compares hashes. */
export interface ErasureAsked {
  readonly approvals?: readonly string[];
  readonly batches?: readonly Id[];
}
export interface Tombstone {
  readonly kind: 'approval' | 'batch';
  readonly name: string;
  readonly assertions: number;
  readonly hash: string;
}
/** An assertion that goes. */
export interface GoneAssertion {
  readonly id: Id;
  readonly compartment: string;
  readonly approval: string | null;
  readonly batch: Id;
}

export const erasedOf = (rows: readonly GoneAssertion[]): Erased => ({
  ...countOf(rows),
  byCompartment: Object.fromEntries(
    [...groupsOf(rows, (row) => row.compartment)]
      .sort(([a], [b]) => compareText(a, b))
      .map(([compartment, own]) => [compartment, countOf(own)]),
  ),
});

/** One for each approval or batch that lost something; a row under an approval that was asked for is that one's. */
export function tombstonesOf(rows: readonly GoneAssertion[], approvals: readonly string[]): Tombstone[] {
  const asked = new Set(approvals);
  const graveOf = ({ approval, batch }: GoneAssertion): string =>
    JSON.stringify(approval !== null && asked.has(approval) ? ['approval', approval] : ['batch', batch]);
  return [...groupsOf(rows, graveOf)].map(([grave, own]) => {
    const [kind, name]: [Tombstone['kind'], string] = JSON.parse(grave); // as `graveOf` wrote it
    return { kind, name, ...countOf(own) };
  });
}

function groupsOf(rows: readonly GoneAssertion[], nameOf: (row: GoneAssertion) => string) {
  const groups = new Map<string, GoneAssertion[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}

/** How many, and SHA-256 over their sorted ids. */
const countOf = (rows: readonly GoneAssertion[]) => ({
  assertions: rows.length,
  hash: createHash('sha256')
    .update(
      rows
        .map(({ id }) => id)
        .sort(compareText)
        .join('\n'),
    )
    .digest('hex'),
});
