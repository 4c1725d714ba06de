import { z } from 'zod';
import { InvalidInput } from '../../model/errors.ts';
import { agencyFormatNames, agencyFormats } from '../../model/vocabulary/agency.ts';
import { bundleFiles, columnsOf } from '../../model/vocabulary/bundle.ts';
import { accepted, ok } from '../http/answers.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { importFormats } from '../import/options.ts';
import type { Importer } from '../import/process.ts';
import { whoMay } from '../services/access/whoMay.ts';
import type { Uploads } from '../services/imports/uploads.ts';
import type { Jobs } from '../services/jobs/jobs.ts';
import { jobSchema, jobView } from './jobs.ts';

export interface ImportRouteDeps {
  readonly jobs: Jobs;
  readonly importer: Importer;
  readonly uploads: Uploads;
}
const uploadLimitBytes = 4_000_000_000;
const flag = z.enum(['true', 'false']).default('false');
const words = z.strictObject({ zh: z.string(), en: z.string() });

/** Importing: the bytes of one zip or file; the work is done by a child, the upload is deleted when its job ends. */
export function importRoutes({ jobs, importer, uploads }: ImportRouteDeps): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/imports',
      summary: {
        zh: '导入数据包、银行流水、通话详单（zip 或单个 csv）或其他软件的文件',
        en: "Import a bundle, bank flow, call records (a zip, or one csv), or another tool's file",
      },
      tags: ['imports'],
      roles: whoMay.write,
      data: true,
      query: {
        format: z.enum(importFormats).optional(),
        source: z.string().max(200).optional(),
        compartment: z.string().max(100).optional(),
        approval: z.string().max(300).optional(),
        namespace: z.string().max(100).default(''),
        strict: flag,
        dryRun: flag,
      },
      headers: { 'x-filename': z.string().max(600) },
      upload: {
        types: [
          'application/zip',
          'text/csv',
          'application/json',
          'application/x-ndjson',
          'application/xml',
          'text/xml',
          'text/plain',
          'application/octet-stream',
        ],
        limitBytes: uploadLimitBytes,
      },
      responses: { 202: jobSchema },
      async handler(asked) {
        const { viewer, query, note } = asked;
        if (query.compartment !== undefined && !viewer.audience.compartments.includes(query.compartment))
          throw new InvalidInput('query.compartment', 'not a compartment you hold');
        const upload = await uploads.receive(asked.upload, asked.header('x-filename') ?? '', asked.signal);
        note({ detail: { dryRun: query.dryRun === 'true' } });
        const job = jobs.start('import', viewer.user.id, async ({ signal, onProgress }) => {
          try {
            const report = await importer.run(
              {
                paths: [{ path: upload.path, name: upload.name }],
                format: query.format ?? null,
                namespace: query.namespace,
                source: query.source ?? null,
                compartment: query.compartment ?? null,
                approval: query.approval ?? null,
                strict: query.strict === 'true',
                dryRun: query.dryRun === 'true',
                rejectsPath: null,
                user: viewer.user.id,
                account: null,
                purpose: viewer.purpose,
                demonstration: viewer.user.demonstration,
                allowedCompartments: viewer.audience.compartments,
              },
              { signal, onProgress: ({ phase, done, total }) => onProgress(phase, done, total) },
            );
            const result =
              report.batch === null
                ? `/api/v1/imports/reports/${uploads.keepReport(viewer.user.id, report)}`
                : `/api/v1/imports/${report.batch}`;
            return { result, partial: report.rejected > 0 };
          } finally {
            await upload.remove();
          }
        });
        return accepted(job, jobView(job, asked));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/imports/reports/:id',
      summary: {
        zh: '试导入或被拒导入的报告（仅本人）',
        en: 'Report of a dry run or a refused import (its maker only)',
      },
      tags: ['imports'],
      roles: whoMay.write,
      data: true,
      params: { id: z.string().max(100) },
      responses: { 200: z.strictObject({ report: z.unknown() }) },
      handler: ({ viewer, params }) => ok({ report: uploads.report(viewer.user.id, params.id) }),
    }),
    defineRoute({
      method: 'get',
      path: '/imports/formats',
      summary: { zh: '数据包的文件与列', en: 'Files and columns of a bundle' },
      tags: ['imports'],
      roles: whoMay.explore,
      data: false,
      responses: {
        200: z.strictObject({
          formats: z.array(z.enum(importFormats)),
          tables: z.array(
            z.strictObject({
              format: z.enum(agencyFormatNames),
              label: words,
              template: z.array(z.string()),
              needed: z.array(z.array(z.string())),
              columns: z.array(z.strictObject({ role: z.string(), headers: z.array(z.string()) })),
              passedOver: z.array(z.string()),
            }),
          ),
          files: z.array(
            z.strictObject({
              file: z.string(),
              label: words,
              columns: z.array(
                z.strictObject({ name: z.string(), label: words, type: z.string(), required: z.boolean() }),
              ),
            }),
          ),
        }),
      },
      handler: () =>
        ok({
          formats: [...importFormats],
          tables: Object.values(agencyFormats).map(({ name, label, template, needed, headers, passedOver }) => ({
            format: name,
            label,
            template: [...template],
            needed: needed.map((group) => [...group]),
            columns: Object.entries(headers).map(([role, words]) => ({ role, headers: [...words] })),
            passedOver: [...passedOver],
          })),
          files: bundleFiles.map((file) => ({
            file: file.file,
            label: file.label,
            columns: columnsOf(file).map(({ name, label, type, required }) => ({
              name,
              label,
              type,
              required: required === true,
            })),
          })),
        }),
    }),
  ];
}
