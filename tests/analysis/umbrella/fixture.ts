import type {
  ContactFact,
  GangFact,
  OfficialFact,
  ScreenFacts,
  SuspectFact,
  TieFact,
} from '../../../analysis/umbrella/facts.ts';

/** 1 July 2024. */
export const today = 19_905;
export const nothing: ScreenFacts = {
  day: today,
  officials: [],
  protectedPeople: [],
  suspects: [],
  gangs: [],
  companies: [],
  companyCounts: [],
  ties: [],
  cases: [],
  decisions: [],
  tenders: [],
  bids: [],
  operations: [],
  awareness: [],
  disclosures: [],
  obtained: [],
  duties: [],
  contacts: [],
  suspectContacts: [],
  circles: [],
  moments: [],
  payments: [],
  lent: [],
};

export function official(
  id: string,
  some: { department?: string; rank?: number; area?: string; remit?: string[]; fromDay?: number } = {},
): OfficialFact {
  const post = {
    organisation: 'bureau',
    department: some.department ?? 'police',
    rank: some.rank ?? 3,
    area: some.area ?? 'east',
    remit: some.remit ?? [],
    fromDay: some.fromDay ?? today - 3_000,
    toDay: 1_000_000,
    assertions: [`a_post_${id}`],
  };
  return { id, posts: [post] };
}

/** `count` officials alike: peers. */
export const peers = (count: number, some: Parameters<typeof official>[1] = {}): OfficialFact[] =>
  Array.from({ length: count }, (_, i) => official(`peer${String(i).padStart(3, '0')}`, some));

export const suspect = (id: string, gangs: string[] = ['gang']): SuspectFact => ({ id, gangs, cases: [] });

export function gang(members: string[], some: Partial<GangFact> = {}): GangFact {
  return {
    id: 'gang',
    filed: true,
    tier: 'evil-group',
    area: null,
    sectors: [],
    members: members.map((person) => ({ person, fromDay: today - 1_000, assertions: [`a_member_${person}`] })),
    ...some,
  };
}

export function calls(person: string, other: string, count: number, some: Partial<ContactFact> = {}): ContactFact {
  return { kind: 'calls', person, other, count, dutyCount: 0, evidence: [`q_${person}_${other}`], ...some };
}

export function tie(kind: string, from: string, to: string, some: Partial<TieFact> = {}): TieFact {
  return {
    kind,
    from,
    to,
    role: '',
    share: null,
    paidIn: null,
    confirmed: true,
    fromDay: null,
    toDay: null,
    assertions: [`a_${kind}_${from}_${to}`],
    ...some,
  };
}

export const obtained = (person: string, kind: string) => ({
  person,
  kind,
  fromDay: today - 730,
  toDay: today,
  assertions: [`a_obtained_${kind}_${person}`],
});

/** A gang of three suspects whose call records were asked for, and twenty officials of one stratum. */
export const village: ScreenFacts = {
  ...nothing,
  officials: [official('wei'), ...peers(20)],
  suspects: ['ding', 'hu', 'ma'].map((id) => suspect(id)),
  gangs: [gang(['ding', 'hu', 'ma'])],
  obtained: ['ding', 'hu', 'ma'].map((id) => obtained(id, 'calls')),
};
