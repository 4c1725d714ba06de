import { z } from 'zod';
import { tieKindNames } from '../../model/vocabulary/kinds.ts';
import { accepted, ok } from '../http/answers.ts';
import { clockFields, idField, idsField } from '../http/fields.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { RunWork } from '../jobs/works.ts';
import { whoMay } from '../services/access/whoMay.ts';
import type { Jobs } from '../services/jobs/jobs.ts';
import type { RunService } from '../services/runs/runs.ts';
import { jobSchema, jobView } from './jobs.ts';
import { atClocks, given, type ReadingDeps } from './reading.ts';

export interface RunDeps extends ReadingDeps {
  readonly jobs: Jobs;
  readonly runs: RunService;
  readonly runWork: RunWork;
}
const result = z.looseObject({ id: z.string() });

/** Long questions: communities and screens. The same question to the same data is the same run. */
export function runRoutes(deps: RunDeps): Route[] {
  const { jobs, runs, runWork } = deps;
  return [
    defineRoute({
      method: 'post',
      path: '/communities',
      summary: { zh: '计算社群', en: 'Find communities' },
      tags: ['analysis'],
      roles: whoMay.analyse,
      data: true,
      body: z.strictObject({
        algorithm: z.enum(['louvain']).default('louvain'),
        resolution: z.union([z.number().min(0.01).max(100), z.literal('auto')]).default('auto'),
        runs: z.literal(1).default(1),
        seed: z.int().min(0).default(1),
        kinds: z.array(z.enum(tieKindNames as [string, ...string[]])).optional(),
        ...clockFields,
      }),
      responses: { 202: jobSchema },
      handler(asked) {
        const { viewer, body } = asked;
        const { clocks, stamp } = atClocks(deps, viewer, body);
        const kinds = body.kinds === undefined ? undefined : tieKindNames.filter((kind) => body.kinds!.includes(kind));
        const options = {
          algorithm: body.algorithm,
          resolution: body.resolution === 'auto' ? 1 : body.resolution,
          seed: body.seed,
          ...given({ kinds }),
        };
        const job = jobs.start('communities', viewer.user.id, async (context) => {
          const run = await runs.answer(viewer, { kind: 'communities', clocks, options }, async (audience) => ({
            ...(await runWork('communities', { audience, clocks, purpose: viewer.purpose, asked: options }, context)),
            ...stamp,
          }));
          return { result: `/api/v1/communities/${run.id}` };
        });
        return accepted(job, jobView(job, asked));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/communities/:id',
      summary: { zh: '社群计算结果', en: 'A run of communities' },
      tags: ['analysis'],
      roles: whoMay.analyse,
      data: true,
      params: { id: idField('r') },
      responses: { 200: result },
      handler: ({ viewer, params }) => ok(runs.get(viewer, 'communities', params.id)),
    }),
    defineRoute({
      method: 'post',
      path: '/screens',
      summary: { zh: '生成待核查名单', en: 'Screen officials: whom to check first' },
      tags: ['analysis'],
      roles: whoMay.analyse,
      data: true,
      body: z.strictObject({
        suspects: idsField('e').min(1).optional(),
        gang: idField('e').optional(),
        ...clockFields,
      }),
      responses: { 202: jobSchema },
      handler(asked) {
        const { viewer, body } = asked;
        const { clocks } = atClocks(deps, viewer, body);
        const options = given({ suspects: body.suspects, gang: body.gang });
        const job = jobs.start('screen', viewer.user.id, async (context) => {
          const run = await runs.answer(viewer, { kind: 'screen', clocks, options }, (audience, others) =>
            runWork('screen', { audience, clocks, options, others }, context),
          );
          return { result: `/api/v1/screens/${run.id}` };
        });
        return accepted(job, jobView(job, asked));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/screens/:id',
      summary: { zh: '待核查名单', en: 'A screen' },
      tags: ['analysis'],
      roles: whoMay.analyse,
      data: true,
      params: { id: idField('r') },
      responses: { 200: result },
      handler({ viewer, params }) {
        return ok(runs.get(viewer, 'screen', params.id));
      },
    }),
  ];
}
