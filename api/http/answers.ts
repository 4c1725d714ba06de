import type { Writable } from 'node:stream';

/** What a handler gives back. `write` and `subscribe` are called once the audit record is on disk. */
export type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>> } & (
  | { readonly kind: 'json'; readonly body: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'bytes'; readonly body: string | Uint8Array }
  | { readonly kind: 'stream'; readonly write: (out: Writable, signal: AbortSignal) => Promise<void> }
  | { readonly kind: 'events'; readonly subscribe: Subscribe }
);
export interface EventSink {
  send(event: string, data: unknown): void;
  end(): void;
}
/** Returns how to stop listening. */
export type Subscribe = (sink: EventSink) => () => void;

type Headers = Readonly<Record<string, string>>;

export const ok = (body: unknown, headers: Headers = {}): Answer => ({ kind: 'json', status: 200, headers, body });
export const created = (location: string, body: unknown, headers: Headers = {}): Answer => ({
  kind: 'json',
  status: 201,
  headers: { Location: location, ...headers },
  body,
});
/** Long work was taken on: where it can be followed. */
export const accepted = (job: { readonly id: string }, body: unknown = job): Answer => ({
  kind: 'json',
  status: 202,
  headers: { Location: `/api/v1/jobs/${job.id}` },
  body,
});
export const noContent = (headers: Headers = {}): Answer => ({ kind: 'empty', status: 204, headers });
export const bytes = (type: string, body: string | Uint8Array, headers: Headers = {}): Answer => ({
  kind: 'bytes',
  status: 200,
  headers: { 'Content-Type': type, ...headers },
  body,
});
export const stream = (
  type: string,
  write: (out: Writable, signal: AbortSignal) => Promise<void>,
  headers: Headers = {},
): Answer => ({
  kind: 'stream',
  status: 200,
  headers: { 'Content-Type': type, ...headers },
  write,
});
export const eventStream = (subscribe: Subscribe): Answer => ({
  kind: 'events',
  status: 200,
  headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' },
  subscribe,
});
/** A file to be saved; the name may be Chinese (RFC 6266). */
export const asFile = (name: string): Headers => ({
  'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
});
