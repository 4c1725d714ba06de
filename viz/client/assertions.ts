import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type AskedClocks, get } from './http.ts';
import { listOf } from './shapes.ts';
import { z } from './zod.ts';

export const assertionSchema = z.looseObject({
  id: z.string(),
  about: z.string().default(''),
  kind: z.string().default(''),
  ends: z
    .looseObject({
      from: z.string().nullish(),
      to: z.string().nullish(),
      kind: z.string().default(''),
      role: z.string().default(''),
    })
    .nullish(),
  properties: z.record(z.string(), z.array(z.coerce.string())).default({}),
  source: z.looseObject({ id: z.string().default(''), name: z.string().nullish(), kind: z.string().nullish() }),
  origin: z.string().nullish(),
  grade: z.object({ reliability: z.string(), credibility: z.coerce.string() }).nullish(),
  compartment: z.string().default('general'),
  validFrom: z.string().nullish(),
  validTo: z.string().nullish(),
  knownAt: z.string().nullish(),
  recordedAt: z.string().nullish(),
  retracted: z
    .looseObject({ by: z.string().nullish(), reason: z.string().nullish(), knownAt: z.string().nullish() })
    .nullish(),
  objections: z
    .array(z.looseObject({ text: z.string().default(''), by: z.string().nullish(), answer: z.string().nullish() }))
    .default([]),
  batch: z.string().nullish(),
});
export type Assertion = z.infer<typeof assertionSchema>;

export const assertionsAboutQuery = (entityId: string, clocks: AskedClocks) =>
  infiniteQueryOptions({
    queryKey: ['assertions-about', entityId, clocks],
    queryFn: ({ signal, pageParam }) =>
      get(listOf(assertionSchema), `/entities/${entityId}/assertions`, {
        query: { cursor: pageParam, limit: 100 },
        clocks,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
export const assertionQuery = (id: string, clocks: AskedClocks) =>
  queryOptions({
    queryKey: ['assertion', id, clocks],
    queryFn: ({ signal }) => get(assertionSchema, `/assertions/${id}`, { clocks, signal }),
  });
