import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Forbidden, PowangError } from '../../model/errors.ts';
import { parsePurpose } from '../services/access/purpose.ts';

export const sessionCookie = 'powang_session';
const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

export interface Credentials {
  readonly token: string;
  readonly by: 'bearer' | 'cookie';
}

export function credentialsOf(headers: Pick<IncomingHttpHeaders, 'authorization' | 'cookie'>): Credentials | undefined {
  const bearer = /^Bearer ([\w-]{1,200})$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, by: 'bearer' };
  const cookie = (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${sessionCookie}=`))
    ?.slice(sessionCookie.length + 1);
  return cookie === undefined || !/^[\w-]{1,200}$/.test(cookie) ? undefined : { token: cookie, by: 'cookie' };
}

/** A browser sends the cookie by itself, so an unsafe request that comes with it has to come from our own pages. */
export function requireSameOrigin(request: IncomingMessage, credentials: Credentials | undefined): void {
  if (safeMethods.includes(request.method ?? '') || credentials?.by === 'bearer') return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  // Without a cookie (signing in) a plain client may say nothing; a browser always says something.
  const silent = site === undefined && origin === undefined;
  const same =
    (site === undefined || site === 'same-origin') && (origin === undefined || hostOf(origin) === request.headers.host);
  if (!same || (silent && credentials !== undefined))
    throw new Forbidden('origin_refused', 'the request does not come from this site');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** `Powang-Purpose`: headers carry bytes, so Chinese text comes as UTF-8 or percent-encoded. */
export function purposeOf(request: IncomingMessage): string | null {
  const given = request.headers['powang-purpose'];
  if (given === undefined || given === '') return null;
  const text = Buffer.from(String(given), 'latin1').toString('utf8');
  return parsePurpose(decoded(text), 'header.Powang-Purpose');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a per cent sign of its own, as in "review:100%"
  }
}

export function unauthenticated(): PowangError {
  return new PowangError('unauthenticated', 'there is no valid session');
}

export function cookieText(token: string, options: { secure: boolean; maxAgeSeconds: number }): string {
  const parts = [
    `${sessionCookie}=${token}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${options.maxAgeSeconds}`,
  ];
  return [...parts, ...(options.secure ? ['Secure'] : [])].join('; ');
}
