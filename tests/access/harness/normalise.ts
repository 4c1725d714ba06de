import { unzipSync } from 'fflate';

/** One answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
/** The same, with what is left out of the comparison taken out by its name; everything else byte for byte. */
export interface Plain {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export type Normalise = (answer: Answer) => Plain;

/** Headers that say when and which request it was. */
const leftOut = new Set(['date', 'x-request-id', 'connection', 'keep-alive']);
/** Times and rates of a job, and the request's own number. */
const ownTimes = /("(?:requestId|recordedAt)":)"[^"]*"|("(?:seconds|rowsPerSecond)":)[\d.]+/g;
const ownSeconds = /(?<=powang_request_seconds_total )[\d.]+/g;
/** Ids that are random: session, batch, job, board, snapshot, run, user, export, report. Content ids stand as they are. */
const randomIds = /\b[bjoruxpsn]_[a-z2-7]{26}\b/g;
const cursors = /("nextCursor":)"([\w-]+)"/g;
/** A board's version is a digest of its random id and what is seen of it; a session's token is random. */
const versions = /("version":)"([\w-]{22})"/g;
const tokens = /("token":)"([^"]+)"/g;
const etag = /^"([\w-]{22})"$/;
const cookie = /^([\w-]+)=([^;]+)/;

/** Makes one side's answers comparable: random ids become their order of appearance, over the whole run, so that the second
 * naming of a thing has to name the same thing on both sides. */
export function createNormalise(): Normalise {
  const seen = new Map<string, Map<string, string>>();
  const orderOf = (space: string, value: string): string => {
    const known = seen.get(space) ?? new Map<string, string>();
    seen.set(space, known);
    const order = known.get(value) ?? `${space}#${known.size + 1}`;
    known.set(value, order);
    return order;
  };
  const idsIn = (text: string): string => text.replace(randomIds, (id) => orderOf(id.slice(0, 2), id));

  function bodyOf(text: string): string {
    return idsIn(
      text
        .replace(ownTimes, (_all, texts: string | undefined, numbers: string | undefined) => `${texts ?? numbers}"…"`)
        .replace(ownSeconds, '…')
        .replace(cursors, (_all, name: string, cursor: string) => `${name}"${Buffer.from(cursor, 'base64url')}"`)
        .replace(versions, (_all, name: string, version: string) => `${name}"${orderOf('version', version)}"`)
        .replace(tokens, (_all, name: string, token: string) => `${name}"${orderOf('token', token)}"`),
    );
  }

  function headersOf(answer: Answer): Record<string, string> {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(answer.headers)) {
      if (leftOut.has(name)) continue;
      headers[name] = idsIn(value)
        .replace(etag, (_all, version: string) => `"${orderOf('version', version)}"`)
        .replace(
          cookie,
          (_all, key: string, token: string) => `${key}=${name === 'set-cookie' ? orderOf('token', token) : token}`,
        );
    }
    return headers;
  }

  return (answer) => {
    const headers = headersOf(answer);
    const isZip = headers['content-type'] === 'application/zip';
    const body = bodyOf(isZip ? unzipped(answer.body) : Buffer.from(answer.body).toString('utf8'));
    // The length is to be the body's own; then it is compared less what was taken out.
    if (headers['content-length'] === String(answer.body.byteLength))
      headers['content-length'] = String(Buffer.byteLength(body));
    return { status: answer.status, headers, body };
  };
}

function unzipped(archive: Uint8Array): string {
  return Object.entries(unzipSync(archive))
    .map(([name, bytes]) => `== ${name}\n${Buffer.from(bytes).toString('utf8')}`)
    .join('\n');
}

/** Where two answers part, or null. */
export function differenceOf(a: Plain, b: Plain): string | null {
  if (a.status !== b.status)
    return `status ${a.status} / ${b.status}\n  ${a.body.slice(0, 300)}\n  ${b.body.slice(0, 300)}`;
  if (a.body !== b.body) return `body\n${textDifference(a.body, b.body)}`;
  for (const name of new Set([...Object.keys(a.headers), ...Object.keys(b.headers)]))
    if (a.headers[name] !== b.headers[name]) return `header ${name}: ${a.headers[name]} / ${b.headers[name]}`;
  if (Object.keys(a.headers).join() !== Object.keys(b.headers).join()) return 'order of headers';
  return null;
}

function textDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 160), at + 240);
  return `  with    …${around(a)}…\n  without …${around(b)}…`;
}
