import type { ErrorCode, Fault } from '../../model/errors.ts';
import { PowangError } from '../../model/errors.ts';
import type { Words } from '../../model/vocabulary/words.ts';
import type { Answer } from './answers.ts';
import type { Language } from './language.ts';

export type ProblemCode = ErrorCode | 'internal';

/** The one table from kinds of error to HTTP. */
export const problems: Readonly<
  Record<ProblemCode, { status: number; retryAfterSeconds?: number; title: Words; detail: Words }>
> = {
  invalid_input: {
    status: 400,
    title: { zh: '输入有误', en: 'The input is not valid' },
    detail: { zh: '请按所列各项更正后再试。', en: 'Correct what is listed and try again.' },
  },
  unauthenticated: {
    status: 401,
    title: { zh: '请先登录', en: 'Sign in first' },
    detail: { zh: '没有有效的登录。', en: 'There is no valid session.' },
  },
  forbidden_role: {
    status: 403,
    title: { zh: '没有此项权限', en: 'Not among your tasks' },
    detail: { zh: '本账号的角色不能做这件事。', en: 'None of your roles may do this.' },
  },
  purpose_required: {
    status: 403,
    title: { zh: '请说明查询事由', en: 'State the purpose' },
    detail: {
      zh: '请以 Powang-Purpose 说明案件、线索或核查事由。',
      en: 'Name a case, a lead or a review in the Powang-Purpose header.',
    },
  },
  origin_refused: {
    status: 403,
    title: { zh: '来源不符', en: 'Origin refused' },
    detail: { zh: '请求不是来自本系统页面。', en: 'The request does not come from this site.' },
  },
  not_found: {
    status: 404,
    title: { zh: '没有找到', en: 'Not found' },
    detail: { zh: '这里没有这一项。', en: 'There is nothing here by that name.' },
  },
  method_not_allowed: {
    status: 405,
    title: { zh: '不支持此操作', en: 'Method not allowed' },
    detail: { zh: '此路径不支持该请求方法。', en: 'This path does not take that method.' },
  },
  conflict: {
    status: 409,
    title: { zh: '与现有内容冲突', en: 'In conflict with what is there' },
    detail: { zh: '与已有记录冲突。', en: 'It conflicts with what is stored.' },
  },
  precondition_failed: {
    status: 412,
    title: { zh: '内容已被更改', en: 'Changed in the meantime' },
    detail: {
      zh: '读取之后已有改动，请以现有内容为准再试。',
      en: 'It was changed after it was read; start from the present one.',
    },
  },
  too_large: {
    status: 413,
    title: { zh: '内容过大', en: 'Too large' },
    detail: { zh: '超出大小上限。', en: 'It is over the size limit.' },
  },
  unsupported_media: {
    status: 415,
    title: { zh: '不支持的内容类型', en: 'Unsupported media type' },
    detail: { zh: '不接受此内容类型或编码。', en: 'This content type or encoding is not taken.' },
  },
  rate_limited: {
    status: 429,
    retryAfterSeconds: 10,
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    detail: { zh: '请稍候再试。', en: 'Wait a little and try again.' },
  },
  busy: {
    status: 503,
    retryAfterSeconds: 2,
    title: { zh: '系统正忙', en: 'Busy' },
    detail: { zh: '请稍候再试。', en: 'Wait a little and try again.' },
  },
  store_unavailable: {
    status: 503,
    retryAfterSeconds: 5,
    title: { zh: '存储暂不可用', en: 'The store is not available' },
    detail: { zh: '请稍候再试。', en: 'Wait a little and try again.' },
  },
  engine_unavailable: {
    status: 503,
    retryAfterSeconds: 5,
    title: { zh: '计算服务暂不可用', en: 'The engine is not available' },
    detail: { zh: '请稍候再试。', en: 'Wait a little and try again.' },
  },
  cancelled: {
    status: 409,
    title: { zh: '已取消', en: 'Cancelled' },
    detail: { zh: '此项工作已被取消。', en: 'This work was cancelled.' },
  },
  internal: {
    status: 500,
    title: { zh: '内部错误', en: 'Internal error' },
    detail: { zh: '请把请求编号告知维护人员。', en: 'Tell the operator the request id.' },
  },
};

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly errors: readonly Fault[];
}

/** An error with more to tell: further members of the problem (RFC 9457) and headers. */
export class ProblemWith extends PowangError {
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    code: ErrorCode,
    message: string,
    members: Readonly<Record<string, unknown>>,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, message);
    this.members = members;
    this.headers = headers;
  }
}

export const codeOf = (error: unknown): ProblemCode => (error instanceof PowangError ? error.code : 'internal');

export function problemOf(error: unknown, to: { language: Language; requestId: string }): Problem {
  const code = codeOf(error);
  const { status, title, detail } = problems[code];
  // What an unforeseen error says may hold data: it is never told.
  const said = to.language === 'en' && error instanceof PowangError ? error.message : detail[to.language];
  return {
    type: `urn:powang:problem:${code}`,
    title: title[to.language],
    status,
    detail: said,
    code,
    requestId: to.requestId,
    errors: error instanceof PowangError ? error.faults : [],
  };
}

export function problemAnswer(error: unknown, to: { language: Language; requestId: string }): Answer {
  const problem = problemOf(error, to);
  const { retryAfterSeconds } = problems[problem.code];
  const more = error instanceof ProblemWith ? error : undefined;
  return {
    kind: 'json',
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': to.language,
      ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
      ...more?.headers,
    },
    body: { ...problem, ...more?.members },
  };
}
