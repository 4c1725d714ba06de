import { queryOptions } from '@tanstack/react-query';
import { type AskedClocks, ask, get } from './http.ts';
import { nameSchema } from './links.ts';
import { anything, ids, stampShape, wordsShape } from './shapes.ts';
import { z } from './zod.ts';

/** An innocent explanation that was tested, and whether the records bear it out. */
const innocent = z.looseObject({
  id: z.string().default(''),
  zh: z.string().default(''),
  en: z.string().default(''),
  holds: z.boolean().default(false),
  evidence: ids,
});
const indicator = z.looseObject({
  id: z.string(),
  family: z.string().default('other'),
  gangId: z.string().nullish(),
  n: z.number().nullish(),
  observed: z.number().nullish(),
  expected: z.number().nullish(),
  logLr: z.number().nullish(),
  coverage: z.number().nullish(),
  stratum: z.union([wordsShape, z.string().transform((text) => ({ zh: text, en: text }))]).nullish(),
  evidence: ids,
  innocent: z.array(innocent).default([]),
  without: z.number().nullish(),
  text: wordsShape,
});
export type Indicator = z.infer<typeof indicator>;
const exculpatory = z.looseObject({ id: z.string().default(''), text: wordsShape, evidence: ids });
const nextStep = z.looseObject({ zh: z.string(), en: z.string(), lawRef: z.string().nullish() });
const screened = z.looseObject({
  officialId: z.string(),
  key: z.string().default(''),
  name: z.string().default(''),
  rank: z.number(),
  level: z.string(),
  band: z.string().nullish(),
  gangs: z.array(z.looseObject({ gangId: z.string().nullish(), share: z.number().nullish() })).default([]),
  indicators: z.array(indicator).default([]),
  exculpatory: z.array(exculpatory).default([]),
  nextSteps: z.array(nextStep).default([]),
});
export type ScreenedOfficial = z.infer<typeof screened>;
const note = z.union([z.string().transform((text) => ({ zh: text, en: text })), wordsShape]);
const screenSchema = z.looseObject({
  ...stampShape,
  modelVersion: z.string().default(''),
  calibration: z.string().default('synthetic'),
  complete: z.boolean().default(true),
  limit: z.number().nullable().default(null),
  cutAt: z.object({ reason: z.string(), at: z.number() }).nullable().default(null),
  coverage: z.record(z.string(), z.number().nullable()).default({}),
  runsOnPool90d: z.number().nullish(),
  officials: z.array(screened),
  gangs: z
    .array(
      z.looseObject({
        gangId: z.string().nullish(),
        name: z.string().nullish(),
        tier: z.string().nullish(),
        members: z
          .array(
            z.looseObject({ personId: z.string(), known: z.boolean().default(true), membership: z.number().nullish() }),
          )
          .default([]),
      }),
    )
    .default([]),
  notes: z.array(note).default([]),
  names: z.record(z.string(), nameSchema).default({}),
});
export type Screen = z.infer<typeof screenSchema>;

export const screenQuery = (run: string) =>
  queryOptions({
    queryKey: ['screen', run],
    queryFn: ({ signal }) => get(screenSchema, `/screens/${run}`, { signal }),
  });
export const startScreen = (clocks: AskedClocks) => ask(anything, '/screens', { method: 'POST', json: { ...clocks } });
