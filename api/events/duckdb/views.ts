import type { Audience } from '../../../model/audience.ts';
import type { ClockDays } from '../../../model/clocks.ts';
import { type EventKind, eventKinds } from '../../../model/standing/kinds.ts';
import { eventColumnNames, eventColumns } from './columns.ts';
import { textList, textLiteral, wholeLiteral } from './literals.ts';

const secondsOfDay = 86_400;

/** Parquet files by kind; of some of them the rows of some compartments were taken back. */
export interface FilesRead {
  readonly files: Readonly<Record<EventKind, readonly string[]>>;
  readonly partly: readonly {
    readonly files: Readonly<Record<EventKind, readonly string[]>>;
    readonly without: readonly string[];
  }[];
}

/** The audience and both clocks as views over the files of the given batches. Statement by statement, one view a kind. */
export function viewStatements(
  audience: Audience,
  clocks: ClockDays,
  { files, partly }: FilesRead,
  merged: boolean,
): string[] {
  return eventKinds.map(
    (kind) =>
      `CREATE TEMP VIEW ${kind} AS ${view(
        audience,
        clocks,
        files[kind],
        partly.flatMap((one) => (one.files[kind].length === 0 ? [] : { files: one.files[kind], without: one.without })),
        merged,
      )}`,
  );
}

function view(
  audience: Audience,
  clocks: ClockDays,
  files: readonly string[],
  partly: readonly { readonly files: readonly string[]; readonly without: readonly string[] }[],
  merged: boolean,
): string {
  if (files.length === 0) return emptyView;
  const conditions = [
    `e.compartment IN (${textList(audience.compartments)})`,
    ...(audience.endedApprovals.length === 0 ? [] : [`e.approval NOT IN (${textList(audience.endedApprovals)})`]),
    `e.known_day <= ${wholeLiteral(clocks.knownTo)}`,
    `e.at_s <= ${wholeLiteral((clocks.trueTo + 1) * secondsOfDay - 1)}`,
    ...partly.map(
      (one) => `NOT (e.filename IN (${textList(one.files)}) AND e.compartment IN (${textList(one.without)}))`,
    ),
    ...(clocks.trueFrom === null ? [] : [`e.at_s >= ${wholeLiteral(clocks.trueFrom * secondsOfDay)}`]),
  ];
  const columns = eventColumnNames.map((name) => (merged ? (mergedEnds[name] ?? `e.${name}`) : `e.${name}`));
  return `SELECT ${columns.join(', ')}, make_timestamp(e.at_s * 1000000) AS ts
FROM read_parquet([${files.map(textLiteral).join(', ')}], hive_partitioning = false${partly.length === 0 ? '' : ', filename = true'}) AS e${merged ? mergedJoins : ''}
WHERE ${conditions.join(' AND ')}`;
}

/** Ends under the id of the merged entity. Only where something is merged: it keeps conditions on ends from the files' statistics. */
const mergedEnds: Readonly<Record<string, string>> = {
  from_id: 'COALESCE(mf.one_id, e.from_id) AS from_id',
  to_id: 'COALESCE(mt.one_id, e.to_id) AS to_id',
};
const mergedJoins = ' LEFT JOIN merged AS mf ON mf.member = e.from_id LEFT JOIN merged AS mt ON mt.member = e.to_id';

const emptyView = `SELECT ${eventColumnNames.map((name) => `CAST(NULL AS ${eventColumns[name]}) AS ${name}`).join(', ')},
  CAST(NULL AS TIMESTAMP) AS ts WHERE 1 = 0`;
