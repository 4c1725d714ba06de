import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type AskedClocks, get } from './http.ts';
import { idOrObject, listOf } from './shapes.ts';
import { z } from './zod.ts';

const mergedValue = z.looseObject({ value: z.coerce.string(), assertions: z.array(idOrObject).default([]) });
export const entitySchema = z.looseObject({
  id: z.string(),
  key: z.string().default(''),
  type: z.string(),
  caption: z.string().default(''),
  roles: z.array(z.string()).default([]),
  members: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.array(mergedValue)).default({}),
});
export type Entity = z.infer<typeof entitySchema>;

const hitSchema = entitySchema.extend({
  match: z.looseObject({ field: z.string().default(''), value: z.coerce.string().default('') }).nullish(),
  hint: z
    .looseObject({
      birthYear: z.union([z.string(), z.number()]).nullish(),
      post: z.string().nullish(),
      area: z.string().nullish(),
    })
    .nullish(),
});
export type Hit = z.infer<typeof hitSchema>;

export interface SearchAsk {
  readonly q: string;
  readonly type?: string | undefined;
  readonly role?: string | undefined;
}
export const searchQuery = (asked: SearchAsk, clocks: AskedClocks) =>
  infiniteQueryOptions({
    queryKey: ['search', asked, clocks],
    queryFn: ({ signal, pageParam }) =>
      get(listOf(hitSchema), '/entities', { query: { ...asked, cursor: pageParam, limit: 50 }, clocks, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: asked.q.trim() !== '',
  });

export const entityQuery = (id: string, clocks: AskedClocks) =>
  queryOptions({
    queryKey: ['entity', id, clocks],
    queryFn: ({ signal }) => get(entitySchema, `/entities/${id}`, { clocks, signal }),
  });
