import { z } from 'zod';
import { type Audience, compareText, general, maySee } from '../../../model/audience.ts';
import { canonicalJson } from '../../../model/canonicalJson.ts';
import { lastDay } from '../../../model/dates.ts';
import { NotFound } from '../../../model/errors.ts';
import type { Approval, Approvals, Tombstone } from '../ledger.ts';
import { sha256 } from './canonical.ts';
import type { Store } from './store.ts';

/** The paper itself, as it was registered; what happened to it later stands in columns of its own. */
const paperSchema = z.object({
  id: z.string(),
  number: z.string(),
  authority: z.string(),
  level: z.string(),
  legalRef: z.string().nullable(),
  caseId: z.string(),
  caseKey: z.string(),
  kinds: z.array(z.enum(['calls', 'bank', 'copresence', 'household'])),
  subjects: z.array(z.string()),
  dataFrom: z.string(),
  dataTo: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  obtainedOn: z.string(),
  retainUntil: z.string(),
  approver: z.string().nullable(),
  secondApprover: z.string().nullable(),
  compartment: z.string(),
});
const row = z.object({
  id: z.string(),
  batch: z.string(),
  paper: z.string(),
  ended_day: z.string().nullable(),
  ended_reason: z.string().nullable(),
  erased: z.string().nullable(),
});
const endedRows = z.array(z.object({ id: z.string(), retain_until: z.string(), ended_day: z.string().nullable() }));
const stoneSchema = z.object({
  at: z.string(),
  byCompartment: z.record(z.string(), z.object({ rows: z.number(), hash: z.string() })),
});

const columns = 'approvals.id, approvals.batch, paper, ended_day, ended_reason, erased';
/** Approvals of a batch that is not done are seen by its own basis check alone. */
const settled = `SELECT ${columns} FROM approvals LEFT JOIN batches ON batches.batch = approvals.batch WHERE (batches.state IS NULL OR batches.state = 'done')`;

/** `paperSchema` keeps the paper's own fields and drops batch, ended and erased. */
const paperText = (approval: Approval): string => canonicalJson(paperSchema.parse(approval));

/** `sees`: of which compartments' rows the tombstone tells. */
function toApproval(stored: unknown, sees: (compartment: string) => boolean): Approval {
  const { batch, paper, ended_day, ended_reason, erased } = row.parse(stored);
  return {
    ...paperSchema.parse(JSON.parse(paper)),
    batch,
    ended: ended_day === null ? null : { day: ended_day, reason: ended_reason ?? '' },
    erased: erased === null ? null : seenOf(stoneSchema.parse(JSON.parse(erased)), sees),
  };
}

/** One sum and one hash over the compartments seen; the same whether rows of others were erased beside them or not. */
function seenOf({ at, byCompartment }: Tombstone, sees: (compartment: string) => boolean): Approval['erased'] {
  const seen = Object.entries(byCompartment)
    .filter(([compartment, { rows }]) => rows > 0 && sees(compartment))
    .sort(([a], [b]) => compareText(a, b));
  return {
    rows: seen.reduce((sum, [, { rows }]) => sum + rows, 0),
    hash: sha256(canonicalJson(seen.map(([compartment, { hash }]) => [compartment, hash]))),
    at,
  };
}

/** A number is its authority's: two authorities may both have a No. 1. Papers that not all may see are counted apart. */
const numberKey = ({ authority, number, compartment }: Approval): string =>
  JSON.stringify(compartment === general ? [authority, number] : [authority, number, compartment]);

export function createApprovals(store: Store): Approvals {
  function putOne(approval: Approval): 'stored' | 'known' | 'number_taken' | 'differs' {
    const present = store.get(`SELECT ${columns} FROM approvals WHERE id = ?`, approval.id);
    if (present !== undefined) return row.parse(present).paper === paperText(approval) ? 'known' : 'differs';
    if (store.get('SELECT 1 FROM approvals WHERE number = ?', numberKey(approval)) !== undefined) return 'number_taken';
    store.run(
      'INSERT INTO approvals (id, number, compartment, batch, retain_until, paper, ended_day, ended_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      approval.id,
      numberKey(approval),
      approval.compartment,
      approval.batch,
      approval.retainUntil,
      paperText(approval),
      approval.ended?.day ?? null,
      approval.ended?.reason ?? null,
    );
    return 'stored';
  }
  function seenBy(audience: Audience, rows: readonly unknown[]): Approval[] {
    const sees = (compartment: string) => maySee(audience, { compartment });
    return rows.map((one) => toApproval(one, sees)).filter(({ compartment }) => sees(compartment));
  }

  return {
    put: (approvals) =>
      store.write(() => {
        const results = approvals.map((approval) => ({ approval, result: putOne(approval) }));
        return {
          stored: results.filter(({ result }) => result === 'stored').map(({ approval }) => approval),
          conflicts: results.flatMap(({ approval, result }) =>
            result === 'number_taken' || result === 'differs' ? [{ approval, reason: result }] : [],
          ),
        };
      }),
    find: (audience, id) => seenBy(audience, store.all(`${settled} AND approvals.id = ?`, id))[0],
    list: (audience) => seenBy(audience, store.all(`${settled} ORDER BY approvals.id`)),
    all: () => store.all(`SELECT ${columns} FROM approvals ORDER BY id`).map((one) => toApproval(one, () => true)),
    end(id, day, reason) {
      // The first end stands: whoever ends it again cannot make it last longer.
      const changed = store.run(
        'UPDATE approvals SET ended_day = ?, ended_reason = ? WHERE id = ? AND (ended_day IS NULL OR ended_day > ?)',
        day,
        reason,
        id,
        day,
      );
      if (changed === 0 && store.get('SELECT 1 FROM approvals WHERE id = ?', id) === undefined) throw new NotFound();
    },
    endedOn: (day) =>
      endedRows
        .parse(
          store.all(
            // A date without its day sorts before every day in it, so this finds them all; `lastDay` then decides.
            'SELECT id, retain_until, ended_day FROM approvals WHERE retain_until < ?1 OR ended_day <= ?1 ORDER BY id',
            day,
          ),
        )
        .filter((ended) =>
          ended.ended_day !== null && ended.ended_day <= day ? true : lastDay(ended.retain_until) < lastDay(day),
        )
        .map(({ id }) => id),
    tombstone(approval, stone) {
      if (store.run('UPDATE approvals SET erased = ? WHERE id = ?', canonicalJson(stone), approval) === 0)
        throw new NotFound();
    },
  };
}
