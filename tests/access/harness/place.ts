import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../../api/clock.ts';
import { runImport } from '../../../api/import/run.ts';
import { type Installation, openInstallation } from '../../../api/installation.ts';
import { works } from '../../../api/jobs/works.ts';
import type { Role, User } from '../../../api/ledger/ledger.ts';
import { createRuns } from '../../../api/services/runs/runs.ts';
import { createHandBatch } from '../../../api/services/writing/batch.ts';
import { createHand } from '../../../api/services/writing/hand.ts';
import { audienceOf } from '../../../model/audience.ts';
import { entityId, type Id } from '../../../model/ids.ts';
import { type Variant, writeVariant } from '../story/bundle.ts';
import { sealed } from '../story/sealed.ts';
import { everything } from './everything.ts';
import { seededBytes } from './seeded.ts';

/** The hour that stands still in every comparison. */
export const now = new Date('2026-01-15T02:00:00.000Z');
export const timeZone = 'Asia/Shanghai';
export const clock = createClock(timeZone, () => now);
const today = clock.today();

/** Who asks. Nobody here holds the sealed compartment; `keeper` does, and asks nothing: what he did is hidden too. */
export const people = {
  plain: { roles: ['investigator', 'inspector', 'analyst'], compartments: [] },
  force: { roles: ['investigator', 'inspector', 'analyst'], compartments: ['task-1'] },
  handlers: { roles: ['analyst'], compartments: ['informants', 'task-1'] },
  supervisor: { roles: ['supervisor'], compartments: ['task-1'] },
  intake: { roles: ['intake'], compartments: [] },
  security: { roles: ['security'], compartments: [] },
  audit: { roles: ['audit'], compartments: [] },
  system: { roles: ['system'], compartments: [] },
  keeper: { roles: ['analyst'], compartments: [sealed, 'informants', 'task-1'] },
} as const satisfies Record<string, { roles: readonly Role[]; compartments: readonly string[] }>;
export type Person = keyof typeof people;

export interface Place {
  readonly variant: Variant;
  readonly installation: Installation;
  readonly users: Readonly<Record<Person, User>>;
  readonly tokens: Readonly<Record<Person, string>>;
  /** What a request may name by `{…}` before any answer named it. */
  readonly remembered: Readonly<Record<string, string>>;
  /** What the keeper made; in `without` he made nothing. */
  readonly made: { readonly run: Id; readonly board: Id };
  /** Rows that the import of the variant refused: none, or the description is not sound. */
  readonly rejects: readonly unknown[];
  close(): Promise<void>;
}

