import {
  type ScreenedGang,
  type ScreenedOfficial,
  type ScreenOptions,
  type ScreenResult,
  screen,
} from '../../../analysis/umbrella/screen.ts';
import { type Audience, withoutInformants } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { Cancelled } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { Stamp } from '../access/stamp.ts';
import { createEntities, type Entity } from '../entities.ts';
import { type GatherDeps, type GatherOptions, gatherFacts } from './gather.ts';

export interface ScreenAsked extends ScreenOptions {
  /** Other runs of this audience (without the informants' compartment) over the last 90 days. */
  readonly runsOnPool90d: number;
}

/** The contract's screen JSON. */
export interface ScreenJson extends Omit<ScreenResult, 'officials' | 'gangs'>, Stamp {
  readonly runsOnPool90d: number;
  readonly officials: readonly (ScreenedOfficial & { readonly key: string; readonly name: string })[];
  readonly gangs: readonly (Omit<ScreenedGang, 'members'> & {
    readonly name: string | null;
    readonly members: readonly (ScreenedGang['members'][number] & { readonly key: string; readonly name: string })[];
  })[];
}

const namesAtOnce = 2_000;

/** One screen, from the stores to its JSON. Whoever asks, facts, data version and run count are those of the audience without
 * the informants' compartment, so two readers who differ in it alone get equal bytes. Holds no state: fit for a child process. */
export async function runScreen(
  deps: GatherDeps,
  asker: Audience,
  clocks: Clocks,
  asked: ScreenAsked,
  options: GatherOptions = {},
): Promise<ScreenJson> {
  const audience = withoutInformants(asker);
  const who = await deps.services.standing(audience, clocks);
  const facts = await gatherFacts(deps, audience, clocks, options);
  if (options.signal?.aborted === true) throw new Cancelled();
  options.onProgress?.('screen', 0, 1);
  const result = screen(facts, {
    ...(asked.suspects === undefined ? {} : { suspects: asked.suspects.map(who.one) }),
    ...(asked.gang === undefined ? {} : { gang: who.one(asked.gang) }),
  });
  options.onProgress?.('screen', 1, 1);
  const named = await namesOf(deps, audience, clocks, [
    ...result.officials.map((one) => one.officialId),
    ...result.gangs.flatMap((gang) => [
      ...(gang.gangId === null ? [] : [gang.gangId]),
      ...gang.members.map((member) => member.personId),
    ]),
  ]);
  const { modelVersion, calibration, complete, limit, cutAt, coverage, officials, gangs, notes } = result;
  return {
    trueAt: clocks.trueAt,
    knownAt: clocks.knownAt,
    dataVersion: deps.ledger.batches.dataVersion(audience),
    modelVersion,
    calibration,
    complete,
    limit,
    cutAt,
    coverage,
    runsOnPool90d: asked.runsOnPool90d,
    officials: officials.map(({ officialId, ...rest }) => ({ officialId, ...labelOf(named, officialId), ...rest })),
    gangs: gangs.map(({ gangId, tier, members }) => ({
      gangId,
      tier,
      name: gangId === null ? null : labelOf(named, gangId).name,
      members: members.map(({ personId, ...rest }) => ({ personId, ...labelOf(named, personId), ...rest })),
    })),
    notes,
  };
}

async function namesOf(
  deps: GatherDeps,
  audience: Audience,
  clocks: Clocks,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Entity>> {
  const entities = createEntities({ facts: deps.facts, standing: deps.services.standing });
  const unique = [...new Set(ids)];
  const found = new Map<Id, Entity>();
  for (let i = 0; i < unique.length; i += namesAtOnce) {
    for (const [id, view] of await entities.views(audience, clocks, unique.slice(i, i + namesAtOnce)))
      found.set(id, view);
  }
  return found;
}

/** Somebody known by a tie alone has no name here. */
const labelOf = (named: ReadonlyMap<Id, Entity>, id: Id): { key: string; name: string } => ({
  key: named.get(id)?.key ?? id,
  name: named.get(id)?.caption ?? '',
});
