import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type AskedClocks, get } from './http.ts';
import { idOrObject, listOf } from './shapes.ts';
import { z } from './zod.ts';

export const tieSchema = z.looseObject({
  id: z.string(),
  kind: z.string(),
  type: z.string().default(''),
  from: idOrObject,
  to: idOrObject,
  other: z.looseObject({ id: z.string(), type: z.string().default(''), caption: z.string().default('') }),
  directed: z.boolean().default(false),
  duty: z.boolean().default(false),
  dutyReason: z.union([z.string(), z.object({ zh: z.string(), en: z.string() })]).nullish(),
  first: z.string().nullish(),
  last: z.string().nullish(),
  count: z.number().nullish(),
  sum: z.number().nullish(),
  certainty: z.string().nullish(),
  role: z.string().nullish(),
  assertions: z.array(idOrObject).default([]),
  events: z.string().nullish(),
});
export type Tie = z.infer<typeof tieSchema>;

export interface TiesAsk {
  readonly kinds?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly duty?: string | undefined;
}
const tiesPage = listOf(tieSchema);

export const tiesOf = (id: string, asked: TiesAsk, clocks: AskedClocks, signal?: AbortSignal, cursor?: string) =>
  get(tiesPage, `/entities/${id}/ties`, { query: { ...asked, cursor }, clocks, signal });

export const tiesQuery = (id: string, asked: TiesAsk, clocks: AskedClocks) =>
  infiniteQueryOptions({
    queryKey: ['ties', id, asked, clocks],
    queryFn: ({ signal, pageParam }) => tiesOf(id, asked, clocks, signal, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

const sides = z.looseObject({ private: z.number().default(0), duty: z.number().default(0) });
const countsSchema = z.looseObject({
  id: z.string(),
  total: z.number(),
  byKind: z.record(z.string(), sides).default({}),
  byType: z.record(z.string(), z.union([z.number(), sides.transform((side) => side.private + side.duty)])).default({}),
});
export type TieCounts = z.infer<typeof countsSchema>;
export const tieCountsQuery = (id: string, clocks: AskedClocks) =>
  queryOptions({
    queryKey: ['tie-counts', id, clocks],
    queryFn: ({ signal }) => get(countsSchema, `/entities/${id}/tie-counts`, { clocks, signal }),
  });
