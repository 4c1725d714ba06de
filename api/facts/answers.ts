import type { Assertion } from '../../model/assertion.ts';
import type { TieKind } from '../../model/vocabulary/kinds.ts';
import type { TypeName } from '../../model/vocabulary/types.ts';
import type { PutResult } from './facts.ts';

/** What every store's adapter makes of its rows in the same way. */
export interface Counts {
  readonly entities: Partial<Record<TypeName, number>>;
  readonly ties: Partial<Record<TieKind, number>>;
}

/** In the order of the vocabulary, whatever the store's: equal answers, equal bytes. Records are no entities: not counted. */
export function inOrder<T extends string>(
  names: readonly T[],
  found: ReadonlyMap<string, number>,
): Partial<Record<T, number>> {
  const ordered: Partial<Record<T, number>> = {};
  for (const name of names) {
    const count = found.get(name);
    if (count !== undefined) ordered[name] = count;
  }
  return ordered;
}

/** A put that was stored in parts, told as one. */
export function joined(parts: readonly PutResult[]): PutResult {
  const stored: Assertion[] = [];
  let newEntities = 0;
  let newTies = 0;
  for (const part of parts) {
    for (const one of part.stored) stored.push(one);
    newEntities += part.newEntities;
    newTies += part.newTies;
  }
  return { stored, newEntities, newTies };
}
