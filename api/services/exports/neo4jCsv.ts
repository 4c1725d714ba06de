import { localTimeText } from '../../../model/dates.ts';
import { tieKinds } from '../../../model/vocabulary/kinds.ts';
import type { Collected } from './collect.ts';
import { csvText } from './csv.ts';
import { termsOf } from './terms.ts';

/** Two tables as `neo4j-admin database import` and LOAD CSV read them: every property with all its values (`string[]`, split by
 * `;`), every tie once for each of its terms. */
export function neo4jTables({ entities, ties, folds, said }: Collected): Record<'nodes.csv' | 'ties.csv', string> {
  const assertions = new Map(said.map((one) => [one.id, one]));
  const entityProperties = namesIn(entities.map(({ properties }) => Object.keys(properties)));
  const terms = ties.flatMap((tie) => termsOf(tie, assertions).map((term) => ({ tie, term })));
  // The dates of a term stand in columns of their own.
  const tieProperties = namesIn(terms.map(({ term }) => Object.keys(term.properties))).filter(
    (name) => name !== 'startDate' && name !== 'endDate',
  );
  const listed = (names: readonly string[]) => names.map((name) => `${name}:string[]`);
  return {
    'nodes.csv': csvText(
      [':ID', 'key', 'caption', 'roles:string[]', ...listed(entityProperties), ':LABEL'],
      entities.map(({ id, key, caption, roles, properties, type }) => [
        id,
        key,
        caption,
        roles.join(';'),
        ...entityProperties.map((name) => (properties[name] ?? []).map((one) => one.value).join(';')),
        type,
      ]),
    ),
    'ties.csv': csvText(
      [
        ':START_ID',
        ':END_ID',
        'tieId',
        'kind',
        'startDate',
        'endDate',
        'count:long',
        'sum:long',
        ...listed(tieProperties),
        ':TYPE',
      ],
      [
        ...terms.map(({ tie, term }) => [
          tie.from,
          tie.to,
          term.id,
          tie.ends.kind,
          term.from,
          term.to,
          null,
          null,
          ...tieProperties.map((name) => (term.properties[name] ?? []).join(';')),
          tie.type,
        ]),
        ...folds.map(({ from, to, id, kind, firstSeconds, lastSeconds, count, sum }) => [
          from,
          to,
          id,
          kind,
          localTimeText(firstSeconds),
          localTimeText(lastSeconds),
          count,
          sum,
          ...tieProperties.map(() => null),
          tieKinds[kind].type,
        ]),
      ],
    ),
  };
}

const namesIn = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();
