import type { Words } from '../../../model/vocabulary/words.ts';

/** What can go wrong, in plain words, by the name of the problem. */
export const problemMessages = {
  'problem.invalid_input': { zh: '输入有误，请改正后重试。', en: 'Something in the question is not right.' },
  'problem.unauthenticated': { zh: '登录已失效，请重新登录。', en: 'You are not signed in.' },
  'problem.forbidden_role': { zh: '您的身份不能进行此操作。', en: 'Your role may not do this.' },
  'problem.purpose_required': { zh: '请先填写查询事由。', en: 'Say for what purpose you read, first.' },
  'problem.origin_refused': { zh: '请求来源不被接受。', en: 'The request came from elsewhere and was refused.' },
  'problem.not_found': {
    zh: '这里没有内容：不存在，或您无权查看。',
    en: 'Nothing here: it does not exist, or you may not see it.',
  },
  'problem.method_not_allowed': { zh: '不支持此操作。', en: 'This cannot be done here.' },
  'problem.conflict': { zh: '与现有内容冲突。', en: 'This conflicts with what is there.' },
  'problem.precondition_failed': { zh: '内容已被他人更改。', en: 'Somebody else changed it meanwhile.' },
  'problem.too_large': { zh: '内容过大。', en: 'Too large.' },
  'problem.unsupported_media': { zh: '不支持此文件类型。', en: 'This kind of file is not supported.' },
  'problem.rate_limited': { zh: '请求过多，请稍后重试。', en: 'Too many requests; wait a little.' },
  'problem.busy': { zh: '系统正在写入，请稍后重试。', en: 'Another write is under way; try again shortly.' },
  'problem.store_unavailable': { zh: '数据库暂不可用。', en: 'The store is not available just now.' },
  'problem.engine_unavailable': {
    zh: '图计算服务暂不可用，正在重启。',
    en: 'The graph engine is not available just now; it is being restarted.',
  },
  'problem.cancelled': { zh: '已取消。', en: 'Stopped on request.' },
  'problem.offline': { zh: '连接不上服务器。', en: 'The server cannot be reached.' },
  'problem.unexpected_answer': { zh: '服务器的回答无法理解。', en: 'The answer could not be understood.' },
  'problem.aborted': { zh: '已停止。', en: 'Stopped.' },
} as const satisfies Record<string, Words>;
