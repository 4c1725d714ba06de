import type { Id } from '../../../model/ids.ts';
import { type Context, groupBy, sortedIds } from '../context.ts';
import type { ContactFact } from '../facts.ts';
import type { Group } from '../groups.ts';
import { countZ, type Indicator } from '../indicator.ts';
import { countLogLr, partLogLr } from '../logLr.ts';
import { rules } from '../rules.ts';
import { createPeers, type Stratum } from '../strata.ts';
import { suspectContactsOf } from '../suspectContacts.ts';
import { unknownPart } from '../unknown.ts';
import { explanations, stratumWords, texts } from '../words/all.ts';

interface Middle {
  readonly id: Id;
  /** How much one contact with him is worth: share of his strong ties in the group, damped where he knows very many. */
  readonly weight: number;
  readonly partners: number;
  readonly evidence: readonly string[];
}

/** I2: contact with people who are themselves close to the group: Σ contact × (strong ties in the group / (all strong ties + prior))
 * × min(1, ordinary circle / people he is in contact with), against officials of the stratum whose own records were asked for
 * alike, raised for whose line is busy with suspects of every sort (see suspectContacts.ts).
 * The one in the middle is no member, no official, nobody protected, and no relative of the official, with whom contact needs no
 * reason. Cost: linear in the contacts. */
export const intermediary: Indicator = {
  id: 'I2',
  family: 'contact',
  prepare(context) {
    const isContact = (one: ContactFact): boolean => one.kind !== 'payments' && one.count > 0;
    const byOfficial = groupBy(context.facts.contacts.filter(isContact), (one) => one.person);
    const bySuspect = groupBy(context.facts.suspectContacts.filter(isContact), (one) => one.person);
    const circles = new Map(context.facts.circles.map((one) => [one.person, one]));
    const strata = withOwnRecords(context);
    const contacts = suspectContactsOf(context);
    const prepared = new Map<Id, ReturnType<typeof prepareGroup>>();

    return (official, group) => {
      if (!prepared.has(group.id)) prepared.set(group.id, prepareGroup(group));
      const { middles, covered, expect } = prepared.get(group.id)!;
      const stratum = context.strata.get(official.id)!;
      if (covered === 0) return unknownPart(intermediary, group, stratum);
      const used = contributions(official.id, middles);
      const observed = sum(used);
      const { expected: usual, spread, peers } = expect(official.id);
      const elsewhere = contacts.outside(group);
      const expected = usual * elsewhere.busyness(official.id);
      const raw = countLogLr(observed, usual, rules.ratios.I2, spread);
      const adjusted = countLogLr(observed, expected, rules.ratios.I2, spread);
      const busyLine = raw > 0 && adjusted <= raw * rules.explainedShare;
      const people = sortedIds(used.map((one) => one.middle.id));
      const busy = people.length > 0 && used.every((one) => one.middle.partners >= rules.intermediary.busyCircle);
      return {
        id: 'I2',
        family: 'contact',
        groupId: group.id,
        observed,
        expected,
        stratum: stratumWords(stratum, peers),
        n: people.length,
        logLr: busy || busyLine ? 0 : partLogLr(adjusted, covered / group.members.length),
        z: countZ(observed, expected, spread),
        coverage: covered / group.members.length,
        evidence: sortedIds(used.flatMap((one) => [...one.contact.evidence, ...one.middle.evidence])),
        innocent:
          people.length === 0
            ? []
            : [
                explanations.busyNumber(busy, people.length),
                explanations.busyLine(busyLine, elsewhere.countOf(official.id), elsewhere.suspects.size),
              ],
        text: texts.intermediary(observed, expected, people.length),
      };
    };

    function prepareGroup(group: Group) {
      const middles = middlesOf(group);
      const values = new Map<Id, number>();
      for (const id of byOfficial.keys()) if (!group.memberSet.has(id)) values.set(id, sum(contributions(id, middles)));
      const covered = group.members.filter(
        (id) => context.obtainedOf(id, 'calls').length + context.obtainedOf(id, 'copresence').length > 0,
      ).length;
      return {
        middles,
        covered,
        expect: createPeers(new Map([...strata].filter(([id]) => !group.memberSet.has(id))), values),
      };
    }

    function middlesOf(group: Group): ReadonlyMap<Id, Middle> {
      const close = new Map<Id, { suspects: Set<Id>; evidence: string[] }>();
      for (const member of group.members) {
        const totals = new Map<Id, { count: number; evidence: string[] }>();
        for (const contact of bySuspect.get(member) ?? []) {
          const total = totals.get(contact.other) ?? { count: 0, evidence: [] };
          totals.set(contact.other, {
            count: total.count + contact.count,
            evidence: [...total.evidence, ...contact.evidence],
          });
        }
        for (const [other, { count, evidence }] of totals) {
          if (count < rules.contact.strongFrom || group.memberSet.has(other)) continue;
          if (context.officials.has(other) || context.protectedPeople.has(other)) continue;
          const held = close.get(other) ?? { suspects: new Set<Id>(), evidence: [] };
          held.suspects.add(member);
          held.evidence.push(...evidence);
          close.set(other, held);
        }
      }
      return new Map(
        [...close].map(([id, { suspects, evidence }]) => {
          const { partners, strong } = circles.get(id) ?? { partners: suspects.size, strong: suspects.size };
          const share = suspects.size / (Math.max(strong, suspects.size) + rules.intermediary.circlePrior);
          return [
            id,
            {
              id,
              partners,
              evidence,
              weight: share * Math.min(1, rules.intermediary.ordinaryCircle / Math.max(1, partners)),
            },
          ];
        }),
      );
    }

    function contributions(official: Id, middles: ReadonlyMap<Id, Middle>) {
      return (byOfficial.get(official) ?? []).flatMap((contact) => {
        const middle = middles.get(contact.other);
        // That relatives are in touch says nothing about whom they know besides.
        return middle === undefined || context.kinOf(official).has(middle.id) ? [] : [{ contact, middle }];
      });
    }
  },
};

const sum = (used: readonly { contact: ContactFact; middle: Middle }[]): number =>
  used.reduce((total, { contact, middle }) => total + contact.count * middle.weight, 0);

/** Whoever's own records were asked for shows more contact of every kind: he is compared with his like. */
function withOwnRecords(context: Context): Map<Id, Stratum> {
  const marked = new Map<Id, Stratum>();
  for (const [id, stratum] of context.strata) {
    if (context.protectedPeople.has(id)) continue;
    const own = context.obtainedOf(id, 'calls').length > 0;
    marked.set(id, own ? { ...stratum, area: `${stratum.area} own` } : stratum);
  }
  return marked;
}
