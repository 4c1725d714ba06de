import { describe, expect, test } from 'vitest';
import { queries, queryNames } from '../../../api/events/queries/queries.ts';
import { everyShape } from '../../fixtures/eventQueries.ts';

/** The rules under which one text gives the same rows on every engine: each query, in every shape of its text. */
const texts = queryNames.map((name) => ({
  name,
  prepared: everyShape[name].map((params) => queries[name].prepare(params)),
}));

const forbidden: readonly [rule: string, pattern: RegExp][] = [
  ['parameters are positional', /[$:@]\w/],
  ['no star', /SELECT\s+\*|\w\.\*|,\s*\*/i],
  ['no calendar arithmetic', /\b(interval|date_trunc|date_part|extract|epoch\w*|strftime|age|date_diff|datediff)\b/i],
  ['nothing that differs by run or engine', /\b(now|random|rand|hash|uuid|current_\w+|today)\b/i],
  ['no distinct counts beside a group', /count\s*\(\s*distinct/i],
  ['no averages', /\b(avg|stddev\w*|median|quantile\w*|variance)\b/i],
  ['no dialect', /\b(qualify|sample|arg_max|arg_min|list|struct\w*|lateral|unnest|ilike|pivot)\b/i],
  ['no quoted names', /["`]/],
  ['no remainder', /%/],
  ['anti-joins by NOT EXISTS, semi-joins by EXISTS', /\bIN\s*\(/i],
  ['no ordinals', /\b(GROUP|ORDER)\s+BY\s+(ALL\b|\d)/i],
  ['no column of a reserved name', /\bAS\s+(at|time|end|rows|date|timestamp)\b/i],
  ['every alias has AS', /\b(FROM|JOIN)\s+\w+\s+(?!AS\b|WHERE\b|ON\b|JOIN\b|LEFT\b|GROUP\b|ORDER\b|UNION\b)\w/],
  ['windows by comparison of at_s', /\bBETWEEN\b/i],
];

describe.each(texts)('the text of $name', ({ prepared }) => {
  test.each(forbidden)('%s', (_, pattern) => {
    for (const { sql } of prepared) expect(sql).not.toMatch(pattern);
  });

  test('has a value for each parameter', () => {
    for (const { sql, values } of prepared) expect(sql.match(/\?/g)?.length).toBe(values.length);
  });

  test('joins on conditions of both sides only: one of a single side turns a hash join into a nested loop', () => {
    for (const { sql } of prepared)
      for (const [, condition = ''] of sql.matchAll(/\bON\s+(.*)/g))
        for (const part of condition.split(/\b(?:WHERE|JOIN|LEFT)\b|\)/)[0]?.split(' AND ') ?? [])
          expect(part.trim()).toMatch(/^(\w+)\.\w+ (=|>=|<=) ((?!\1\.)\w+\.\w+|NULL)$/);
  });

  test('divides with a decimal point only', () => {
    for (const { sql } of prepared)
      for (const [, divisor] of sql.matchAll(/\/\s*(\S+)/g)) expect(divisor).toMatch(/^\d+\.0\)*$/);
  });

  test('casts every sum', () => {
    for (const { sql } of prepared)
      for (const { index } of sql.matchAll(/\bSUM\(/g)) expect(sql.slice(0, index)).toMatch(/CAST\((COALESCE\()?$/);
  });

  test('groups by bare names, without parameters', () => {
    for (const { sql } of prepared)
      for (const [, names] of sql.matchAll(/GROUP BY ([^\n)]*)/g))
        expect(names).toMatch(/^\s*[a-z_.]+(, [a-z_.]+)*\s*$/);
  });

  test('orders fully wherever it limits', () => {
    for (const { sql } of prepared)
      if (/\bLIMIT\b/.test(sql))
        expect(sql.match(/\nORDER BY at_s, id\nLIMIT \d+$/) !== null || ordersByGroup(sql), sql).toBe(true);
      else expect(sql).not.toMatch(/\nORDER BY/);
  });

  test('names its columns as declared', () => {
    for (const { sql, columns } of prepared) {
      const output = sql.slice(sql.lastIndexOf('\nSELECT ') + 8).split(/\nFROM |\sFROM /)[0] ?? '';
      const named = splitTopLevel(output).map((column) => /(\w+)$/.exec(column.trim())?.[1]);
      expect(named).toEqual(Object.keys(columns));
    }
  });
});

function splitTopLevel(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of list) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

/** One row a group, in order of all that names the group. */
function ordersByGroup(sql: string): boolean {
  const names = (clause: string) =>
    new RegExp(`\\n${clause} BY ([a-z_, ]+)\\n(?!.*\\n${clause} BY)`).exec(sql)?.[1]?.split(', ').sort().join();
  return names('GROUP') !== undefined && names('GROUP') === names('ORDER');
}
