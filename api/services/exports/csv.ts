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

export type Cell = string | number | boolean | null;
export interface Table {
  readonly name: 'entities' | 'ties' | 'assertions';
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The tables as CSV, with a byte order mark, so that spreadsheets read the Chinese. */
export function csvTables(collected: Collected): Record<string, string> {
  return Object.fromEntries(
    exportTables(collected).map(({ name, header, rows }) => [`${name}.csv`, `\uFEFF${csvText(header, rows)}`]),
  );
}

/** Three tables: entities, ties (both sides of folds on their own), assertions. */
export function exportTables({ entities, ties, folds, said }: Collected): readonly Table[] {
  const joined = (values: readonly { value: string }[] | undefined): string =>
    (values ?? []).map((one) => one.value).join(';');
  return [
    {
      name: 'entities',
      header: ['id', 'key', 'type', 'caption', 'roles', 'name', 'properties'],
      rows: entities.map((view) => [
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
    },
    {
      name: 'ties',
      header: [
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
      rows: [
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
    },
    {
      name: 'assertions',
      header: [
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
      rows: said.map((one) => [
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
    },
  ];
}
