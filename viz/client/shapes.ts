import { z } from './zod.ts';

/** Parts that many answers share. Unknown fields pass through: the contract may be extended, not renamed. */
export const cutShape = {
  complete: z.boolean().default(true),
  limit: z.number().nullable().default(null),
  cutAt: z.object({ reason: z.string(), at: z.number() }).nullable().default(null),
};
export const stampShape = {
  trueAt: z.string().default(''),
  knownAt: z.string().default(''),
  dataVersion: z.string().default(''),
};
export interface CutAnswer {
  readonly complete: boolean;
  readonly limit: number | null;
  readonly cutAt: { readonly reason: string; readonly at: number } | null;
}
export const listOf = <T extends z.ZodType>(item: T) =>
  z.looseObject({ items: z.array(item), nextCursor: z.string().nullable().default(null), ...cutShape, ...stampShape });

export const wordsShape = z.object({ zh: z.string(), en: z.string() });
/** An id, or something that carries one. */
export const idOrObject = z.union([z.string(), z.looseObject({ id: z.string() }).transform((item) => item.id)]);
export const ids = z.array(idOrObject).default([]);
export const anything = z.unknown();
