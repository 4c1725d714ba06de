import type { Assertion } from '../../../model/assertion.ts';
import { isSearchableField, reachOf, type SearchableField, searchableValues } from '../../../model/search/fields.ts';
import { lengthOf } from '../../../model/search/normalise.ts';
import { hitClasses, type Query, type QueryToken, type SearchStage } from '../../../model/search/query.ts';
import { tokensOf } from '../../../model/search/tokens.ts';

/** Longer ones share a token; they are sorted by their true length. */
export const longestTold = 40;
export const lengthToken = (length: number): string => `#${Math.min(length, longestTold)}`;

/** The whole value as one token, so that the beginning and all of it are found by the same index. The analyser cuts at blanks and at
 * 255 units; what two values share by that, their texts tell apart. */
const wholeToken = (text: string): string => `=${[...text].slice(0, 100).join('').replace(/\s/gu, '_')}`;

/** What an assertion is found by: the text for the full-text index, and the values themselves. */
export interface Found {
  readonly tokens: string;
  readonly values: readonly string[];
}
export function foundBy(said: Pick<Assertion, 'key' | 'properties'>): Found | undefined {
  const tokens = new Set<string>();
  const values: string[] = [];
  for (const { field, value, text } of searchableValues(said)) {
    values.push(value === text ? `${field}${separator}${text}` : `${field}${separator}${text}${separator}${value}`);
    if (reachOf(field) === 'text') for (const token of tokensOf(text)) tokens.add(token);
    tokens.add(wholeToken(text));
    tokens.add(lengthToken(lengthOf(text)));
  }
  return values.length === 0 ? undefined : { tokens: [...tokens].join(' '), values };
}
/** No normalised text holds a control character. */
const separator = '\u0001';

export function unpacked(packed: string): { field: SearchableField; text: string; value: string } {
  const [field = '', text = '', ...rest] = packed.split(separator);
  if (!isSearchableField(field)) throw new RangeError('no searchable field');
  return { field, text, value: rest.length === 0 ? text : rest.join(separator) };
}

/** The query of a stage for the full-text index, of values of one length where told. */
export function luceneQuery(query: Query, stage: SearchStage, length?: number): string {
  const parts = wholeStages.has(stage.class)
    ? tokenText({ text: wholeToken(query.text), prefix: stage.class === hitClasses.prefix })
    : stage.anyOf.map((tokens) => `(${tokens.map(tokenText).join(' AND ')})`).join(' OR ');
  return length === undefined ? parts : `(${parts}) AND ${escaped(lengthToken(length))}`;
}
/** Values found by their whole text or its beginning, also those that no part finds. */
const wholeStages: ReadonlySet<number> = new Set([hitClasses.exact, hitClasses.prefix]);

export const exactQuery = (text: string): string => escaped(wholeToken(text));

const tokenText = ({ text, prefix }: QueryToken): string => `${escaped(text)}${prefix ? '*' : ''}`;
/** What is neither letter nor digit may mean something to the query parser. */
const escaped = (token: string): string => token.replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&');