/** Imports one variant into a folder of its own by the real import, adds accounts and what was written by hand, in this process. */
export async function openPlace(variant: Variant): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), `powang-access-${variant}-`));
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  const installation = await openInstallation({ dataFolder, access: 'write', graph: 'here', clock });
  const bundle = await writeVariant(join(folder, 'bundle'), variant);
  const report = await runImport(installation, {
    paths: [{ path: bundle, name: 'bundle' }],
    namespace: '',
    source: null,
    compartment: null,
    approval: null,
    strict: false,
    dryRun: false,
    rejectsPath: null,
    user: 'u_local',
    account: 'shell',
    purpose: null,
    demonstration: false,
    allowedCompartments: null,
  });
  const { ledger } = installation;
  const users = {} as Record<Person, User>; // filled below, name by name
  const tokens = {} as Record<Person, string>;
  for (const [name, { roles, compartments }] of Object.entries(people)) {
    const person = name as Person; // keys of the table
    users[person] = ledger.users.add({ name, unit: null, roles, compartments, demonstration: false });
    tokens[person] = ledger.sessions.start(users[person].id, now.toISOString()).token;
  }
  await writeByHand(installation, users, variant);
  const made = variant === 'with' ? await makeHidden(installation, users) : { run: '', board: '' };
  return {
    variant,
    installation,
    users,
    tokens,
    remembered: { ...remembered(installation, users), bundle: report.batch! },
    made,
    rejects: report.rejects,
    async close() {
      await installation.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const party = (key: string) => entityId('', 'party', key);

/** In both variants: two people joined, one word taken back, one contested. In `with` alone: the same in the sealed compartment,
 * about what everybody may see. */
async function writeByHand(installation: Installation, users: Place['users'], variant: Variant): Promise<void> {
  const { facts, services } = installation;
  const random = seededBytes('by hand');
  const write = createHandBatch({ ...installation, random });
  const hand = createHand({ facts, entities: services.entities, evidence: services.evidence, write, random });
  const clocks = { trueAt: today, knownAt: today };
  const plain = { user: users.plain, audience: audienceOf([]), purpose: 'review:setting up', account: null };
  await hand.judge(plain, clocks, { a: party('TP-P07'), b: party('LR-P08'), judgement: 'positive', reason: '同一人' });
  const [one] = await aboutTie(installation, 'TP-P03', 'TP-P04');
  await hand.object(plain, clocks, one!, '并非兄弟');
  const [two] = await aboutTie(installation, 'AC-P04', 'LR-P02');
  await hand.retract(plain, clocks, two!, '登记有误');
  // A source that he cannot know is there already, under another name.
  await hand.enter(plain, clocks, {
    about: party('TP-P04'),
    kind: 'Person',
    properties: { alias: ['龙老二'] },
    source: 'SX-S1',
  });
  if (variant === 'without') return;
  const keeper = { user: users.keeper, audience: everything(installation), purpose: 'review:密', account: null };
  const hidden = createHandBatch({ ...installation, random: seededBytes('sealed') });
  const common = { by: 'keeper', knownAt: today, compartment: sealed };
  const act = { action: 'sealed', subjects: [] };
  const [spouse] = await aboutTie(installation, 'TP-P01', 'TP-P02');
  const [owner] = await aboutTie(installation, 'AC-P01', 'AC-O2');
  await hidden(
    keeper,
    'retraction',
    { retractions: [spouse!, owner!].map((assertion) => ({ ...common, assertion, reason: '密' })) },
    act,
  );
  await hidden(keeper, 'objection', { objections: [{ ...common, assertion: owner!, text: '密', answer: null }] }, act);
  await hidden(
    keeper,
    'judgement',
    {
      judgements: [
        { ...common, a: party('TP-P02'), b: party('LR-P02'), judgement: 'positive' as const, reason: '密' },
        { ...common, a: party('TP-P07'), b: party('LR-P08'), judgement: 'negative' as const, reason: '密' },
        { ...common, a: party('AC-P05'), b: party('SX-P01'), judgement: 'positive' as const, reason: '密' },
      ],
    },
    act,
  );
}

async function aboutTie({ facts }: Installation, from: string, to: string): Promise<string[]> {
  const said = await facts.tiesBetween(audienceOf([]), { trueAt: today, knownAt: today }, [[party(from), party(to)]]);
  return said.map(({ id }) => id).sort();
}

/** In both variants: sign-in links, and a board of a viewer that names what he may not see (he held more when he made it). */
function remembered({ ledger }: Installation, users: Place['users']): Record<string, string> {
  const content = Object.fromEntries(
    ['TP-P01', 'SX-P01', 'SP-P03', 'SX-O1', 'SX-P02', 'AC-P01'].map((key, place) => [
      `entity:${party(key)}`,
      { x: place, y: -place, near: [party('SX-P01'), party('TP-P02')] },
    ]),
  );
  const more = {
    'note:n1': { text: '记', about: party('SX-P01') },
    'group:g1': { members: [party('SX-P02'), party('TP-P01')] },
  };
  const board = ledger.boards.create(
    users.plain.id,
    { name: '旧画布', demonstration: false },
    { ...content, ...more },
    now.toISOString(),
  );
  const later = new Date(now.getTime() + 3_600_000).toISOString();
  return {
    planted: board.id,
    ...Object.fromEntries([1, 2, 3].map((count) => [`link${count}`, ledger.users.link(users.force.id, later)])),
  };
}

/** In `with` alone: a run and a board of the keeper's. */
async function makeHidden(installation: Installation, users: Place['users']): Promise<Place['made']> {
  const { ledger } = installation;
  const audience = everything(installation);
  const clocks = { trueAt: today, knownAt: today };
  const keeper = { user: users.keeper, audience, purpose: 'review:密', account: null };
  const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
  const run = await createRuns({ ledger, clock }).answer(
    keeper,
    { kind: 'screen', clocks, options: {} },
    (own, others) => works.screen(installation, { audience: own, clocks, options: {}, others }, quiet),
  );
  const board = ledger.boards.create(users.keeper.id, { name: '密', demonstration: false }, {}, now.toISOString());
  return { run: run.id, board: board.id };
}
