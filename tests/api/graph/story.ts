import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Facts } from '../../../api/facts/facts.ts';
import { createSegmentWriter } from '../../../api/graph/columns/segmentWriter.ts';
import { createGraphEngine, type GraphEngineOptions } from '../../../api/graph/engine/createGraphEngine.ts';
import type { Graph } from '../../../api/graph/graph.ts';
import {
  type Assertion,
  type AssertionDraft,
  assertionId,
  type Judgement,
  type Retraction,
} from '../../../model/assertion.ts';
import { audienceOf } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { contentId, entityId, type Id, tieId } from '../../../model/ids.ts';
import { type TieKind, tieKinds } from '../../../model/vocabulary/kinds.ts';

/** Small stories for the graph: people by name, ties between them. */
export const person = (name: string): Id => entityId('', 'party', name);
export const batchId = (name: string): Id => `b_${contentId('a', [name]).slice(2)}`;

type Extras = Partial<
  Pick<Assertion, 'compartment' | 'approval' | 'validFrom' | 'validTo' | 'knownAt' | 'grade' | 'properties' | 'source'>
>;
const usual = {
  source: 'register',
  origin: 'register',
  grade: { reliability: 'B', credibility: 2 },
  compartment: 'general',
  approval: null,
  validFrom: null,
  validTo: null,
  knownAt: '2024-01-01',
  properties: {},
} as const;

function assertion(draft: AssertionDraft): Assertion {
  return { ...draft, id: assertionId(draft), recordedAt: '2024-01-01T00:00:00', batch: batchId('one') };
}
export const entity = (name: string, extras: Extras = {}): Assertion =>
  assertion({ ...usual, about: person(name), kind: 'Person', ends: null, key: name, ...extras });
export const tie = (from: string, kind: TieKind, to: string, extras: Extras = {}): Assertion =>
  assertion({
    ...usual,
    about: tieId(kind, person(from), person(to), ''),
    kind: tieKinds[kind].type,
    ends: { kind, from: person(from), to: person(to), role: '' },
    key: `${from}-${kind}-${to}`,
    ...extras,
  });
export const retraction = (of: Assertion, extras: Partial<Retraction> = {}): Retraction => ({
  id: contentId('v', [of.id]),
  assertion: of.id,
  by: 'clerk',
  reason: 'mistake',
  knownAt: '2024-02-01',
  compartment: 'general',
  ...extras,
});
export const same = (a: string, b: string, extras: Partial<Judgement> = {}): Judgement => ({
  id: contentId('v', [a, b, extras.judgement ?? '']),
  a: person(a),
  b: person(b),
  judgement: 'positive',
  by: 'clerk',
  reason: 'one number',
  knownAt: '2024-01-02',
  compartment: 'general',
  recordedAt: '2024-01-02T00:00:00',
  ...extras,
});

export const everyone = audienceOf([]);
export const today: Clocks = { trueAt: '2024-06-01', knownAt: '2024-06-01' };

export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'powang-graph-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Story {
  readonly assertions?: readonly Assertion[];
  readonly retractions?: readonly Retraction[];
  readonly judgements?: readonly Judgement[];
}
export async function writeStory(folder: string, story: Story, batch = batchId('one')): Promise<void> {
  const writer = createSegmentWriter(folder, batch);
  writer.addAssertions(story.assertions ?? []);
  writer.addRetractions(story.retractions ?? []);
  writer.addJudgements(story.judgements ?? []);
  await writer.finish();
}

/** The engine never reads facts itself: only what is handed to `standing` does. */
export const noFacts = new Proxy({} as Facts, {
  get: () => {
    throw new Error('the graph read facts');
  },
});
export const nobodyStands: GraphEngineOptions['standing'] = async () => ({
  index: { officials: [], suspects: [], gangs: [], protectedPeople: [] },
  duties: [],
});

export function engineOver(folder: string, options: Partial<GraphEngineOptions> = {}): Graph {
  return createGraphEngine({
    columnsFolder: folder,
    facts: noFacts,
    events: null,
    doneBatches: () => ({ all: [batchId('one')], withEvents: [] }),
    standing: nobodyStands,
    ...options,
  });
}

/** Runs over the graph of one story. */
export const withStory = <T>(
  story: Story,
  work: (graph: Graph) => Promise<T>,
  options: Partial<GraphEngineOptions> = {},
): Promise<T> =>
  inScratch(async (folder) => {
    await writeStory(folder, story);
    return work(engineOver(folder, options));
  });
