import { compareText } from '../../model/audience.ts';
import { InvalidInput } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import type { ScreenFacts, SuspectFact } from './facts.ts';
import { rules } from './rules.ts';

/** The people whose protection is asked about: the suspects of one filed gang, or suspects of no gang who share cases. */
export interface Group {
  /** The gang's id, or the least member's where there is no gang. */
  readonly id: Id;
  readonly gangId: Id | null;
  readonly tier: string | null;
  readonly members: readonly Id[];
  readonly memberSet: ReadonlySet<Id>;
  /** Companies that members own, direct or stand for. */
  readonly firms: readonly Id[];
  readonly firmSet: ReadonlySet<Id>;
  /** Members of whom at least one such company is known. */
  readonly withFirm: number;
  readonly areas: ReadonlySet<string>;
  readonly sectors: ReadonlySet<string>;
  /** First day a source knows somebody as its member; null where none says. */
  readonly sinceDay: number | null;
  /** Its cases: some member is a suspect in them. */
  readonly cases: ReadonlySet<Id>;
}
export interface ScreenOptions {
  readonly suspects?: readonly Id[];
  readonly gang?: Id;
}

const firmKinds: ReadonlySet<string> = new Set(['owner', 'director', 'representative', 'nominee']);

/** Default: every filed gang; where none is filed, suspects joined by shared cases. Given suspects keep to their gangs. */
export function chooseGroups(facts: ScreenFacts, options: ScreenOptions): Group[] {
  const suspects = new Map(facts.suspects.map((one) => [one.id, one]));
  const protectedPeople = new Set(facts.protectedPeople);
  for (const id of options.suspects ?? []) {
    if (!suspects.has(id) || protectedPeople.has(id))
      throw new InvalidInput('suspects', `${id} is not a suspect at this date`, 'not_a_suspect');
  }
  const filed = facts.gangs.filter((gang) => gang.filed);
  if (options.gang !== undefined && !filed.some((gang) => gang.id === options.gang)) {
    throw new InvalidInput('gang', 'no gang of a filed case by that id', 'not_a_filed_gang');
  }
  const asked = options.suspects === undefined ? null : new Set(options.suspects);
  const wanted = facts.suspects.filter((one) => !protectedPeople.has(one.id) && (asked === null || asked.has(one.id)));
  const ofGangs = filed
    .filter((gang) => options.gang === undefined || gang.id === options.gang)
    .map((gang) => ({
      gangId: gang.id,
      members: wanted.filter((one) => one.gangs.includes(gang.id)).map((one) => one.id),
    }));
  const alone = wanted.filter((one) => !one.gangs.some((gang) => filed.some((known) => known.id === gang)));
  const useAlone = options.gang === undefined && (asked !== null || filed.length === 0);
  const ofNoGang = useAlone ? bySharedCases(alone).map((members) => ({ gangId: null, members })) : [];
  return [...ofGangs, ...ofNoGang]
    .filter((one) => one.members.length > 0)
    .map((one) => makeGroup(facts, one.gangId, one.members))
    .sort((a, b) => compareText(a.id, b.id));
}

/** Suspects joined where they share a case. */
function bySharedCases(suspects: readonly SuspectFact[]): Id[][] {
  const root = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    while ((root.get(at) ?? at) !== at) at = root.get(at)!;
    return at;
  };
  for (const { id, cases } of suspects) {
    root.set(`person ${id}`, find(`person ${id}`));
    for (const one of cases) root.set(find(`case ${one}`), find(`person ${id}`));
  }
  const groups = new Map<string, Id[]>();
  for (const { id } of suspects) {
    const key = find(`person ${id}`);
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups.values()];
}

function makeGroup(facts: ScreenFacts, gangId: Id | null, people: readonly Id[]): Group {
  const members = [...people].sort(compareText);
  const memberSet = new Set(members);
  const gang = facts.gangs.find((one) => one.id === gangId);
  const firmSet = new Set<Id>();
  const holders = new Map<Id, Id[]>();
  for (const tie of facts.ties) {
    if (!firmKinds.has(tie.kind) || !memberSet.has(tie.from)) continue;
    if (tie.kind === 'owner' && tie.share !== null && tie.share < rules.firmShare) continue;
    firmSet.add(tie.to);
    holders.set(tie.to, [...(holders.get(tie.to) ?? []), tie.from]);
  }
  const companies = facts.companies.filter((one) => firmSet.has(one.id));
  const since = (gang?.members ?? []).map((one) => one.fromDay).filter((day) => day !== null);
  const texts = (values: readonly (string | null)[]): Set<string> =>
    new Set(values.filter((value): value is string => value !== null && value !== ''));
  return {
    id: gangId ?? members[0]!,
    gangId,
    tier: gang?.tier ?? null,
    members,
    memberSet,
    firms: companies.map((one) => one.id).sort(compareText),
    firmSet: new Set(companies.map((one) => one.id)),
    withFirm: new Set(companies.flatMap((one) => holders.get(one.id) ?? [])).size,
    areas: texts([gang?.area ?? null, ...companies.map((one) => one.area)]),
    sectors: texts([...(gang?.sectors ?? []), ...companies.map((one) => one.sector)]),
    sinceDay: since.length === 0 ? null : Math.min(...since),
    cases: new Set(
      facts.cases
        .filter((one) => one.parties.some((party) => memberSet.has(party.person) && party.roles.includes('suspect')))
        .map((one) => one.id),
    ),
  };
}
