import { z } from 'zod';
import type { Cut } from '../../model/errors.ts';
import type { Stamp } from '../services/access/stamp.ts';

export const cutSchema = {
  complete: z.boolean(),
  limit: z.number().nullable(),
  cutAt: z.strictObject({ reason: z.enum(['limit', 'deadline', 'hops', 'memory']), at: z.number() }).nullable(),
};
export const stampSchema = { trueAt: z.string(), knownAt: z.string(), dataVersion: z.string() };

/** Schema of a list in the contract's envelope. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable(), ...cutSchema, ...stampSchema });

export function list<Item>(items: readonly Item[], nextCursor: string | null, cut: Cut, stamp: Stamp) {
  return { items, nextCursor, complete: cut.complete, limit: cut.limit, cutAt: cut.cutAt, ...stamp };
}
