import { queryOptions } from '@tanstack/react-query';
import { type AskedClocks, ask, get } from './http.ts';
import { nameSchema } from './links.ts';
import { anything, ids, stampShape } from './shapes.ts';
import { z } from './zod.ts';

const member = z.looseObject({ id: z.string(), membership: z.number().nullish(), role: z.string().nullish() });
const community = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  size: z.number(),
  members: z.array(member).default([]),
  others: z.number().default(0),
  inside: z.number().nullish(),
  outside: z.number().nullish(),
  officials: ids.nullish(),
  officialsDuty: ids.nullish(),
  suspects: ids.nullish(),
});
export type Community = z.infer<typeof community>;
const communitiesSchema = z.looseObject({
  nodes: z.number().default(0),
  edges: z.number().default(0),
  algorithm: z.string().default(''),
  resolution: z.union([z.number(), z.string()]).nullish(),
  quality: z.number().nullish(),
  runs: z.number().default(1),
  communities: z.array(community),
  names: z.record(z.string(), nameSchema).default({}),
  complete: z.boolean().default(true),
  limit: z.number().nullable().default(null),
  cutAt: z.object({ reason: z.string(), at: z.number() }).nullable().default(null),
  ...stampShape,
});
export type Communities = z.infer<typeof communitiesSchema>;

export const communitiesQuery = (run: string) =>
  queryOptions({
    queryKey: ['communities', run],
    queryFn: ({ signal }) => get(communitiesSchema, `/communities/${run}`, { signal }),
  });
export const startCommunities = (clocks: AskedClocks) =>
  ask(anything, '/communities', { method: 'POST', json: { ...clocks } });
