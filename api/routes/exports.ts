import { z } from 'zod';
import { InvalidInput } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import { accepted, asFile, bytes } from '../http/answers.ts';
import { clockFields, idField, idsField, textField } from '../http/fields.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { RunWork } from '../jobs/works.ts';
import type { Viewer } from '../services/access/viewer.ts';
import { whoMay } from '../services/access/whoMay.ts';
import type { BoardService } from '../services/boards/boards.ts';
import { exportFormats } from '../services/exports/exports.ts';
import type { ExportShelf } from '../services/exports/shelf.ts';
import type { Jobs } from '../services/jobs/jobs.ts';
import { jobSchema, jobView } from './jobs.ts';
import { atClocks, type ReadingDeps } from './reading.ts';

export interface ExportDeps extends ReadingDeps {
  readonly jobs: Jobs;
  readonly runWork: RunWork;
  readonly boards: BoardService;
  readonly shelf: ExportShelf;
}

const mostDossiers = 20;

/** Exports are announced with a reason, made by a job and fetched once ready by whoever asked. */
export function exportRoutes(deps: ExportDeps): Route[] {
  const { jobs, runWork, boards, shelf, clock } = deps;
  const boardEntities = async (viewer: Viewer, id: Id): Promise<Id[]> =>
    Object.keys((await boards.get(viewer, id)).content).flatMap((key) =>
      key.startsWith('entity:') ? [key.slice('entity:'.length)] : [],
    );

  return [
    defineRoute({
      method: 'post',
      path: '/exports',
      summary: { zh: '导出（需说明理由；图片只登记）', en: 'Export; a picture is announced only' },
      tags: ['explore'],
      roles: whoMay.explore,
      data: true,
      body: z
        .strictObject({
          format: z.enum([...exportFormats, 'dossier', 'picture']),
          ids: idsField('e').optional(),
          boardId: idField('o').optional(),
          reason: textField(1_000),
          ...clockFields,
        })
        .refine((body) => (body.ids === undefined) !== (body.boardId === undefined), {
          path: ['ids'],
          message: 'ids or boardId, one of them',
        }),
      responses: { 202: jobSchema },
      async handler(asked) {
        const { viewer, body, note } = asked;
        const { clocks, stamp } = atClocks(deps, viewer, body);
        if (body.format === 'dossier' && (body.ids?.length ?? mostDossiers + 1) > mostDossiers)
          throw new InvalidInput('body.ids', `dossiers are of 1 to ${mostDossiers} entities, by their ids`);
        const ids = body.ids ?? (await boardEntities(viewer, body.boardId!)); // the schema demands one of the two
        note({
          subjects: ids.slice(0, 50),
          detail: { format: body.format, reason: body.reason, entities: ids.length },
        });
        const { format } = body;
        const head = {
          exportedAt: clock.now().toISOString(),
          user: viewer.user.name,
          purpose: viewer.purpose ?? '',
          reason: body.reason,
          ...stamp,
        };
        const job = jobs.start('export', viewer.user.id, async (context) => {
          if (format === 'picture') return { result: `/api/v1/exports/${shelf.put(viewer, {})}` };
          const exported =
            format === 'dossier'
              ? await runWork('dossier', { audience: viewer.audience, clocks, asked: { ids, head } }, context)
              : await runWork('export', { audience: viewer.audience, clocks, asked: { format, ids, head } }, context);
          return { result: `/api/v1/exports/${shelf.put(viewer, exported.files)}`, partial: !exported.cut.complete };
        });
        return accepted(job, jobView(job, asked));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/exports/:id',
      summary: { zh: '取导出文件（仅本人）', en: 'Fetch an export (its maker only)' },
      tags: ['explore'],
      roles: whoMay.explore,
      data: true,
      purpose: 'inherited',
      params: { id: idField('x') },
      responses: { 200: 'application/zip' },
      handler({ viewer, params, note }) {
        const kept = shelf.get(viewer, params.id);
        note({ purpose: kept.purpose, detail: { export: params.id } });
        return bytes('application/zip', kept.archive, asFile('powang-export.zip'));
      },
    }),
  ];
}
