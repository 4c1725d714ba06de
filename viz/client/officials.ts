import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { entitySchema } from './entities.ts';
import { type AskedClocks, get } from './http.ts';
import { linkSchema, nameSchema } from './links.ts';
import { cutShape, ids, listOf, stampShape, wordsShape } from './shapes.ts';
import { z } from './zod.ts';

const maybeText = z.string().nullish();
const post = z.looseObject({
  title: maybeText,
  unit: maybeText,
  organisation: z.looseObject({ id: z.string(), caption: z.string().default('') }).nullish(),
  department: maybeText,
  rank: z.union([z.number(), z.string()]).nullish(),
  area: maybeText,
  remit: z.array(z.string()).nullish(),
  from: maybeText,
  to: maybeText,
  assertions: ids,
});
export type Post = z.infer<typeof post>;

const officialRow = z.looseObject({
  id: z.string(),
  key: z.string().default(''),
  caption: z.string().default(''),
  posts: z.array(post).default([]),
});
export const officialsQuery = (clocks: AskedClocks) =>
  infiniteQueryOptions({
    queryKey: ['officials', clocks],
    queryFn: ({ signal, pageParam }) =>
      get(listOf(officialRow), '/officials', { query: { limit: 500, cursor: pageParam }, clocks, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

const decisionRow = z.looseObject({
  caseId: z.string().nullish(),
  decisionId: z.string().nullish(),
  partyId: z.string().nullish(),
  decision: z.string().default(''),
  lighter: z.boolean().default(false),
  at: maybeText,
  suspect: z.boolean().default(false),
  as: z.string().default('handler'),
});
const rate = { decisions: z.number().default(0), lighter: z.number().default(0) };
const strip = z.looseObject({
  stage: z.string().default(''),
  stratum: wordsShape.nullish(),
  own: z.looseObject(rate),
  ownOfSuspects: z.looseObject(rate).nullish(),
  peers: z.looseObject({
    ...rate,
    officials: z.number().default(0),
    spread: z.looseObject({ least: z.number(), most: z.number() }).nullish(),
  }),
  rows: z.array(decisionRow).default([]),
});
export type DecisionStrip = z.infer<typeof strip>;

const officialSchema = z.looseObject({
  official: entitySchema,
  posts: z.array(post).default([]),
  links: z.array(linkSchema).default([]),
  decisions: z.array(strip).default([]),
  coverage: z
    .array(
      z.looseObject({
        kind: z.string(),
        obtained: z.array(z.looseObject({ from: maybeText, to: maybeText })).default([]),
      }),
    )
    .default([]),
  disclosures: z
    .array(z.looseObject({ at: maybeText, kind: z.string().default(''), note: maybeText, aboutId: maybeText }))
    .default([]),
  clears: z.array(wordsShape).default([]),
  names: z.record(z.string(), nameSchema).default({}),
  ...cutShape,
  ...stampShape,
});
export type OfficialPage = z.infer<typeof officialSchema>;
export const officialQuery = (id: string, clocks: AskedClocks) =>
  queryOptions({
    queryKey: ['official', id, clocks],
    queryFn: ({ signal }) => get(officialSchema, `/officials/${id}`, { clocks, signal }),
  });
