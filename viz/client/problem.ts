import type { ErrorCode } from '../../model/errors.ts';
import { z } from './zod.ts';

/** What went wrong, by name: the codes of the API, and three of our own for what never reached it. */
export type ProblemCode = ErrorCode | 'offline' | 'unexpected_answer' | 'aborted';

export const problemSchema = z.looseObject({
  title: z.string().default(''),
  status: z.number().default(0),
  detail: z.string().default(''),
  code: z.string().default(''),
  requestId: z.string().default(''),
  errors: z
    .array(
      z.looseObject({ path: z.string().default(''), code: z.string().default(''), message: z.string().default('') }),
    )
    .default([]),
});
export type Problem = z.infer<typeof problemSchema>;

const codes: ReadonlySet<string> = new Set<ProblemCode>([
  'invalid_input',
  'unauthenticated',
  'forbidden_role',
  'purpose_required',
  'origin_refused',
  'not_found',
  'method_not_allowed',
  'conflict',
  'precondition_failed',
  'too_large',
  'unsupported_media',
  'rate_limited',
  'busy',
  'store_unavailable',
  'engine_unavailable',
  'cancelled',
  'offline',
  'unexpected_answer',
  'aborted',
]);
const isProblemCode = (code: string): code is ProblemCode => codes.has(code);

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid_input',
  401: 'unauthenticated',
  403: 'forbidden_role',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  412: 'precondition_failed',
  413: 'too_large',
  415: 'unsupported_media',
  429: 'rate_limited',
  503: 'busy',
};

export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly problem: Problem;
  constructor(code: ProblemCode, problem: Partial<Problem> = {}) {
    super(problem.detail ?? problem.title ?? code);
    this.name = code;
    this.code = code;
    this.problem = problemSchema.parse(problem);
  }
}

export function problemOf(status: number, body: unknown): ProblemError {
  const parsed = problemSchema.safeParse(body);
  const problem = parsed.success ? parsed.data : { status };
  const named = parsed.success && isProblemCode(parsed.data.code) ? parsed.data.code : undefined;
  return new ProblemError(named ?? byStatus[status] ?? 'unexpected_answer', problem);
}

/** Any thrown thing as a problem with a name, for the error state of a screen. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError('unexpected_answer', { detail: error instanceof Error ? error.message : '' });
}
