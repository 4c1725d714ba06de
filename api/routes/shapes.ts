import { z } from 'zod';
import { cutSchema, stampSchema } from '../http/lists.ts';

/** Shapes of the contract's answers, for the description of the interface. */
const id = z.string();
export const names = z.record(id, z.strictObject({ caption: z.string(), type: z.string() }));
export const grade = z.strictObject({ reliability: z.string(), credibility: z.int() });

export const entityShape = z.strictObject({
  id,
  key: z.string(),
  type: z.string(),
  caption: z.string(),
  roles: z.array(z.enum(['official', 'suspect'])),
  members: z.array(id),
  properties: z.record(z.string(), z.array(z.strictObject({ value: z.string(), assertions: z.array(id) }))),
});
export const searchItemShape = entityShape.extend({
  match: z.strictObject({ field: z.string(), value: z.string() }),
  hint: z.strictObject({ birthYear: z.string().nullable(), post: z.string().nullable(), area: z.string().nullable() }),
});
export const assertionShape = z.strictObject({
  id,
  about: id,
  kind: z.string(),
  class: z.enum(['entity', 'tie', 'record']),
  ends: z.strictObject({ from: id, to: id, kind: z.string(), role: z.string() }).nullable(),
  properties: z.record(z.string(), z.array(z.string())),
  key: z.string(),
  source: z.strictObject({ id: z.string(), name: z.string().nullable(), kind: z.string().nullable() }),
  origin: z.string(),
  grade,
  compartment: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  knownAt: z.string(),
  recordedAt: z.string(),
  retracted: z.strictObject({ by: z.string(), reason: z.string(), knownAt: z.string() }).nullable(),
  objections: z.array(
    z.strictObject({ id, by: z.string(), text: z.string(), answer: z.string().nullable(), knownAt: z.string() }),
  ),
  batch: id,
});
const entityName = z.strictObject({ id, type: z.string(), caption: z.string() });
export const tieShape = z.strictObject({
  id,
  kind: z.string(),
  type: z.string(),
  from: id,
  to: id,
  other: entityName,
  directed: z.boolean(),
  duty: z.boolean(),
  dutyReason: z.string().nullable(),
  role: z.string(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  count: z.int(),
  sum: z.number().nullable(),
  certainty: z.enum(['confirmed', 'suspected']).nullable(),
  assertions: z.array(id),
  events: z.string().nullable(),
});
export const pathShape = z.strictObject({
  cost: z.number(),
  hops: z.int(),
  weakestGrade: z.string().nullable(),
  entities: z.array(id),
  ties: z.array(
    z.strictObject({
      id,
      kind: z.string(),
      from: id,
      to: id,
      assertions: z.array(id),
      events: z.string().nullable(),
      duty: z.boolean(),
      count: z.int(),
    }),
  ),
});
export const pathsShape = z.strictObject({ paths: z.array(pathShape), names, ...cutSchema, ...stampSchema });
export const linkShape = z.strictObject({
  officialId: id,
  suspectId: id,
  gangId: id.nullable(),
  private: z.array(pathShape),
  duty: z.array(pathShape),
  counts: z.strictObject({ private: z.int(), duty: z.int(), weakestGrade: z.string().nullable() }),
});
export const linksShape = z.strictObject({ links: z.array(linkShape), names, ...cutSchema, ...stampSchema });
export const subgraphShape = z.strictObject({
  entities: z.strictObject({
    id: z.array(id),
    type: z.array(z.string()),
    caption: z.array(z.string()),
    roles: z.array(z.array(z.string())),
    counts: z.array(z.int()),
  }),
  ties: z.strictObject({
    id: z.array(id),
    from: z.array(z.int()),
    to: z.array(z.int()),
    kind: z.array(z.string()),
    duty: z.array(z.boolean()),
    count: z.array(z.int()),
  }),
  ...cutSchema,
  ...stampSchema,
});
export const eventRowShape = z.strictObject({
  id,
  kind: z.string(),
  from: id,
  to: id.nullable(),
  fromGiven: z.string(),
  toGiven: z.string().nullable(),
  at: z.string(),
  until: z.string().nullable(),
  amount: z.number(),
  count: z.int(),
  detail: z.string(),
  note: z.string(),
  duty: z.boolean(),
  dutyReason: z.string().nullable(),
  source: z.string(),
  origin: z.string(),
  grade: z.string(),
  approval: z.string(),
  compartment: z.string(),
  knownAt: z.string(),
  file: z.string(),
  line: z.int(),
});
