import { type AskedClocks, ask } from './http.ts';
import { cutShape, ids, stampShape } from './shapes.ts';
import { z } from './zod.ts';

export const pathSchema = z.looseObject({
  cost: z.number().default(0),
  hops: z.number().default(0),
  weakestGrade: z
    .union([
      z.string(),
      z
        .object({ reliability: z.string(), credibility: z.coerce.string() })
        .transform((grade) => `${grade.reliability}${grade.credibility}`),
    ])
    .nullish(),
  entities: z.array(z.string()),
  ties: z.array(
    z.looseObject({
      id: z.string().default(''),
      kind: z.string().default('other'),
      from: z.string().optional(),
      to: z.string().optional(),
      duty: z.boolean().default(false),
      assertions: ids,
      events: z.string().nullish(),
    }),
  ),
});
export type Path = z.infer<typeof pathSchema>;

export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly ties: Path['ties'];
}
/** Steps of a path with the ties of each: a step may rest on several. Ties that do not say their ends stand one a step. */
export function stepsOf(path: Path): PathStep[] {
  return path.entities.slice(1).map((to, index) => {
    const from = path.entities[index] ?? '';
    const named = path.ties.filter(
      (tie) => (tie.from === from && tie.to === to) || (tie.from === to && tie.to === from),
    );
    const alone = path.ties[index];
    return { from, to, ties: named.length > 0 || alone === undefined ? named : [alone] };
  });
}
export const isDutyStep = (step: PathStep): boolean => step.ties.length > 0 && step.ties.every((tie) => tie.duty);
export const kindsOfStep = (step: PathStep): string[] => [...new Set(step.ties.map((tie) => tie.kind))];

const pathsSchema = z.looseObject({ paths: z.array(pathSchema), ...cutShape, ...stampShape });
export type Paths = z.infer<typeof pathsSchema>;

export interface PathsAsk {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly k: number;
  readonly maxHops: number;
  readonly duty: 'include' | 'exclude';
  readonly kinds?: readonly string[];
}
export const findPaths = async (asked: PathsAsk, clocks: AskedClocks, signal?: AbortSignal): Promise<Paths> =>
  (await ask(pathsSchema, '/paths', { method: 'POST', json: { ...asked, ...clocks }, signal })).data;
