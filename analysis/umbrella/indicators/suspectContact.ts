import type { Id } from '../../../model/ids.ts';
import { sortedIds } from '../context.ts';
import type { Group } from '../groups.ts';
import { countZ, type Indicator } from '../indicator.ts';
import { countLogLr, partLogLr } from '../logLr.ts';
import { rules } from '../rules.ts';
import { createPeers } from '../strata.ts';
import { peersOf, sumOf, suspectContactsOf } from '../suspectContacts.ts';
import { unknownPart } from '../unknown.ts';
import { explanations, stratumWords, texts } from '../words/all.ts';

/** I1b: private contact with the group's suspects whose records were asked for, against officials of the same stratum, raised for
 * who is busy with suspects of every sort (see suspectContacts.ts). Duty contact and calls that anybody could have placed are left
 * out already; contact with a suspect to whom a recorded tie (kin, class, neighbour) leads is explained and leaves the count, of peers
 * as well. */
export const suspectContact: Indicator = {
  id: 'I1b',
  family: 'contact',
  prepare(context) {
    const { seen, officials, between, outside } = suspectContactsOf(context);
    const prepared = new Map<Id, ReturnType<typeof prepareGroup>>();

    function prepareGroup(group: Group) {
      const covered = new Set(group.members.filter((id) => seen.has(id)));
      const counts = new Map(officials.map((id) => [id, sumOf(between(id, covered).open)]));
      return { covered, expect: createPeers(peersOf(context, group), counts) };
    }

    return (official, group) => {
      if (!prepared.has(group.id)) prepared.set(group.id, prepareGroup(group));
      const { covered, expect } = prepared.get(group.id)!;
      const stratum = context.strata.get(official.id)!;
      const others = group.members.filter((id) => id !== official.id);
      const n = others.filter((id) => covered.has(id)).length;
      if (others.length === 0) return null;
      if (n === 0) return unknownPart(suspectContact, group, stratum);

      const coverage = n / others.length;
      const { open, explained } = between(official.id, covered);
      const observed = sumOf(open);
      const { expected: usual, spread, peers } = expect(official.id);
      const elsewhere = outside(group);
      const expected = Math.max(usual * elsewhere.busyness(official.id), n * elsewhere.perSuspect(official.id));
      const raw = countLogLr(observed, usual, rules.ratios.I1b, spread);
      const adjusted = countLogLr(observed, expected, rules.ratios.I1b, spread);
      const knownTies = observed === 0 && explained.length > 0;
      const busyLine = raw > 0 && adjusted <= raw * rules.explainedShare;
      const all = observed + sumOf(explained.map((one) => one.contact));
      const shown = knownTies ? explained.map((one) => one.contact) : open.filter((one) => one.count > 0);
      return {
        id: 'I1b',
        family: 'contact',
        groupId: group.id,
        observed: knownTies ? all : observed,
        expected,
        stratum: stratumWords(stratum, peers),
        n,
        logLr: knownTies || busyLine ? 0 : partLogLr(adjusted, coverage),
        z: countZ(knownTies ? 0 : observed, expected, spread),
        coverage,
        evidence: sortedIds(shown.flatMap((one) => one.evidence)),
        innocent: [
          explanations.knownTie(explained.length > 0, sortedIds(explained.map((one) => one.contact.other)).length, [
            ...explained.flatMap((one) => one.assertions),
            ...explained.flatMap((one) => one.contact.evidence),
          ]),
          explanations.dutyContact(open.reduce((sum, one) => sum + one.dutyCount, 0)),
          explanations.busyLine(busyLine, elsewhere.countOf(official.id), elsewhere.suspects.size),
        ],
        text: knownTies ? texts.contactExplained(all, n) : texts.suspectContact(observed, expected, n),
      };
    };
  },
};
