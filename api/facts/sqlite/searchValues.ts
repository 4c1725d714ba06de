import type { Assertion } from '../../../model/assertion.ts';
import { InvalidInput } from '../../../model/errors.ts';
import { reachOf, searchableValues } from '../../../model/search/fields.ts';
import { lengthOf } from '../../../model/search/normalise.ts';
import { tokensOf } from '../../../model/search/tokens.ts';
import { createBulkInsert } from './bulk.ts';
import type { Connection } from './connection.ts';
import type { WritableWords } from './words.ts';

/** A value's number is its assertion's number × this + its place. */
export const valuesEach = 256;
export const assertionOf = (value: number): number => Math.floor(value / valuesEach);
/** A bit for a type's word, of 30: two types may share one. */
export const typeBit = (typeWord: number): number => 1 << (typeWord % 30);

/** Longer ones share a token; they are sorted by their true length. */
export const longestTold = 40;
export const lengthToken = (length: number): string => `#${Math.min(length, longestTold)}`;
const tokenLine = (text: string): string => `${tokensOf(text).join(' ')} ${lengthToken(lengthOf(text))}`;

/** Stores what an entity's assertion can be found by: the texts, and under their tokens those that any part finds. */
export function createSearchWriter(connection: Connection, words: WritableWords) {
  const values = createBulkInsert(
    connection,
    'INSERT INTO search_values (id, length, text, value, field, whole) VALUES',
    6,
  );
  const tokens = createBulkInsert(connection, 'INSERT INTO search_tokens (rowid, tokens) VALUES', 2);
  return {
    add(row: number, assertion: Assertion): void {
      const found = searchableValues(assertion);
      if (found.length > valuesEach)
        throw new InvalidInput('properties', `more than ${valuesEach} names and numbers in one row`);
      for (const [place, { field, value, text }] of found.entries()) {
        const id = row * valuesEach + place;
        const whole = reachOf(field) === 'whole';
        values.add(id, lengthOf(text), text, value === text ? null : value, words.id(field), whole ? 1 : 0);
        if (!whole) tokens.add(id, tokenLine(text));
      }
    },
    /** How many values were written since the last. */
    flush(): number {
      tokens.flush();
      return values.flush();
    },
  };
}
export type SearchWriter = ReturnType<typeof createSearchWriter>;

/** Removes the values of assertions (numbers in the table `gone`). FTS5 holds no text of its own, so it is told the tokens again. */
export function removeValues(connection: Connection): void {
  const { going }: { going: number } = connection.statement(`SELECT count(*) AS going ${goneValues}`).get();
  const { all }: { all: number } = connection.statement('SELECT count(*) AS "all" FROM search_values').get();
  const anew = going > mostOneByOne && going > all / 8;
  const remove = connection.statement(
    `INSERT INTO search_tokens (search_tokens, rowid, tokens) VALUES ('delete', ?, ?)`,
  );
  if (!anew) {
    const rows: { id: number; text: string }[] = connection
      .statement(`SELECT v.id, v.text ${goneValues} AND v.whole = 0`)
      .all();
    for (const { id, text } of rows) remove.run(id, tokenLine(text));
  }
  connection.statement(`DELETE FROM search_values WHERE id IN (SELECT v.id ${goneValues})`).run();
  if (anew) rebuildTokens(connection);
}
const mostOneByOne = 2_000;
const goneValues = `FROM gone g CROSS JOIN search_values v ON v.id BETWEEN g.id * ${valuesEach} AND g.id * ${valuesEach} + ${valuesEach - 1} WHERE 1`;

/** Makes the tokens of everything anew: cheaper than removing many, and needed when the rules of model/search changed. */
export function rebuildTokens(connection: Connection): void {
  connection.statement(`INSERT INTO search_tokens (search_tokens) VALUES ('delete-all')`).run();
  const tokens = createBulkInsert(connection, 'INSERT INTO search_tokens (rowid, tokens) VALUES', 2);
  const rows: Iterable<{ id: number; text: string }> = connection
    .statement('SELECT id, text FROM search_values WHERE whole = 0 ORDER BY id')
    .iterate();
  for (const { id, text } of rows) tokens.add(id, tokenLine(text));
  tokens.flush();
}
