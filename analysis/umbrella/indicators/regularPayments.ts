import type { Id } from '../../../model/ids.ts';
import { type Context, groupBy, push, sortedIds } from '../context.ts';
import type { PaymentFact } from '../facts.ts';
import type { Group } from '../groups.ts';
import { countZ, type Explanation, type Indicator } from '../indicator.ts';
import { countLogLr, partLogLr } from '../logLr.ts';
import { type NoteReason, noteReasons, rules } from '../rules.ts';
import { createPeers } from '../strata.ts';
import { unknownPart } from '../unknown.ts';
import { explanations, stratumWords, texts } from '../words/all.ts';

/** Payments of one payer to one payee, over all months. */
interface Stream {
  readonly payer: Id;
  readonly payee: Id;
  readonly months: number;
  readonly sum: number;
  readonly evidence: readonly string[];
  readonly reason: NoteReason | null;
}

/** I12: regular payments, in four months or more and in most of those between the first and the last, from the group's people or firms to the official or his closest kin, against officials of
 * the stratum. Streams that carry a lawful note nearly throughout (rent and wages also steady in amount; a loan
 * also at lawful interest on what is seen to have been lent; goods where the official has reported a business of kin) are explained; where
 * nothing else is left the part is 0. Duty does not enter: no office explains a payment. */
export const regularPayments: Indicator = {
  id: 'I12',
  family: 'money',
  prepare(context) {
    const prepared = new Map<Id, ReturnType<typeof prepareGroup>>();
    return (official, group) => {
      if (!prepared.has(group.id)) prepared.set(group.id, prepareGroup(context, group));
      const { streamsOf, covered, expect } = prepared.get(group.id)!;
      const stratum = context.strata.get(official.id)!;
      const own = context.obtainedOf(official.id, 'bank').length > 0;
      if (covered === 0 && !own) return unknownPart(regularPayments, group, stratum);
      // Own accounts show what comes to the official; what comes to kin shows only in the accounts of those who pay.
      const coverage = own ? (1 + covered / group.members.length) / 2 : covered / group.members.length;
      const streams = streamsOf(official.id);
      const open = streams.filter((one) => one.reason === null);
      const explained = streams.filter((one) => one.reason !== null);
      const observed = months(open);
      const allExplained = observed === 0 && explained.length > 0;
      const { expected, spread, peers } = expect(official.id);
      const shown = allExplained ? explained : open;
      const innocent: Explanation[] = noteReasons.map(({ reason }) => {
        const noted = explained.filter((one) => one.reason === reason);
        return explanations.paymentNote(
          reason,
          noted.length > 0,
          noted.flatMap((one) => one.evidence),
        );
      });
      return {
        id: 'I12',
        family: 'money',
        groupId: group.id,
        observed: allExplained ? months(explained) : observed,
        expected,
        stratum: stratumWords(stratum, peers),
        n: shown.length,
        logLr: allExplained ? 0 : partLogLr(countLogLr(observed, expected, rules.ratios.I12, spread), coverage),
        z: countZ(observed, expected, spread),
        coverage,
        evidence: sortedIds(shown.flatMap((one) => one.evidence)),
        innocent: streams.length === 0 ? [] : innocent,
        text: allExplained
          ? texts.paymentsExplained(months(explained))
          : texts.payments(
              observed,
              expected,
              shown.reduce((sum, one) => sum + one.sum, 0),
            ),
      };
    };
  },
};

const needsDisclosure: ReadonlySet<string> = new Set(
  noteReasons.filter((one) => one.disclosed).map((one) => one.reason),
);
const loanWords: readonly string[] = noteReasons.filter((one) => one.lent).flatMap((one) => one.words);
const months = (streams: readonly Stream[]): number => streams.reduce((sum, one) => sum + one.months, 0);

