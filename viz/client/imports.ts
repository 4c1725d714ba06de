import { queryOptions } from '@tanstack/react-query';
import { ask, get } from './http.ts';
import { anything, listOf, wordsShape } from './shapes.ts';
import { z } from './zod.ts';

const reject = z.looseObject({
  file: z.string().default(''),
  line: z.number().nullish(),
  field: z.string().nullish(),
  code: z.string().default(''),
  reason: z.string().default(''),
});
const reportSchema = z.looseObject({
  batch: z.string().nullish(),
  entities: z.number().default(0),
  ties: z.number().default(0),
  events: z.number().default(0),
  rejected: z.number().nullish(),
  seconds: z.number().nullish(),
  files: z
    .array(
      z.looseObject({
        file: z.string(),
        rows: z.number().default(0),
        accepted: z.number().default(0),
        rejected: z.number().default(0),
      }),
    )
    .default([]),
  rejects: z.array(reject).default([]),
});
export type ImportReport = z.infer<typeof reportSchema>;
/** A batch holds its report only for who made it; others see its counts. A dry run answers its report alone. */
export const importSchema = z
  .looseObject({ report: reportSchema.nullish() })
  .and(reportSchema.partial())
  .transform(({ report, ...head }): ImportReport => report ?? reportSchema.parse(head));

const takenBack = z.looseObject({
  compartment: z.string(),
  by: z.string().default(''),
  reason: z.string().default(''),
  day: z.string().default(''),
});
const batchRow = z.looseObject({
  batch: z.string(),
  kind: z.string().default('import'),
  startedAt: z.string().default(''),
  entities: z.number().default(0),
  ties: z.number().default(0),
  events: z.number().default(0),
  rejected: z.number().nullish(),
  takenBack: z.array(takenBack).default([]),
  /** Whether something of it could still be taken back. */
  left: z.boolean().default(false),
});
export type BatchRow = z.infer<typeof batchRow>;
export const batchesQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => get(listOf(batchRow), '/imports', { query: { limit: 50 }, signal }),
});

/** A batch: its head, and its report for whoever made it. */
const batchSchema = z
  .looseObject({ report: reportSchema.nullish() })
  .and(batchRow)
  .transform(({ report, ...head }) => ({ head, report: report ?? reportSchema.parse(head) }));

const formatsSchema = z.looseObject({
  formats: z.array(z.string()).default(['bundle']),
  files: z.array(z.looseObject({ file: z.string(), label: wordsShape })).default([]),
});
export const formatsQuery = queryOptions({
  queryKey: ['import-formats'],
  queryFn: ({ signal }) => get(formatsSchema, '/imports/formats', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export interface ImportAsk {
  readonly format?: string | undefined;
  readonly source?: string | undefined;
  readonly compartment?: string | undefined;
  readonly approval?: string | undefined;
  readonly dryRun: boolean;
}
const mediaTypes: Readonly<Record<string, string>> = { zip: 'application/zip', csv: 'text/csv' };
/** File names may be Chinese and a header is Latin: percent-encoded. What a browser calls a zip differs from system to system. */
const headersOf = (file: File) => ({
  'x-filename': encodeURIComponent(file.name),
  'content-type': mediaTypes[file.name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream',
});

export const startImport = (file: File, asked: ImportAsk) =>
  ask(anything, '/imports', { method: 'POST', bytes: file, query: { ...asked }, headers: headersOf(file) });
export const batchQuery = (batch: string) =>
  queryOptions({
    queryKey: ['import', batch],
    queryFn: ({ signal }) => get(batchSchema, `/imports/${batch}`, { signal }),
  });

const impactSchema = z.looseObject({
  assertions: z.number(),
  entities: z.number(),
  ties: z.number(),
  events: z.number(),
  approvals: z.number(),
  others: z.looseObject({ assertions: z.number(), events: z.number() }),
});
export type Impact = z.infer<typeof impactSchema>;
/** What taking it back would do, and doing it. */
export const retractBatch = async (batch: string, asked: { reason: string; dryRun: boolean }): Promise<Impact> =>
  (await ask(impactSchema, `/imports/${batch}/retract`, { method: 'POST', json: asked })).data;
