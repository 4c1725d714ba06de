import { z } from 'zod';
import { ok } from '../http/answers.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { whoMay } from '../services/access/whoMay.ts';
import type { RouteDeps } from './deps.ts';
import { userSchema, userView } from './session.ts';

export function userRoutes({ ledger }: RouteDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/users',
      summary: { zh: '用户名册', en: 'Users' },
      tags: ['offices'],
      roles: whoMay.administer,
      data: false,
      audit: true,
      responses: { 200: z.strictObject({ items: z.array(userSchema.extend({ disabled: z.boolean() })) }) },
      handler: () => ok({ items: ledger.users.list().map((user) => ({ ...userView(user), disabled: user.disabled })) }),
    }),
  ];
}
