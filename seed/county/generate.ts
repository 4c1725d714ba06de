/**
 * A county from a seed: a made-up population, its officials, gangs, cases and two years of records, and the truth about it.
 *
 * Order of making: people and their kin → posts, gangs, firms → cases → whose records were pulled → what planted umbrellas and
 * innocent look-alikes are going to do (plans.ts) → life (decisions, operations, tenders, calls, payments, meetings) → what
 * the registers keep of it. Cost O(people + event rows). Same options, same bytes. Nothing here knows the detector.
 */

import { createRandom } from './basics/random.ts';
import { type Cast, castCounty } from './cast/cast.ts';
import { isFiled } from './cast/gangs.ts';
import { groupBy } from './cast/kinship.ts';
import { isAdult } from './cast/people.ts';
import { makeCalls } from './life/calls.ts';
import { makeCases } from './life/cases.ts';
import { makeGatherings } from './life/copresence.ts';
import { decideCases } from './life/decisions.ts';
import { runOperations } from './life/operations.ts';
import { makePayments } from './life/payments.ts';
import { runTenders } from './life/tenders.ts';
import { type CountyOptions, drawParameters } from './parameters.ts';
import { plantLookalikes } from './plans/lookalikes.ts';
import { noPlans } from './plans/plans.ts';
import type { Scene } from './plans/scene.ts';
import { plantUmbrellas, type Umbrella } from './plans/umbrellas.ts';
import { createRecorder } from './registers/record.ts';
import { drawApprovals, drawPulled } from './registers/subjects.ts';
import { registerLife } from './registers/tables.ts';
import type { County, Truth } from './tables.ts';

export function generateCounty(options: CountyOptions): County {
  const random = createRandom(options.seed, `county/${options.mechanisms ?? 'a'}`);
  const parameters = drawParameters(options, random.fork('parameters'));
  const cast = castCounty(parameters, random);
  const { officials, gangs, kinship, ordinary, units, mint, numbers } = cast;
  const adults = ordinary.filter(isAdult);
  const scale = Math.sqrt(parameters.people / 6000);

  const casting = { ordinary, counsels: cast.counsels, journalists: cast.journalists, gangs, units };
  const cases = makeCases(parameters.cases, casting, mint, random.fork('cases'));
  const pulled = drawPulled(cast, parameters, random.fork('pulled'));

  const plans = noPlans();
  const scene: Scene = {
    parameters,
    random: random.fork('plans'),
    gangs: gangs.filter(isFiled),
    officials,
    kinship,
    ordinary: new Set(adults),
    pulled,
    companies: cast.companies,
    companyMint: cast.companyMint,
    plans,
  };
  const umbrellas = plantUmbrellas(scene, numbers);
  const planted = new Set(umbrellas.map((umbrella) => umbrella.official));
  const lookalikes = plantLookalikes(scene, planted);
  const notable = new Set([...planted, ...lookalikes.map((lookalike) => lookalike.official)]);
  const approvals = drawApprovals(cast, cases, pulled, notable, parameters, random.fork('approvals'));

  const decided = decideCases(cases, officials, plans, parameters, mint, random.fork('decisions'));
  const suspects = [
    ...new Set(
      cases.filter((file) => file.kind === 'criminal').flatMap((file) => file.suspects.map((one) => one.person)),
    ),
  ];
  const field = { gangs, suspects, officials, plans };
  const { operations, calls: warnings } = runOperations(
    Math.max(45, Math.round(60 * scale)),
    field,
    mint,
    random.fork('operations'),
  );
  const tenders = runTenders(
    Math.max(160, Math.round(210 * scale)),
    officials,
    cast.companies,
    plans,
    mint,
    random.fork('tenders'),
  );

  const neighbours = groupBy(adults, (person) => person.village.area);
  const shopkeepers = groupBy(
    adults.filter((person) => person.busyness > 2.5),
    (person) => person.village.town.area,
  );
  const life = { gangs, officials, kinship, neighbours, shopkeepers, plans, decided };
  const calls = makeCalls(
    { ...life, subjects: approvals.subjectsOf('calls'), callsPerSubject: parameters.callsPerSubject },
    random.fork('calls'),
  );
  const payments = makePayments(
    { gangs, companies: cast.companies, people: adults, kinship, plans, subjects: approvals.subjectsOf('bank') },
    random.fork('payments'),
  );
  const gatherings = makeGatherings(
    { ...life, subjects: approvals.subjectsOf('copresence') },
    random.fork('copresence'),
  );

  const recorder = createRecorder(approvals, cases, parameters.missing * 0.3, mint, numbers, random.fork('record'));
  const tables = registerLife(
    { cast, parameters, plans, cases, decided, suspects, approvals, operations, tenders },
    {
      ...recorder.calls([...calls, ...warnings]),
      ...recorder.payments(payments),
      copresence: recorder.copresence(gatherings),
    },
    random.fork('registers'),
  );
  return { tables, truth: truthOf(parameters.seed, parameters.mechanisms, cast, umbrellas, lookalikes) };
}

function truthOf(
  seed: number,
  mechanisms: 'a' | 'b',
  cast: Cast,
  umbrellas: Umbrella[],
  lookalikes: ReturnType<typeof plantLookalikes>,
): Truth {
  const byId = (a: { officialId: string }, b: { officialId: string }) => (a.officialId < b.officialId ? -1 : 1);
  return {
    seed,
    mechanisms,
    umbrellas: umbrellas
      .map(({ official, gangs, channels, observable }) => ({
        officialId: official.person.id,
        gangIds: gangs.map((gang) => gang.id),
        channels,
        observable,
      }))
      .sort(byId),
    gangs: cast.gangs.map((gang) => ({ gangId: gang.id, members: gang.members.map((person) => person.id) })),
    lookalikes: lookalikes.map(({ official, kind }) => ({ officialId: official.person.id, kind })).sort(byId),
  };
}
