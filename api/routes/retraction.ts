import { z } from 'zod';
import { ok } from '../http/answers.ts';
import { idField, textField } from '../http/fields.ts';
import { stampSchema } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Importer } from '../import/process.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { atClocks, type ReadingDeps } from './reading.ts';

const counted = (description: string) => z.int().meta({ description });
const impactSchema = z.strictObject({
  batch: z.string(),
  dryRun: z.boolean(),
  takenBackBy: z.string().nullable().meta({ description: 'The write that took it back; null for a dry run' }),
  assertions: counted('Statements of the batch that are taken back'),
  entities: counted('Entities of which nothing else speaks today'),
  ties: counted('Ties of which nothing else speaks today, and ties that lose an end'),
  events: counted('Rows of calls, payments and co-presence that are read no more'),
  approvals: counted('Approvals that came with the batch and end today'),
  others: z
    .strictObject({ assertions: z.int(), events: z.int() })
    .meta({ description: 'Of other batches, what rests on these approvals and can be read no more either' }),
  ...stampSchema,
});

/** Taking a whole batch back. */
export function retractionRoutes(deps: ReadingDeps & { importer: Importer }): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/imports/:batch/retract',
      summary: {
        zh: '撤回整个批次：断言撤回，记录不再读取，随批批准终止；dryRun 只说明影响',
        en: 'Take a whole batch back: statements retracted, events read no more, its approvals ended; dryRun tells the impact only',
      },
      tags: ['imports'],
      roles: whoMay.write,
      data: true,
      stores: true,
      params: { batch: idField('b') },
      body: z.strictObject({ reason: textField(2_000), dryRun: z.boolean().default(false) }),
      responses: { 200: impactSchema },
      async handler({ viewer, params: { batch }, body: { reason, dryRun }, note }) {
        note({ subjects: [batch], detail: { dryRun } });
        const impact = await deps.importer.retract({
          batch,
          reason,
          dryRun,
          audience: viewer.audience,
          userId: viewer.user.id,
          userName: viewer.user.name,
          account: viewer.account,
          purpose: viewer.purpose,
          demonstration: viewer.user.demonstration,
        });
        return ok({ batch, dryRun, ...impact, ...atClocks(deps, viewer, {}).stamp });
      },
    }),
  ];
}
