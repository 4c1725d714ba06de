import type { Said } from '../assertion.ts';
import { compareText } from '../audience.ts';
import type { ClockDays } from '../clocks.ts';
import { addYears, firstDay, lastDay } from '../dates.ts';
import type { Id } from '../ids.ts';
import { isKnown } from '../merge.ts';
import type { TieKind } from '../vocabulary/kinds.ts';
import type { TypeName } from '../vocabulary/types.ts';
import { type CaseFacts, createCaseFacts, endingOf } from './cases.ts';
import { type DutyInterval, dutyIntervals } from './duty.ts';

/** What has to be read to say who is what. Everything here is known (not taken back) at the clocks; validity is judged below. */
export const standingTypes = [
  'CourtCase',
  'Decision',
  'Gang',
  'PublicBody',
  'Organization',
  'Informant',
  'Duty',
] as const satisfies readonly TypeName[];
export const standingKinds = ['post', 'case', 'gang_member'] as const satisfies readonly TieKind[];

export interface Post {
  readonly person: Id;
  readonly organisation: Id;
  readonly assertion: Id;
  readonly title: string;
  readonly department: string;
  readonly rank: number | null;
  readonly area: string | null;
  readonly remit: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}
export interface GangStanding {
  readonly id: Id;
  /** Names a filed case or a judgment; otherwise alleged: shown, never a seed. */
  readonly filed: boolean;
  readonly tier: string | null;
  readonly members: readonly Id[];
}
export interface SuspectStanding {
  readonly id: Id;
  readonly cases: readonly Id[];
  readonly gangs: readonly Id[];
}
export interface Standing {
  readonly officials: ReadonlyMap<Id, readonly Post[]>;
  readonly suspects: ReadonlyMap<Id, SuspectStanding>;
  readonly gangs: ReadonlyMap<Id, GangStanding>;
  readonly protectedPeople: ReadonlySet<Id>;
  readonly duties: readonly DutyInterval[];
  readonly cases: ReadonlyMap<Id, CaseFacts>;
}

const officialOrganisations = new Set(['public_body', 'village_committee']);
const alwaysProtected = new Set(['counsel', 'journalist']);
const protectedInCase = new Set(['victim', 'witness', 'reporter', 'petitioner']);
/** A post that ended counts for three more years. */
const yearsAfterPost = 3;
const ageOfMajority = 18;

/** Collects assertions in any order, then says who is official, suspect and protected at `clocks.trueTo`.
 * `one` maps an entity to the one it is joined with. Cost: linear in what is added. */
