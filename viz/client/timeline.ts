import { infiniteQueryOptions } from '@tanstack/react-query';
import { type AskedClocks, get } from './http.ts';
import { listOf } from './shapes.ts';
import { z } from './zod.ts';

const name = z.looseObject({ id: z.string(), type: z.string().default(''), caption: z.string().default('') });
const momentSchema = z.looseObject({
  what: z.string(),
  from: z.string().nullable().default(null),
  to: z.string().nullable().default(null),
  kind: z.string(),
  about: name,
  other: name,
  role: z.string().default(''),
  duty: z.boolean().default(false),
  count: z.number().default(1),
  sum: z.number().nullable().default(null),
  assertions: z.array(z.string()).default([]),
  events: z.string().nullable().default(null),
});
export type Moment = z.infer<typeof momentSchema>;
const timelineSchema = listOf(momentSchema).extend({ undated: z.number().default(0) });

/** One entity in time, or two together. */
export const timelineQuery = (id: string, other: string | undefined, clocks: AskedClocks) =>
  infiniteQueryOptions({
    queryKey: ['timeline', id, other ?? '', clocks],
    queryFn: ({ signal, pageParam }) =>
      get(timelineSchema, `/entities/${id}/timeline`, {
        query: { with: other, cursor: pageParam, limit: 200 },
        clocks,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
