import { z } from 'zod';
import { type Fault, PowangError } from '../../model/errors.ts';
import type { Words } from '../../model/vocabulary/words.ts';
import type { Language } from './language.ts';

const said: Readonly<Record<'missing_field' | 'unknown_field', Words>> = {
  missing_field: { zh: '必填', en: 'is required' },
  unknown_field: { zh: '未知字段', en: 'is not a known field' },
};
const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;

/** The door: what a schema says of a value, or invalid_input with every fault by its path. */
export function parseAt<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
  language: Language,
): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: language === 'zh' ? chinese : english });
  if (parsed.success) return parsed.data;
  throw new PowangError(
    'invalid_input',
    'the input does not fit',
    parsed.error.issues.flatMap((issue) => faultsOf(issue, value, where, language)),
  );
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown, where: string, language: Language): Fault[] {
  const at = (path: readonly PropertyKey[]) => [where, ...path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: at([...issue.path, key]),
      code: 'unknown_field',
      message: said.unknown_field[language],
    }));
  }
  if (issue.code === 'invalid_type' && valueAt(value, issue.path) === undefined) {
    return [{ path: at(issue.path), code: 'missing_field', message: said.missing_field[language] }];
  }
  return [{ path: at(issue.path), code: 'bad_value', message: issue.message }];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = value;
  for (const step of path) {
    if (at === null || typeof at !== 'object') return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}
