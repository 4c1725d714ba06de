import type { EventKind } from '../../../model/standing/kinds.ts';

/** Participants up to which an event is taken apart into pairs: 200 give 19,900 of them. Larger ones are in no pair and are
 * counted by the query `groupsLeftOut`. */
export const largestGroup = 200;

/** Reason of contact that both sides were on duty for. */
export const onDutyReason = 'on_duty';

const secondsOfDay = 86_400;
/** Night: from 22:00 to 06:00. */
const [nightFrom, nightTo] = [22 * 3_600, 6 * 3_600];
/** A voice call shorter than this, in seconds, says little: unanswered, or placed so that it stands in the record. */
const shortCall = 10;

export const dayNumber = (column: string) => `CAST(floor(${column} / ${secondsOfDay}.0) AS BIGINT)`;
const secondOfDay = (column: string) => `(${column} - ${secondsOfDay} * ${dayNumber(column)})`;
export const isNight = (column: string) =>
  `${secondOfDay(column)} >= ${nightFrom} OR ${secondOfDay(column)} < ${nightTo}`;
export const isShort = `detail = 'voice' AND amount < ${shortCall} * n`;
export const monthNumber = 'year(ts) * 100 + month(ts)';

/** `pairs`: every contact of a kind as (from, to, moment). Takes two values: the window.
 * Co-presence is taken apart into pairs of participants of one event, the lesser id first; a participant reported twice is one.
 * A pair is there from the later arrival on, is as good as its weaker row, and counts one event.
 * `listed` keeps to events that somebody of the list `entities` takes part in, so that the others are never taken apart. */
export function pairs(kind: EventKind, options: { listed?: boolean } = {}): string {
  return kind === 'copresence' ? `${present(options.listed ?? false)},\n${meetings}` : directed(kind);
}

/** An office explains contact; it never explains a payment. */
export const mayBeDuty = (kind: EventKind): boolean => kind !== 'payments';

const directed = (kind: EventKind) => `pairs AS (
  SELECT from_id, to_id, at_s, ts, amount, n, 1 AS row_count, grade, detail, 0 AS both_on_duty,
    ${mayBeDuty(kind) ? 'from_id' : 'NULL'} AS explained_id, group_id
  FROM ${kind}
  WHERE at_s >= ? AND at_s <= ? AND to_id IS NOT NULL
)`;

/** `present`: one row a participant of an event, with how many there were. */
export const present = (listed: boolean) => `participants AS (
  SELECT group_id, from_id AS person, MIN(at_s) AS at_s, MIN(ts) AS ts, COUNT(*) AS row_count, MIN(grade) AS grade,
    MAX(CASE WHEN on_duty THEN 0 ELSE 1 END) AS off_duty
  FROM copresence AS c
  WHERE at_s >= ? AND at_s <= ? AND group_id IS NOT NULL${listed ? ` AND ${withListed}` : ''}
  GROUP BY group_id, from_id
),
present AS (
  SELECT group_id, person, at_s, ts, row_count, grade, off_duty, COUNT(*) OVER (PARTITION BY group_id) AS persons
  FROM participants
)`;
const withListed = `EXISTS (
    SELECT 1 AS found FROM copresence AS o JOIN entities AS l ON l.entity = o.from_id WHERE o.group_id = c.group_id)`;

const later = (column: string) => `CASE WHEN a.at_s >= b.at_s THEN a.${column} ELSE b.${column} END AS ${column}`;
const meetings = `met AS (
  SELECT group_id, person, at_s, ts, row_count, grade, off_duty FROM present WHERE persons <= ${largestGroup}
),
pairs AS (
  SELECT a.person AS from_id, b.person AS to_id, ${later('at_s')}, ${later('ts')}, 0 AS amount, 1 AS n,
    a.row_count + b.row_count AS row_count, CASE WHEN a.grade >= b.grade THEN a.grade ELSE b.grade END AS grade,
    '' AS detail, CASE WHEN a.off_duty = 0 AND b.off_duty = 0 THEN 1 ELSE 0 END AS both_on_duty,
    a.person AS explained_id, a.group_id AS group_id
  FROM met AS a JOIN met AS b ON a.group_id = b.group_id
  WHERE a.person < b.person
)`;

/** `sided`: pairs with their side. Stretches of `duties` do not overlap, so the join adds no row. `explained_id` is null where an
 * office explains nothing; a condition on the pair beside the equalities would make the join a nested loop. */
export const sided = `sided AS (
  SELECT p.from_id AS from_id, p.to_id AS to_id, p.at_s AS at_s, p.ts AS ts, p.amount AS amount, p.n AS n,
    p.row_count AS row_count, p.grade AS grade, p.detail AS detail, p.group_id AS group_id,
    CASE WHEN p.both_on_duty = 1 OR d.reason IS NOT NULL THEN 'duty' ELSE '' END AS side,
    CASE WHEN d.reason IS NOT NULL THEN d.reason WHEN p.both_on_duty = 1 THEN '${onDutyReason}' END AS reason
  FROM pairs AS p LEFT JOIN duties AS d
    ON d.one_id = p.explained_id AND d.other_id = p.to_id AND p.at_s >= d.from_s AND p.at_s <= d.to_s
)`;

/** `contacts`: each contact seen from either end; `outgoing` is 1 for the one who called or paid (co-presence has no direction). */
export const contacts = `contacts AS (
  SELECT from_id AS person, to_id AS other, 1 AS outgoing, at_s, amount, n, row_count, detail, side
  FROM sided WHERE from_id <> to_id
  UNION ALL
  SELECT to_id AS person, from_id AS other, 0 AS outgoing, at_s, amount, n, row_count, detail, side
  FROM sided WHERE from_id <> to_id
)`;

/** Sum of `value` over the rows of a side, as a whole number. */
export const sumOf = (value: string, side: '' | 'duty') =>
  `CAST(SUM(CASE WHEN side = '${side}' THEN ${value} ELSE 0 END) AS BIGINT)`;
export const sumWhere = (condition: string, value = 'n') =>
  `CAST(SUM(CASE WHEN ${condition} THEN ${value} ELSE 0 END) AS BIGINT)`;