function prepareGroup(context: Context, group: Group) {
  const streams = new Map<Id, Stream[]>(); // by payee
  const ofGroup = context.facts.payments.filter(
    (one) => group.memberSet.has(one.payer) || group.firmSet.has(one.payer),
  );
  const lent = new Map<string, number>();
  for (const { payer, payee, sum, note } of context.facts.lent) {
    if (note !== '' && !loanWords.some((word) => note.toLowerCase().includes(word))) continue;
    const key = `${payer} ${payee}`;
    lent.set(key, (lent.get(key) ?? 0) + sum);
  }
  for (const rows of groupBy(ofGroup, (one) => `${one.payer} ${one.payee}`).values()) {
    const { payer, payee } = rows[0]!;
    const stream = streamOf(rows, lent.get(`${payee} ${payer}`) ?? 0);
    if (isRegular(rows, stream.months) && !group.memberSet.has(stream.payee)) push(streams, stream.payee, stream);
  }
  const streamsOf = (official: Id): Stream[] => {
    const closest = [...context.kinOf(official)].filter(([, kin]) => kin.steps === 1).map(([id]) => id);
    const disclosed = context.disclosuresOf(official).filter((one) => one.kind === 'kin_business');
    return [official, ...closest]
      .flatMap((payee) => streams.get(payee) ?? [])
      .map((stream) => {
        if (stream.reason === null || !needsDisclosure.has(stream.reason)) return stream;
        return disclosed.length > 0 && stream.payee !== official
          ? { ...stream, evidence: [...stream.evidence, ...disclosed.flatMap((one) => one.assertions)] }
          : { ...stream, reason: null };
      });
  };
  const strata = new Map(
    [...context.strata].filter(([id]) => !group.memberSet.has(id) && !context.protectedPeople.has(id)),
  );
  const values = new Map<Id, number>();
  if (streams.size > 0)
    for (const id of strata.keys()) values.set(id, months(streamsOf(id).filter((one) => one.reason === null)));
  const covered = group.members.filter((id) => context.obtainedOf(id, 'bank').length > 0).length;
  return { streamsOf, covered, expect: createPeers(strata, values) };
}

/** Months enough, and most of those between the first and the last. */
function isRegular(rows: readonly PaymentFact[], paidMonths: number): boolean {
  const at = rows.map((one) => Math.floor(one.month / 100) * 12 + (one.month % 100));
  const span = Math.max(...at) - Math.min(...at) + 1;
  return paidMonths >= rules.money.leastMonths && paidMonths >= rules.money.leastDensity * span;
}

function streamOf(rows: readonly PaymentFact[], lent: number): Stream {
  const { payer, payee } = rows[0]!;
  const all = new Set(rows.map((one) => one.month));
  return {
    payer,
    payee,
    months: all.size,
    sum: rows.reduce((sum, one) => sum + one.sum, 0),
    evidence: sortedIds(rows.flatMap((one) => one.evidence)),
    reason: reasonOf(rows, all.size, lent),
  };
}

/** The lawful reason that the notes give in nearly all months, if any. */
function reasonOf(rows: readonly PaymentFact[], allMonths: number, lent: number): Stream['reason'] {
  for (const rule of noteReasons) {
    const noted = rows.filter((one) => rule.words.some((word) => one.note.toLowerCase().includes(word)));
    if (new Set(noted.map((one) => one.month)).size < rules.money.notedShare * allMonths) continue;
    if (rule.steady && !isSteady(noted)) continue;
    if (rule.lent && !isLawfulLoan(noted, allMonths, lent)) continue;
    return rule.reason;
  }
  return null;
}

function isSteady(rows: readonly PaymentFact[]): boolean {
  const [most, least] = [Math.max(...rows.map((one) => one.most)), Math.min(...rows.map((one) => one.least))];
  return most <= rules.money.steadyRatio * least;
}

/** Interest within the bound. What comes back in pieces of half of the sum lent or more is the sum itself; where the records show
 * nothing lent, the note is believed, and the contract has to be seen. */
function isLawfulLoan(rows: readonly PaymentFact[], paidMonths: number, lent: number): boolean {
  if (lent === 0) return true;
  const interest = rows.reduce((sum, one) => sum + (one.most >= lent / 2 ? 0 : one.sum), 0);
  return interest / lent / (paidMonths / 12) <= rules.money.lawfulRate;
}
