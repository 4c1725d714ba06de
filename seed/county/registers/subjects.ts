/** Whose records were pulled: many of the gangs, some suspects of ordinary cases, a few officials. */

import type { Random } from '../basics/random.ts';
import type { Cast } from '../cast/cast.ts';
import type { CaseFile, Official, Person } from '../cast/world.ts';
import type { Parameters } from '../parameters.ts';
import type { Approvals } from './approvals.ts';
import { makeApprovals } from './approvals.ts';

const ASSOCIATE_SHARE = 0.7;
const OTHER_OFFICIALS_SHARE = 0.02;

export function drawPulled(cast: Cast, parameters: Parameters, random: Random): Set<Person> {
  const share = parameters.pulledShare;
  return new Set(
    cast.gangs.flatMap(({ members, associates, known }) => [
      ...members.filter((person) => random.chance(known.has(person) ? share : share * 0.6)),
      ...associates.filter(() => random.chance(ASSOCIATE_SHARE)),
    ]),
  );
}

/** `notable`: planted umbrellas and look-alikes, drawn at one rate, so that being a subject parts them in nothing. */
export function drawApprovals(
  cast: Cast,
  cases: CaseFile[],
  pulled: Set<Person>,
  notable: ReadonlySet<Official>,
  parameters: Parameters,
  random: Random,
): Approvals {
  const open = cases.filter((file) => file.kind === 'criminal');
  const ordinary = open.flatMap((caseFile) => caseFile.suspects.map(({ person }) => ({ person, caseFile })));
  const officials = cast.officials.filter((official) =>
    random.chance(notable.has(official) ? parameters.officialSubjectShare : OTHER_OFFICIALS_SHARE),
  );
  return makeApprovals(
    {
      gangs: cast.gangs,
      pulled,
      suspects: random.sample(
        ordinary.filter(({ person }) => !pulled.has(person) || !isFiledMember(cast, person)),
        parameters.subjects,
      ),
      officials: random.shuffle(officials),
    },
    cast.mint,
    random,
  );
}

const isFiledMember = (cast: Cast, person: Person) =>
  cast.gangs.some((gang) => gang.filed !== undefined && gang.members.includes(person));
