import { localTimeText } from '../../../model/dates.ts';
import { gradeOfRank, gradeText } from '../../../model/grades.ts';
import { dutyKinds } from '../../../model/standing/kinds.ts';
import type { Collected } from './collect.ts';

/** A cell that a spreadsheet would run is made text: a leading apostrophe, also after blanks or line breaks. */
export function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value !== 'number' && /^[\s\u3000]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvText(
  header: readonly string[],
  rows: Iterable<readonly (string | number | boolean | null)[]>,
): string {
  const lines = [header.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** Three tables: entities, ties (both sides of folds on their own), assertions. With a byte order mark, so that spreadsheets read the Chinese. */
export function csvTables({
  entities,
  ties,
  folds,
  said,
}: Collected): Record<'entities.csv' | 'ties.csv' | 'assertions.csv', string> {
  const joined = (values: readonly { value: string }[] | undefined): string =>
    (values ?? []).map((one) => one.value).join(';');
  return {
    'entities.csv': `\uFEFF${csvText(
      ['id', 'key', 'type', 'caption', 'roles', 'name', 'properties'],
      entities.map((view) => [
        view.id,
        view.key,
        view.type,
        view.caption,
        view.roles.join(';'),
        joined(view.properties.name),
        JSON.stringify(
          Object.fromEntries(
            Object.entries(view.properties).map(([name, values]) => [name, values.map((one) => one.value)]),
          ),
        ),
      ]),
    )}`,
    'ties.csv': `\uFEFF${csvText(
      [
        'id',
        'kind',
        'type',
        'from',
        'to',
        'role',
        'duty',
        'first',
        'last',
        'count',
        'sum',
        'certainty',
        'grade',
        'assertions',
      ],
      [
        ...ties.map((tie) => [
          tie.id,
          tie.ends.kind,
          tie.type,
          tie.from,
          tie.to,
          tie.ends.role,
          dutyKinds.has(tie.ends.kind),
          tie.first,
          tie.last,
          tie.assertions.length,
          null,
          tie.certainty,
          null,
          tie.assertions.join(';'),
        ]),
        ...folds.map((fold) => [
          fold.id,
          fold.kind,
          null,
          fold.from,
          fold.to,
          '',
          fold.duty,
          localTimeText(fold.firstSeconds),
          localTimeText(fold.lastSeconds),
          fold.count,
          fold.sum,
          null,
          gradeText(gradeOfRank(fold.gradeRank)),
          '',
        ]),
      ],
    )}`,
    'assertions.csv': `\uFEFF${csvText(
      [
        'id',
        'about',
        'kind',
        'source',
        'origin',
        'grade',
        'compartment',
        'valid_from',
        'valid_to',
        'known_at',
        'properties',
      ],
      said.map((one) => [
        one.id,
        one.about,
        one.kind,
        one.source,
        one.origin,
        gradeText(one.grade),
        one.compartment,
        one.validFrom,
        one.validTo,
        one.knownAt,
        JSON.stringify(one.properties),
      ]),
    )}`,
  };
}
