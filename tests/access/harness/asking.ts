import { setTimeout as pause } from 'node:timers/promises';
import { hasEnded } from '../../../api/services/jobs/jobs.ts';
import { type Answer, createNormalise, differenceOf, type Normalise, type Plain } from './normalise.ts';
import type { Person, Place } from './place.ts';
import type { AccessServer } from './server.ts';

/** One request, put to both sides alike. `{name}` in path, headers or body stands for what each side itself said before. */
export interface Asked {
  /** Of the table of routes: `get /entities/:id`. */
  readonly route: string;
  readonly as: Person | null;
  /** Below `/api/v1`, or from the root where it begins with `//`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent as they are. */
  readonly bytes?: string | Uint8Array<ArrayBuffer>;
  /** Keeps a field of the answer's JSON (`items.0.batch`) under a name. */
  readonly remember?: Readonly<Record<string, string>>;
  /** Goes on to the end of the list, each side by its own cursor. */
  readonly follow?: boolean;
  /** What of the body is compared, where not all of it is. */
  readonly of?: (body: string, place: Place) => string;
}
export interface Side {
  readonly place: Place;
  readonly server: AccessServer;
}
export interface Finding {
  readonly asked: Asked;
  readonly route: string;
  readonly difference: string;
}
const mostPages = 30;

/** Puts requests to two sides and says where their answers part. */
export function createAsking(left: Side, right: Side) {
  const sides = [left, right].map((side) => ({
    ...side,
    normalise: createNormalise(),
    memory: new Map(Object.entries(side.place.remembered)),
  }));
  const compared = new Map<string, number>();
  const statuses = new Map<string, Set<number>>();
  const findings: Finding[] = [];

  async function ask(asked: Asked): Promise<void> {
    const [a, b] = await both(asked);
    if (a === undefined || b === undefined) return;
    if (asked.follow === true) await followed(asked, [a, b]);
    if (a.raw.status === 202 && b.raw.status === 202) await ended(asked, [a, b]);
  }

  async function both(asked: Asked): Promise<Exchange[]> {
    const exchanges = await Promise.all(sides.map((side) => exchange(side, asked)));
    const [a, b] = exchanges;
    compared.set(asked.route, (compared.get(asked.route) ?? 0) + 1);
    statuses.set(asked.route, (statuses.get(asked.route) ?? new Set()).add(a!.plain.status));
    const difference = differenceOf(a!.plain, b!.plain);
    if (difference !== null) findings.push({ asked, route: asked.route, difference });
    return exchanges;
  }

  /** The whole list, page by page. */
  async function followed(asked: Asked, first: readonly Exchange[]): Promise<void> {
    let cursors = first.map(({ raw }) => fieldOf(raw, 'nextCursor'));
    for (let page = 1; page < mostPages && cursors.every((cursor) => cursor !== undefined); page++) {
      for (const [place, cursor] of cursors.entries()) sides[place]!.memory.set('cursor', cursor!);
      const join = asked.path.includes('?') ? '&' : '?';
      const next = await both({ ...asked, follow: false, path: `${asked.path}${join}cursor={cursor}` });
      cursors = next.map(({ raw }) => fieldOf(raw, 'nextCursor'));
    }
  }

  /** Long work: its job once it has ended, its events, and what came of it. */
  async function ended(asked: Asked, first: readonly Exchange[]): Promise<void> {
    for (const [place, { raw }] of first.entries()) {
      const { server, memory } = sides[place]!;
      const job = fieldOf(raw, 'id')!; // a job's answer has one
      memory.set('job', job);
      const creator = sides[place]!.place.users[asked.as!].id; // nobody else is given a job
      while (!hasEnded(server.jobs.get(creator, job))) await pause(5);
      memory.set('result', (server.jobs.get(creator, job).result ?? '/api/v1/jobs/none').slice('/api/v1'.length));
    }
    const more = { as: asked.as, ...(asked.headers === undefined ? {} : { headers: onlyPurpose(asked.headers) }) };
    await both({ ...more, route: 'get /jobs/:id', path: '/jobs/{job}' });
    await both({ ...more, route: 'get /jobs/:id/events', path: '/jobs/{job}/events' });
    const [, kind, reports] = sides[0]!.memory.get('result')!.split('/');
    const route =
      kind === 'imports'
        ? reports === 'reports'
          ? 'get /imports/reports/:id'
          : 'get /imports/:batch'
        : `get /${kind}/:id`;
    await both({ ...more, route, path: '{result}' });
  }

  return {
    ask,
    findings,
    /** How many exchanges were compared, by route. */
    compared: compared as ReadonlyMap<string, number>,
    /** Which statuses each route was seen to answer: a generator that never gets through compares nothing. */
    statuses: statuses as ReadonlyMap<string, ReadonlySet<number>>,
    total: () => [...compared.values()].reduce((sum, count) => sum + count, 0),
  };
}
export type Asking = ReturnType<typeof createAsking>;

interface Exchange {
  readonly raw: Answer;
  readonly plain: Plain;
}

async function exchange(
  side: Side & { normalise: Normalise; memory: Map<string, string> },
  asked: Asked,
): Promise<Exchange> {
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (all, name: string) => side.memory.get(name) ?? all);
  const path = filled(asked.path);
  const { place, server } = side;
  const token = asked.as === null ? {} : { Authorization: `Bearer ${place.tokens[asked.as]}` };
  const json = asked.body === undefined ? {} : { 'Content-Type': 'application/json' };
  const headers = { 'Powang-Purpose': 'review:test', ...token, ...json, ...asked.headers };
  const body = asked.bytes ?? (asked.body === undefined ? undefined : filled(JSON.stringify(asked.body)));
  const response = await fetch(`${server.origin}${path.startsWith('//') ? path.slice(1) : `/api/v1${path}`}`, {
    method: asked.route.split(' ')[0]!.toUpperCase(),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value)])),
    ...(body === undefined ? {} : { body }),
  });
  const raw: Answer = {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
  for (const [name, field] of Object.entries(asked.remember ?? {}))
    side.memory.set(name, fieldOf(raw, field) ?? 'none');
  return { raw, plain: side.normalise(asked.of === undefined ? raw : partOf(raw, asked.of, place)) };
}

/** A part of the body; its length says nothing then. */
function partOf(raw: Answer, of: NonNullable<Asked['of']>, place: Place): Answer {
  const { 'content-length': _length, ...headers } = raw.headers;
  return { ...raw, headers, body: Buffer.from(of(Buffer.from(raw.body).toString('utf8'), place)) };
}

function fieldOf({ body, headers }: Answer, field: string): string | undefined {
  if (headers['content-type']?.includes('json') !== true) return undefined;
  let value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
  for (const step of field.split('.'))
    value =
      value !== null && typeof value === 'object'
        ? Object.entries(value).find(([name]) => name === step)?.[1]
        : undefined;
  return typeof value === 'string' ? value : undefined;
}

const onlyPurpose = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  headers['Powang-Purpose'] === undefined ? {} : { 'Powang-Purpose': headers['Powang-Purpose'] };
