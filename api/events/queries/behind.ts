import { z } from 'zod';
import type { EventKind } from '../../../model/standing/kinds.ts';
import { mayBeDuty, onDutyReason, pairs, sided } from './pairs.ts';
import {
  idParameter,
  kindParameter,
  type SecondsWindow,
  type SqlValue,
  sideParameter,
  windowParameters,
  windowValues,
} from './query.ts';

/** Which rows: those behind a folded tie, a month of it, a pair's contact, or everything of one entity (`to` null). */
export const behindParameters = {
  kind: kindParameter,
  from: idParameter,
  to: idParameter.nullable().default(null),
  /** Both directions; co-presence always is. */
  either: z.boolean().default(false),
  side: sideParameter,
  ...windowParameters,
};
interface Behind extends SecondsWindow {
  readonly kind: EventKind;
  readonly from: string;
  readonly to: string | null;
  readonly either: boolean;
  readonly side: '' | 'duty' | null;
}

/** `behind`: the stored rows, with side and reason. Calls and payments are rows themselves; of co-presence they are the rows
 * of both participants of each event in which the pair met; of one entity (`to` null, both sides) also those of its own where it
 * met nobody. */
export const behind = (params: Behind): string =>
  params.kind === 'copresence' ? behindMeetings(params) : behindContacts(params);

export const behindValues = (params: Behind): readonly SqlValue[] =>
  params.kind === 'copresence'
    ? [
        ...windowValues(params),
        ...pairValues({ ...params, either: true }),
        ...(params.to === null && params.side === null ? [params.from] : []),
        ...windowValues(params),
      ]
    : [...windowValues(params), ...pairValues(params)];

export const behindLists = ({ from, to }: Behind) => ({ entities: to === null ? [from] : [from, to] });

const fields = `e.id AS id, e.batch AS batch, e.from_id AS from_id, e.to_id AS to_id, e.from_given AS from_given,
    e.to_given AS to_given, e.group_id AS group_id, e.at_s AS at_s, e.until_s AS until_s, e.amount AS amount, e.n AS n,
    e.detail AS detail, e.note AS note, e.on_duty AS on_duty, e.source AS source, e.origin AS origin, e.grade AS grade,
    e.compartment AS compartment, e.approval AS approval, e.known_day AS known_day, e.file AS file, e.line AS line`;

function behindContacts({ kind, to, either, side }: Behind): string {
  const bySide = { '': ' AND d.reason IS NULL', duty: ' AND d.reason IS NOT NULL' };
  return `behind AS (
  SELECT ${fields},
    CASE WHEN d.reason IS NOT NULL THEN 'duty' ELSE '' END AS side, d.reason AS reason
  FROM ${kind} AS e LEFT JOIN duties AS d
    ON d.one_id = ${mayBeDuty(kind) ? 'e.from_id' : 'NULL'} AND d.other_id = e.to_id AND e.at_s >= d.from_s AND e.at_s <= d.to_s
  WHERE e.at_s >= ? AND e.at_s <= ? AND e.to_id IS NOT NULL AND ${pairCondition('e.', to, either)}${side === null ? '' : bySide[side]}
)`;
}

function behindMeetings({ kind, to, side }: Behind): string {
  return `${pairs(kind, { listed: true })},
${sided},
asked AS (
  SELECT from_id, to_id, group_id, side, reason
  FROM sided
  WHERE ${pairCondition('', to, true)}${side === null ? '' : ` AND side = '${side}'`}
),
ends AS (
  SELECT group_id, from_id AS person, side, reason FROM asked
  UNION ALL
  SELECT group_id, to_id AS person, side, reason FROM asked${to === null && side === null ? alone : ''}
),
involved AS (
  SELECT group_id, person, MIN(side) AS side, MIN(reason) AS reason FROM ends GROUP BY group_id, person
),
behind AS (
  SELECT ${fields},
    i.side AS side, i.reason AS reason
  FROM copresence AS e JOIN involved AS i ON i.group_id = e.group_id AND i.person = e.from_id
  WHERE e.at_s >= ? AND e.at_s <= ?
)`;
}

/** Everything of one entity: also where nobody was met, or too many were there to be taken apart. */
const alone = `
  UNION ALL
  SELECT group_id, person, CASE WHEN off_duty = 0 THEN 'duty' ELSE '' END AS side,
    CASE WHEN off_duty = 0 THEN '${onDutyReason}' END AS reason
  FROM participants AS p
  WHERE person = ? AND NOT EXISTS (SELECT 1 AS found FROM asked AS a WHERE a.group_id = p.group_id)`;

function pairCondition(alias: string, to: string | null, either: boolean): string {
  const [from, other] = [`${alias}from_id`, `${alias}to_id`];
  // an entity's contact with itself (two numbers of one holder) is no contact with anybody
  if (to === null) return either ? `(${from} = ? OR ${other} = ?) AND ${from} <> ${other}` : `${from} = ?`;
  return either ? `((${from} = ? AND ${other} = ?) OR (${from} = ? AND ${other} = ?))` : `${from} = ? AND ${other} = ?`;
}

function pairValues({ from, to, either }: Pick<Behind, 'from' | 'to' | 'either'>): readonly SqlValue[] {
  if (to === null) return either ? [from, from] : [from];
  return either ? [from, to, to, from] : [from, to];
}
