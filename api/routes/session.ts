import { z } from 'zod';
import { PowangError } from '../../model/errors.ts';
import { created, noContent, ok } from '../http/answers.ts';
import { cookieText, credentialsOf, unauthenticated } from '../http/credentials.ts';
import { type Asked, defineOpenRoute, defineRoute, type Route } from '../http/route.ts';
import { roleNames, sessionBounds, type User } from '../ledger/ledger.ts';
import type { RouteDeps } from './deps.ts';
import { createSlowDown } from './slowDown.ts';

export const userSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  roles: z.array(z.enum(roleNames)),
  compartments: z.array(z.string()),
  demonstration: z.boolean(),
});
const sessionSchema = z.strictObject({
  token: z.string().nullable().meta({ description: 'Only in the answer to signing in' }),
  expiresAt: z.iso.datetime(),
  user: userSchema,
});
export const userView = ({ id, name, unit, roles, compartments, demonstration }: User) => ({
  id,
  name,
  unit,
  roles,
  compartments,
  demonstration,
});

const tokenOf = (header: Asked['header']) =>
  credentialsOf({ authorization: header('authorization'), cookie: header('cookie') });

export function sessionRoutes({ ledger, clock, signIn, secureCookie }: RouteDeps): Route[] {
  const slowDown = createSlowDown(clock);
  return [
    defineOpenRoute({
      method: 'post',
      path: '/session',
      summary: { zh: '以一次性链接登录', en: 'Sign in by a one-time link' },
      tags: ['session'],
      audit: true,
      body: z.strictObject({
        link: z.string().min(1).max(400).meta({ description: 'The link, or the secret in its fragment' }),
      }),
      responses: { 201: sessionSchema },
      async handler({ body, remoteAddress, note }) {
        await slowDown.wait(remoteAddress);
        try {
          const { session, user } = signIn.redeem(body.link.slice(body.link.indexOf('#') + 1));
          note({ user: user.id });
          const cookie = cookieText(session.token, {
            secure: secureCookie,
            maxAgeSeconds: sessionBounds.longestHours * 3600,
          });
          const { token, expiresAt } = session;
          return created('/api/v1/session', { token, expiresAt, user: userView(user) }, { 'Set-Cookie': cookie });
        } catch (error) {
          if (error instanceof PowangError && error.code === 'unauthenticated') slowDown.failed(remoteAddress);
          throw error;
        }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/session',
      summary: { zh: '当前用户', en: 'Who am I' },
      tags: ['session'],
      data: false,
      responses: { 200: sessionSchema },
      handler({ header, viewer }) {
        const credentials = tokenOf(header);
        const session =
          credentials === undefined ? undefined : ledger.sessions.find(credentials.token, clock.now().toISOString());
        if (session === undefined) throw unauthenticated();
        return ok({ token: null, expiresAt: session.expiresAt, user: userView(viewer.user) });
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/session',
      summary: { zh: '退出登录', en: 'Sign out' },
      tags: ['session'],
      data: false,
      responses: { 204: null },
      handler({ header }) {
        const credentials = tokenOf(header);
        if (credentials !== undefined) signIn.signOut(credentials.token);
        return noContent({ 'Set-Cookie': cookieText('', { secure: secureCookie, maxAgeSeconds: 0 }) });
      },
    }),
  ];
}
