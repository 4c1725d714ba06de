import { type Clocks, parseClocks } from '../../model/clocks.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { entityId, type Id, type IdSpace } from '../../model/ids.ts';
import { isTieKind, type TieKind } from '../../model/vocabulary/kinds.ts';
import { createClock } from '../clock.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { commandViewer } from '../services/access/commandViewer.ts';
import { parsePurpose } from '../services/access/purpose.ts';
import type { Viewer } from '../services/access/viewer.ts';
import { type Given, listOption, textOption } from './command.ts';

/** Options of every command that reads a store. */
export const storeOptions = {
  data: { type: 'string' },
  as: { type: 'string' },
  purpose: { type: 'string' },
  'true-at': { type: 'string' },
  'known-at': { type: 'string' },
} as const;

export interface Reading {
  readonly installation: Installation;
  readonly viewer: Viewer;
  readonly clocks: Clocks;
  /** trueAt, knownAt, dataVersion: what every answer names. */
  readonly stamp: Clocks & { readonly dataVersion: string };
  /** Goes to the audit before anything is printed: no record, no answer. */
  readonly record: (
    action: string,
    subjects: readonly Id[],
    detail?: Record<string, string | number | boolean | null>,
  ) => void;
}

/** Opens the store for one reading command, through the same access and audit as HTTP, and closes it whatever happens. */
export async function withStore<T>(given: Given, use: (reading: Reading) => Promise<T>): Promise<T> {
  const { environment } = given;
  const clock = createClock(environment.timeZone, environment.now);
  const dataFolder = textOption(given, 'data') ?? environment.data;
  const installation = await openInstallation({
    dataFolder,
    access: 'read',
    graph: 'here',
    clock,
    neo4j: environment.neo4j,
  });
  try {
    const purpose = parsePurpose(textOption(given, 'purpose') ?? 'review:local', '--purpose');
    const viewer = commandViewer(installation.ledger, {
      name: textOption(given, 'as') ?? 'local',
      account: environment.account,
      purpose,
      today: clock.today(),
    });
    const clocks = parseClocks(
      { trueAt: textOption(given, 'true-at'), knownAt: textOption(given, 'known-at') },
      clock.today(),
    );
    const stamp = { ...clocks, dataVersion: installation.ledger.batches.dataVersion(viewer.audience) };
    const record: Reading['record'] = (action, subjects, detail = {}) =>
      installation.ledger.audit.record({
        at: clock.now().toISOString(),
        user: viewer.user.name,
        account: environment.account,
        action: `command:${action}`,
        purpose,
        subjects: [...subjects],
        outcome: 'ok',
        detail,
      });
    return await use({ installation, viewer, clocks, stamp, record });
  } finally {
    await installation.close();
  }
}

const spaces: readonly IdSpace[] = ['party', 'case', 'tender', 'operation', 'decision', 'account', 'phone'];

/** `e_…` as it is, or `key:NS/ID` (`key:ID`): whichever entity of that key the viewer may see. */
export async function resolveIds(reading: Reading, texts: readonly string[]): Promise<Id[]> {
  const { installation, viewer, clocks } = reading;
  const candidates = texts.map((text) => (text.startsWith('key:') ? candidatesOf(text.slice('key:'.length)) : [text]));
  const visible = await installation.services.entities.visible(viewer.audience, clocks, candidates.flat());
  return candidates.map((ids) => {
    const found = ids.find((id) => visible.has(id));
    if (found === undefined) throw new NotFound();
    return found;
  });
}

function candidatesOf(key: string): Id[] {
  const slash = key.indexOf('/');
  const ways: [string, string][] =
    slash < 0
      ? [['', key]]
      : [
          [key.slice(0, slash), key.slice(slash + 1)],
          ['', key],
        ];
  return ways.flatMap(([namespace, id]) => spaces.map((space) => entityId(namespace, space, id)));
}

export async function idsOption(given: Given, reading: Reading, name: string): Promise<Id[] | undefined> {
  const texts = listOption(given, name);
  return texts === undefined ? undefined : resolveIds(reading, texts);
}

export function kindsOption(given: Given): TieKind[] | undefined {
  return listOption(given, 'kinds')?.map((kind) => {
    if (!isTieKind(kind)) throw new InvalidInput('--kinds', `no kind of tie is called ${kind}`, 'unknown_kind');
    return kind;
  });
}
