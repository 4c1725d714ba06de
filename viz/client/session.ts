import { queryOptions } from '@tanstack/react-query';
import { ask, get } from './http.ts';
import { anything } from './shapes.ts';
import { z } from './zod.ts';

const userSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  unit: z.string().nullable().default(null),
  roles: z.array(z.string()).default([]),
  compartments: z.array(z.string()).default([]),
});
const sessionSchema = z.looseObject({ expiresAt: z.string().default(''), user: userSchema });
export type User = z.infer<typeof userSchema>;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => get(sessionSchema, '/session', { signal }),
  retry: false,
  staleTime: 60_000,
});
export const signIn = (link: string) => ask(sessionSchema, '/session', { method: 'POST', json: { link } });
export const signOut = () => ask(anything, '/session', { method: 'DELETE' });
