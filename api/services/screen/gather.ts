import type { GangFact, ObtainedFact, ScreenFacts, TieFact } from '../../../analysis/umbrella/facts.ts';
import { type Audience, compareText, withoutInformants } from '../../../model/audience.ts';
import { type ClockDays, type Clocks, clockDays } from '../../../model/clocks.ts';
import { firstDay, lastDay } from '../../../model/dates.ts';
import type { Id } from '../../../model/ids.ts';
import type { EventEngine } from '../../events/events.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Approval, Approvals, Batches } from '../../ledger/ledger.ts';
import type { StandingModel, StandingSource } from '../standing.ts';
import { gatherContacts, gatherMoments } from './contactFacts.ts';
import { gatherPayments } from './paymentFacts.ts';
import { createRecords, type Records, recordKinds, recordTypes } from './records.ts';
import { gatherTies } from './relations.ts';

/** The stores of an opened installation, as far as a screen reads them. */
export interface GatherDeps {
  readonly facts: Facts;
  readonly events: Pick<EventEngine, 'open'>;
  readonly ledger: {
    readonly batches: Pick<Batches, 'eventsRead' | 'dataVersion'>;
    readonly approvals: Pick<Approvals, 'list'>;
  };
  readonly services: { readonly standing: StandingSource };
}
export interface GatherOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: string, done: number, total: number) => void;
}

const phases = 4;

/** Everything a screen computes from, for this audience without the informants' compartment, whoever asks. One pass over the
 * records, two over the ties, and a handful of event queries; each figure keeps the ids it opens to. */
export async function gatherFacts(
  deps: GatherDeps,
  asker: Audience,
  clocks: Clocks,
  options: GatherOptions = {},
): Promise<ScreenFacts> {
  const audience = withoutInformants(asker);
  const days = clockDays(clocks);
  const cancel = options.signal === undefined ? {} : { signal: options.signal };
  const progress = (done: number): void => options.onProgress?.('gather', done, phases);
  progress(0);
  const who = await deps.services.standing(audience, clocks);
  const officials = [...who.officials.keys()].sort(compareText);
  const suspects = [...who.suspects.keys()].filter((id) => !who.protectedPeople.has(id)).sort(compareText);

  const records = createRecords(days, who.one);
  for await (const chunk of deps.facts.scan(audience, clocks, { types: recordTypes, kinds: recordKinds, ...cancel }))
    records.add(chunk);
  progress(1);
  const ties = await gatherTies(deps.facts, audience, clocks, days, {
    one: who.one,
    officials: new Set(officials),
    suspects: new Set(suspects),
    ...cancel,
  });
  progress(2);

  const gangs = gangFacts(who, records);
  const operations = records.operations();
  const obtained = [
    ...records.obtained(audience.endedApprovals),
    ...obtainedByApprovals(deps.ledger.approvals.list(audience), audience, days, who.one),
  ];
  const session = await deps.events.open(audience, clocks, deps.ledger.batches.eventsRead(clocks.knownAt), {
    duties: who.duties,
    merged: who.merged,
    officials,
    suspects,
  });
  try {
    const asked = { officials, suspects, ...cancel };
    const contact = await gatherContacts(session, asked);
    const around = await gatherMoments(session, { ...asked, awareness: records.awareness(), operations, gangs });
    const payments = await gatherPayments(session, ties, asked);
    progress(3);
    return {
      day: days.trueTo,
      officials: officials.map((id) => ({ id, posts: who.officials.get(id)!.map(postFact) })),
      protectedPeople: [...who.protectedPeople],
      suspects: suspects.map((id) => ({ id, gangs: who.suspects.get(id)!.gangs, cases: who.suspects.get(id)!.cases })),
      gangs,
      ...companyFacts(records, ties),
      ties,
      cases: records.cases(),
      decisions: records.decisions(),
      tenders: records.tenders(),
      bids: records.bids(),
      operations,
      awareness: around.awareness,
      disclosures: records.disclosures(),
      obtained,
      duties: dutyFacts(who),
      contacts: contact.contacts,
      suspectContacts: contact.suspectContacts,
      circles: contact.circles,
      moments: around.moments,
      ...payments,
    };
  } finally {
    await session.close();
    progress(phases);
  }
}

const postFact = (post: {
  organisation: Id;
  department: string;
  rank: number | null;
  area: string | null;
  remit: readonly string[];
  from: string | null;
  to: string | null;
  assertion: Id;
}) => ({
  organisation: post.organisation,
  department: post.department,
  rank: post.rank,
  area: post.area,
  remit: post.remit,
  fromDay: firstDay(post.from),
  toDay: lastDay(post.to),
  assertions: [post.assertion],
});

function gangFacts(who: StandingModel, records: Records): GangFact[] {
  const places = records.gangPlaces();
  const memberships = records.memberships();
  return [...who.gangs.values()].map((gang) => ({
    id: gang.id,
    filed: gang.filed,
    tier: gang.tier,
    area: places.get(gang.id)?.area ?? null,
    sectors: places.get(gang.id)?.sectors ?? [],
    members: gang.members.map((person) => {
      const said = memberships.get(`${person} ${gang.id}`);
      return { person, fromDay: said?.fromDay ?? null, assertions: said?.assertions ?? [] };
    }),
  }));
}

/** Companies that a kept tie or a bid names, and how many there are of each area and industry. */
function companyFacts(records: Records, ties: readonly TieFact[]): Pick<ScreenFacts, 'companies' | 'companyCounts'> {
  const known = records.companies();
  const named = new Set([...ties.flatMap((tie) => [tie.from, tie.to]), ...records.bids().map((bid) => bid.company)]);
  const counts = new Map<string, { area: string; sector: string; count: number }>();
  for (const place of known.values()) {
    const key = JSON.stringify([place.area, place.sector]);
    const held = counts.get(key) ?? { ...place, count: 0 };
    held.count += 1;
    counts.set(key, held);
  }
  return {
    companies: [...named].flatMap((id) => {
      const place = known.get(id);
      return place === undefined ? [] : [{ id, ...place }];
    }),
    companyCounts: [...counts.values()],
  };
}

const kindsOfApproval: Readonly<Record<string, string>> = { calls: 'calls', bank: 'bank', copresence: 'copresence' };

/** What approvals name was asked for too, as long as its rows may be read. */
function obtainedByApprovals(
  approvals: readonly Approval[],
  audience: Audience,
  days: ClockDays,
  one: (id: Id) => Id,
): ObtainedFact[] {
  return approvals
    .filter(
      (approval) => !audience.endedApprovals.includes(approval.id) && firstDay(approval.obtainedOn) <= days.knownTo,
    )
    .flatMap((approval) =>
      approval.kinds.flatMap((name) => {
        const kind = kindsOfApproval[name];
        if (kind === undefined) return [];
        return approval.subjects.map((subject) => ({
          person: one(subject),
          kind,
          fromDay: firstDay(approval.dataFrom),
          toDay: lastDay(approval.dataTo),
          assertions: [],
        }));
      }),
    );
}

function dutyFacts(who: StandingModel): ScreenFacts['duties'] {
  return who.duties
    .filter((duty) => who.officials.has(duty.official) && who.suspects.has(duty.other))
    .map((duty) => ({
      official: duty.official,
      other: duty.other,
      fromDay: Math.floor(duty.fromSeconds / 86_400),
      toDay: Math.floor(duty.toSeconds / 86_400),
    }));
}
