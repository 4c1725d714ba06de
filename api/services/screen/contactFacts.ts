import type {
  AwarenessFact,
  CircleFact,
  ContactFact,
  GangFact,
  MomentFact,
  OperationFact,
} from '../../../analysis/umbrella/facts.ts';
import { compareText } from '../../../model/audience.ts';
import type { Id } from '../../../model/ids.ts';
import { type EventKind, eventKinds } from '../../../model/standing/kinds.ts';
import type { EventSession } from '../../events/events.ts';
import { eventQueryId } from '../evidence/eventQuery.ts';

const secondsBefore = 48 * 3_600;
export interface ContactGathering {
  readonly officials: readonly Id[];
  readonly suspects: readonly Id[];
  readonly signal?: AbortSignal;
}
export interface ContactFacts {
  readonly contacts: ContactFact[];
  readonly suspectContacts: ContactFact[];
  readonly circles: CircleFact[];
}

/** Contact that can matter: of suspects with anybody an official is in contact with, of officials with suspects and with those in
 * the middle. The suspects' circle is asked for first; officials are asked about it alone. */
export async function gatherContacts(session: EventSession, asked: ContactGathering): Promise<ContactFacts> {
  const options = asked.signal === undefined ? {} : { signal: asked.signal };
  const suspects = new Set(asked.suspects);
  const officials = new Set(asked.officials);
  const contacts: ContactFact[] = [];
  const suspectContacts: ContactFact[] = [];
  for (const kind of eventKinds) {
    const ofSuspects = await session.facts('contactsOf', { kind, persons: [...asked.suspects] }, options);
    const circle = [...new Set([...asked.suspects, ...ofSuspects.map((row) => row.other)])].sort(compareText);
    const ofOfficials = await session.facts(
      'contactsOf',
      { kind, persons: [...asked.officials], others: circle },
      options,
    );
    const inTouch = new Set(ofOfficials.map((row) => row.other));
    for (const row of ofOfficials) contacts.push(contact(kind, row));
    for (const row of ofSuspects)
      if (inTouch.has(row.other) && !officials.has(row.other)) suspectContacts.push(contact(kind, row));
  }
  return { contacts, suspectContacts, circles: await gatherCircles() };

  function contact(
    kind: EventKind,
    row: { person: Id; other: Id; n_private: number; n_duty: number; incoming_short_n: number },
  ): ContactFact {
    const question = {
      name: 'rows' as const,
      kind,
      from: row.person,
      to: row.other,
      either: true,
      side: 'private' as const,
    };
    return {
      kind,
      person: row.person,
      other: row.other,
      // Calls placed to an official on purpose do not count; to a suspect anybody may call.
      count: Math.max(0, row.n_private - (officials.has(row.person) ? row.incoming_short_n : 0)),
      dutyCount: row.n_duty,
      evidence: row.n_private > 0 ? [eventQueryId(question)] : [],
    };
  }

  async function gatherCircles(): Promise<CircleFact[]> {
    const middles = [...new Set(suspectContacts.map((one) => one.other))]
      .filter((id) => !suspects.has(id))
      .sort(compareText);
    if (middles.length === 0) return [];
    const calls = await session.facts('contactTotals', { kind: 'calls', persons: middles }, options);
    const payments = await session.facts('contactTotals', { kind: 'payments', persons: middles }, options);
    const circles = new Map<Id, CircleFact>();
    for (const row of calls)
      circles.set(row.person, { person: row.person, partners: row.partners_private, strong: row.strong_partners });
    for (const row of payments) {
      const before = circles.get(row.person) ?? { person: row.person, partners: 0, strong: 0 };
      circles.set(row.person, { ...before, partners: Math.max(before.partners, row.partners) });
    }
    return [...circles.values()];
  }
}

/** Moments of contact between those who knew of an operation and the suspects, and the rows of the 48 hours before it. */
export async function gatherMoments(
  session: EventSession,
  asked: ContactGathering & {
    awareness: readonly Omit<AwarenessFact, 'rows'>[];
    operations: readonly OperationFact[];
    gangs: readonly GangFact[];
  },
): Promise<{ moments: MomentFact[]; awareness: AwarenessFact[] }> {
  const officials = new Set(asked.officials);
  const persons = [...new Set(asked.awareness.map((one) => one.person))]
    .filter((id) => officials.has(id))
    .sort(compareText);
  if (persons.length === 0) return { moments: [], awareness: asked.awareness.map((one) => ({ ...one, rows: [] })) };
  const options = asked.signal === undefined ? {} : { signal: asked.signal };
  const found: (MomentFact & { kind: EventKind })[] = [];
  for (const kind of ['calls', 'copresence'] as const) {
    for (const row of await session.facts('contactMoments', { kind, persons }, options)) {
      found.push({ official: row.person, other: row.suspect, atSeconds: row.at_s, kind });
    }
  }
  const byOfficial = new Map<Id, typeof found>();
  for (const one of found) byOfficial.set(one.official, [...(byOfficial.get(one.official) ?? []), one]);
  const operations = new Map(asked.operations.map((one) => [one.id, one]));
  return {
    moments: found.map(({ official, other, atSeconds }) => ({ official, other, atSeconds })),
    awareness: asked.awareness.map((one) => ({ ...one, rows: rowsBefore(one) })),
  };

  function rowsBefore(aware: Omit<AwarenessFact, 'rows'>): string[] {
    const operation = operations.get(aware.operation);
    if (operation === undefined) return [];
    const targets = new Set(operation.targets);
    const people = new Set([
      ...targets,
      ...asked.gangs.filter((gang) => targets.has(gang.id)).flatMap((gang) => gang.members.map((one) => one.person)),
    ]);
    const since = Math.max(operation.atSeconds - secondsBefore, aware.fromSeconds ?? Number.MIN_SAFE_INTEGER);
    const hits = (byOfficial.get(aware.person) ?? []).filter(
      (one) => people.has(one.other) && one.atSeconds >= since && one.atSeconds < operation.atSeconds,
    );
    return (['calls', 'copresence'] as const).flatMap((kind) => {
      const others = [...new Set(hits.filter((one) => one.kind === kind).map((one) => one.other))].sort(compareText);
      return others.map((to) =>
        eventQueryId({
          name: 'rows',
          kind,
          from: aware.person,
          to,
          either: true,
          side: 'all',
          fromSeconds: since,
          toSeconds: operation.atSeconds - 1,
        }),
      );
    });
  }
}
