import { infiniteQueryOptions } from '@tanstack/react-query';
import { type AskedClocks, get } from './http.ts';
import { listOf } from './shapes.ts';
import { z } from './zod.ts';

const text = z.string().nullish();
const rowSchema = z.looseObject({
  id: z.string().default(''),
  kind: z.string().default(''),
  from: text,
  to: text,
  fromGiven: text,
  toGiven: text,
  at: text,
  until: text,
  amount: z.number().nullish(),
  count: z.number().nullish(),
  detail: text,
  note: text,
  duty: z.boolean().default(false),
  dutyReason: text,
  source: text,
  origin: text,
  grade: text,
  approval: text,
  file: text,
  line: z.number().nullish(),
});
export type EventRow = z.infer<typeof rowSchema>;
const totalSchema = z.union([z.number().transform((rows) => ({ rows })), z.looseObject({ rows: z.number() })]);

/** The rows behind a figure. Opening them is a recorded read. */
export const eventRowsQuery = (query: string, clocks: AskedClocks) =>
  infiniteQueryOptions({
    queryKey: ['events', query, clocks],
    queryFn: ({ signal, pageParam }) =>
      get(listOf(rowSchema).extend({ total: totalSchema.nullish() }), `/events/${query}`, {
        query: { cursor: pageParam, limit: 200 },
        clocks,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