export function createStanding(clocks: ClockDays, one: (id: Id) => Id) {
  const at = clocks.trueTo;
  const cases = createCaseFacts(one);
  const organisationKinds = new Map<Id, Set<string>>();
  const gangFiled = new Map<Id, { filed: boolean; tier: string | null }>();
  const posts: Post[] = [];
  const memberships: { person: Id; gang: Id }[] = [];
  const informants = new Set<Id>();
  const duties: Said[] = [];

  const collectors: Partial<Record<TypeName, (said: Said) => void>> = {
    CourtCase: (said) => cases.addCase(said),
    Decision: (said) => cases.addDecision(said, at),
    Gang: (said) => addOrganisation(said),
    PublicBody: (said) => addOrganisation(said),
    Organization: (said) => addOrganisation(said),
    Informant: (said) => {
      for (const person of said.properties.person ?? []) informants.add(one(person));
    },
    Duty: (said) => duties.push(said),
    CourtCaseParty: (said) => cases.addParty(said),
    Employment: (said) => {
      if (said.ends?.kind === 'post') addPost(said);
    },
    Membership: (said) => addMembership(said),
  };

  function addOrganisation(said: Said): void {
    const id = one(said.about);
    const kinds = organisationKinds.get(id) ?? new Set();
    for (const kind of said.properties.orgKind ?? (said.kind === 'PublicBody' ? ['public_body'] : [])) kinds.add(kind);
    organisationKinds.set(id, kinds);
    if (said.kind !== 'Gang') return;
    const before = gangFiled.get(id);
    gangFiled.set(id, {
      filed: before?.filed === true || (said.properties.filedCaseId ?? []).length > 0,
      tier: before?.tier ?? said.properties.tier?.[0] ?? null,
    });
  }

  function addPost(said: Said): void {
    const ends = said.ends!;
    posts.push({
      person: one(ends.from),
      organisation: one(ends.to),
      assertion: said.id,
      title: ends.role,
      department: said.properties.department?.[0] ?? 'other',
      rank: said.properties.rank?.[0] === undefined ? null : Number(said.properties.rank[0]),
      area: said.properties.area?.[0] ?? null,
      remit: said.properties.remit ?? [],
      from: said.validFrom,
      to: said.validTo,
    });
  }

  function addMembership(said: Said): void {
    if (said.ends?.kind !== 'gang_member' || said.properties.certainty?.[0] === 'suspected') return;
    if (firstDay(said.validFrom) <= at) memberships.push({ person: one(said.ends.from), gang: one(said.ends.to) });
  }

  return {
    add(chunk: readonly Said[]): void {
      for (const said of chunk) if (isKnown(said, clocks)) collectors[said.kind]?.(said);
    },

    /** Parties and members whose birth dates decide whether they are minors. */
    peopleInQuestion(): Id[] {
      return [...new Set([...cases.people(), ...memberships.map((member) => member.person)])].sort(compareText);
    },

    finish(birthDates: ReadonlyMap<Id, string>): Standing {
      const officials = officialsOf();
      const gangs = gangsOf();
      const protectedPeople = new Set(informants);
      const suspects = new Map<Id, SuspectStanding>();
      for (const [person, born] of birthDates)
        if (addYears(firstDay(born), ageOfMajority) > at) protectedPeople.add(person);
      for (const [, facts] of cases.all())
        for (const [person, roles] of facts.parties)
          if ([...roles].some((role) => alwaysProtected.has(role))) protectedPeople.add(person);

      const suspectCases = new Map<Id, Id[]>();
      const sheltered = new Map<Id, Id[]>();
      for (const [id, facts] of cases.all()) {
        for (const [person, roles] of facts.parties) {
          const shelters = [...roles].some((role) => protectedInCase.has(role));
          if (shelters) push(sheltered, person, id);
          // Victim and suspect of one case: protected in it, so this case makes nobody a suspect.
          else if (
            roles.has('suspect') &&
            facts.kind === 'criminal' &&
            facts.openedDay <= at &&
            !endingOf(facts, person)
          )
            push(suspectCases, person, id);
        }
      }
      const suspectGangs = new Map<Id, Id[]>();
      for (const gang of gangs.values())
        if (gang.filed) for (const member of gang.members) push(suspectGangs, member, gang.id);
      for (const person of new Set([...suspectCases.keys(), ...suspectGangs.keys()])) {
        if (protectedPeople.has(person)) continue;
        suspects.set(person, {
          id: person,
          cases: [...(suspectCases.get(person) ?? [])].sort(compareText),
          gangs: [...new Set(suspectGangs.get(person) ?? [])].sort(compareText),
        });
      }
      for (const person of sheltered.keys()) if (!suspects.has(person)) protectedPeople.add(person);
      return {
        officials,
        suspects,
        gangs,
        protectedPeople,
        duties: dutyIntervals(cases.all(), duties, one),
        cases: new Map(cases.all()),
      };
    },
  };

  function officialsOf(): Map<Id, Post[]> {
    const officials = new Map<Id, Post[]>();
    const since = addYears(at, -yearsAfterPost);
    for (const post of posts) {
      const kinds = organisationKinds.get(post.organisation);
      const official =
        post.department === 'party_organisation' ||
        (kinds !== undefined && [...kinds].some((kind) => officialOrganisations.has(kind)));
      if (official && firstDay(post.from) <= at && lastDay(post.to) >= since) push(officials, post.person, post);
    }
    for (const held of officials.values())
      held.sort(
        (a, b) =>
          lastDay(b.to) - lastDay(a.to) || firstDay(b.from) - firstDay(a.from) || compareText(a.assertion, b.assertion),
      );
    return officials;
  }

  function gangsOf(): Map<Id, GangStanding> {
    const members = new Map<Id, Id[]>();
    for (const { person, gang } of memberships) push(members, gang, person);
    return new Map(
      [...gangFiled].map(([id, { filed, tier }]) => [
        id,
        { id, filed, tier, members: [...new Set(members.get(id) ?? [])].sort(compareText) },
      ]),
    );
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [value]);
  else held.push(value);
}
