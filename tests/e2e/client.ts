import { powang, type Served, said } from './processes.ts';

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
  readonly text: string;
}
export interface Problem {
  readonly code: string;
  readonly errors: readonly { path: string; code: string; message: string }[];
}
export interface Listed<T> {
  readonly items: readonly T[];
  readonly dataVersion: string;
}
export interface JobSaid {
  readonly id: string;
  readonly state: string;
  readonly progress: { phase: string; done: number; total: number | null };
  readonly result: string | null;
  readonly error: Problem | null;
}
const longestMs = 60_000;

/** One who asks over HTTP, signed in or not. */
export function createClient(origin: string, token: string | null = null, purpose: string | null = 'review:test') {
  async function ask<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    const raw = body instanceof Uint8Array;
    const response = await fetch(`${origin}${path.startsWith('/') ? path : `/api/v1/${path}`}`, {
      method,
      headers: {
        // A connection of its own: one kept open may be closed by the server while this process is busy.
        Connection: 'close',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(purpose === null ? {} : { 'Powang-Purpose': purpose }),
        ...(body === undefined || raw ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? new Blob([new Uint8Array(body)]) : JSON.stringify(body) }),
      signal: AbortSignal.timeout(longestMs),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: (json ? JSON.parse(text) : null) as T };
  }

  /** The stream of a job's events, read to its end. */
  async function follow(location: string): Promise<{ events: string[]; last: JobSaid }> {
    const { text } = await ask('GET', `${location}/events`);
    const events = [...text.matchAll(/^event: (\w+)\r?\ndata: (.*)$/gm)];
    const end = events.at(-1);
    if (end?.[1] !== 'end') throw new Error(`the stream ended before its job: ${text}`);
    return { events: events.map(([, name]) => name!), last: JSON.parse(end[2]!) as JobSaid };
  }

  const get = <T = unknown>(path: string) => ask<T>('GET', path);
  const post = <T = unknown>(path: string, body: unknown) => ask<T>('POST', path, body);
  return {
    ask,
    get,
    post,
    follow,
    /** Long work from asking to its end. */
    async work(path: string, body: unknown): Promise<JobSaid> {
      const asked = await post<JobSaid>(path, body);
      if (asked.status !== 202) throw new Error(`${asked.status} ${asked.text}`);
      return (await follow(asked.headers.get('location')!)).last;
    },
    /** Uploads bytes to be imported and waits for the end of it. */
    async upload(name: string, bytes: Uint8Array | string, query = ''): Promise<{ events: string[]; last: JobSaid }> {
      const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
      const asked = await ask('POST', `imports${query}`, content, {
        'Content-Type': name.endsWith('.zip') ? 'application/zip' : 'text/csv',
        'X-Filename': encodeURIComponent(name),
      });
      if (asked.status !== 202) throw new Error(`${asked.status} ${asked.text}`);
      return follow(asked.headers.get('location')!);
    },
  };
}
export type Client = ReturnType<typeof createClient>;

export async function redeem(origin: string, link: string): Promise<Answer<{ token: string; user: { name: string } }>> {
  return createClient(origin).post('session', { link });
}

/** Makes an account by the command line and signs in with its link. */
export async function signedIn(
  served: Served,
  data: string,
  name: string,
  roles: string,
): Promise<{ client: Client; link: string }> {
  const added = await powang('user', 'add', name, '--roles', roles, '--data', data);
  const { link } = said<{ link: string }>(added);
  const session = await redeem(served.origin, link);
  if (session.status !== 201) throw new Error(`${session.status} ${session.text}`);
  return { client: createClient(served.origin, session.body.token), link };
}
