import { lengthOf } from '../../../model/search/normalise.ts';
import { hitClasses, type Query, type QueryToken, type SearchStage } from '../../../model/search/query.ts';
import type { Connection } from './connection.ts';
import { lengthToken, longestTold } from './searchValues.ts';

/** A stored value that a stage may hit. */
export interface Candidate {
  readonly id: number;
  readonly text: string;
  readonly whole: 0 | 1;
}

/** Candidates of a stage, by length, then code points: exact and prefix off the index of texts, the rest off the tokens. */
export function candidatesOf(connection: Connection, query: Query, stage: SearchStage): Iterable<Candidate> {
  if (stage.class === hitClasses.exact)
    return connection.statement(exactSql).iterate({ length: lengthOf(query.text), text: query.text });
  if (stage.class === hitClasses.prefix) return prefixCandidates(connection, query.text);
  return tokenCandidates(connection, query, stage);
}
const exactSql = 'SELECT id, text, whole FROM search_values WHERE length = $length AND text = $text';

function* prefixCandidates(connection: Connection, text: string): Generator<Candidate> {
  const statement = connection.statement(prefixSql);
  for (const length of lengths(connection)) {
    if (length > lengthOf(text)) yield* statement.iterate({ length, text, end: `${text}\u{10ffff}` });
  }
}
const prefixSql = `SELECT id, text, whole FROM search_values WHERE length = $length AND text >= $text AND text < $end ORDER BY text`;

/** Few: sorted in one go. Many: length by length, each value being stored under a token of its length,
 * so that a common character is not read whole for its first fifty hits. */
const few = 2_000;

function* tokenCandidates(connection: Connection, query: Query, stage: SearchStage): Generator<Candidate> {
  const match = stage.anyOf.map(matchText).join(' OR ');
  const part = stage.class === hitClasses.contains ? query.text : '';
  const { many }: { many: number } = connection.statement(howManySql).get({ match, few });
  if (many === 0) return;
  if (many <= few) return yield* connection.statement(tokenSql).iterate({ match, part });
  const told = new Set(lengths(connection).map((length) => Math.min(length, longestTold)));
  for (const length of told) {
    yield* connection.statement(tokenSql).iterate({ match: `(${match}) AND "${lengthToken(length)}"`, part });
  }
}
const howManySql =
  'SELECT count(*) AS many FROM (SELECT 1 FROM search_tokens WHERE search_tokens MATCH $match LIMIT $few + 1)';
const tokenSql = `SELECT v.id, v.text, v.whole FROM search_tokens CROSS JOIN search_values v ON v.id = search_tokens.rowid
  WHERE search_tokens MATCH $match AND instr(v.text, $part) > 0 ORDER BY v.length, v.text`;

const matchText = (tokens: readonly QueryToken[]): string => `(${tokens.map(tokenText).join(' AND ')})`;
// A token is letters, digits and our own marks, never a quote.
const tokenText = (token: QueryToken): string => `"${token.text}"${token.prefix ? ' *' : ''}`;

/** The lengths that occur, ascending, by skipping through the index. */
function lengths(connection: Connection): number[] {
  const rows: { length: number }[] = connection.statement(lengthsSql).all();
  return rows.map(({ length }) => length);
}
const lengthsSql = `WITH RECURSIVE found (length) AS (
    SELECT min(length) FROM search_values
    UNION ALL SELECT (SELECT min(length) FROM search_values WHERE length > found.length) FROM found WHERE found.length IS NOT NULL)
  SELECT length FROM found WHERE length IS NOT NULL`;
