import { usePreferences } from '../state/preferences.ts';
import { purposeHeader } from '../state/session.ts';
import { ProblemError, problemOf } from './problem.ts';
import type { z } from './zod.ts';

/** The two clocks as the page asks them; absent means today. */
export interface AskedClocks {
  readonly trueAt?: string | undefined;
  readonly knownAt?: string | undefined;
}
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly query?: Query | undefined;
  readonly clocks?: AskedClocks | undefined;
  readonly json?: unknown;
  readonly bytes?: Blob | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}
export interface Answer<T> {
  readonly data: T;
  readonly etag: string | null;
  readonly location: string | null;
}

const base = '/api/v1';

export function addressOf(path: string, query: Query = {}, clocks: AskedClocks = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, trueAt: clocks.trueAt, knownAt: clocks.knownAt })) {
    if (value === undefined || value === '') continue;
    const text = Array.isArray(value) ? value.join(',') : String(value);
    if (text !== '') search.set(name, text);
  }
  const asked = search.toString();
  return `${path.startsWith(base) ? '' : base}${path}${asked === '' ? '' : `?${asked}`}`;
}

/** A key under which the server stores this act once, however often it is sent. */
export function idempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function send(path: string, asked: Request): Promise<Response> {
  const method = asked.method ?? 'GET';
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': usePreferences.getState().language === 'zh' ? 'zh-CN' : 'en',
    'powang-purpose': purposeHeader(),
    ...asked.headers,
  };
  if (asked.json !== undefined) headers['content-type'] = 'application/json';
  if (method === 'POST') headers['idempotency-key'] ??= idempotencyKey();
  try {
    return await fetch(addressOf(path, asked.query, asked.clocks), {
      method,
      headers,
      credentials: 'same-origin',
      body: asked.json === undefined ? (asked.bytes ?? null) : JSON.stringify(asked.json),
      signal: asked.signal ?? null,
    });
  } catch (error) {
    throw new ProblemError(error instanceof DOMException && error.name === 'AbortError' ? 'aborted' : 'offline');
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { detail: text.slice(0, 200) };
  }
}

/** Asks the API and checks the answer's shape; everything that goes wrong comes out as a named problem. */
export async function ask<T>(schema: z.ZodType<T>, path: string, asked: Request = {}): Promise<Answer<T>> {
  const response = await send(path, asked);
  const body = await bodyOf(response);
  if (!response.ok) throw problemOf(response.status, body);
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new ProblemError('unexpected_answer', {
      detail: `${path.split('?')[0]}: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`,
    });
  }
  return { data: parsed.data, etag: response.headers.get('etag'), location: response.headers.get('location') };
}

export async function get<T>(schema: z.ZodType<T>, path: string, asked: Omit<Request, 'method'> = {}): Promise<T> {
  return (await ask(schema, path, asked)).data;
}
