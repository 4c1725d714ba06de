import { z } from 'zod';
import { compareText } from '../../../model/audience.ts';
import { Conflict, NotFound } from '../../../model/errors.ts';
import { randomId } from '../../../model/ids.ts';
import { roleNames, type User, type Users } from '../ledger.ts';
import { hashOf, newSecret, sameHash } from './secrets.ts';
import type { Store } from './store.ts';

export const userRow = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  roles: z.string(),
  compartments: z.string(),
  demonstration: z.number(),
  disabled: z.number(),
});
export const userColumns =
  'users.id, users.name, users.unit, users.roles, users.compartments, users.demonstration, users.disabled';

const rolesSchema = z.array(z.enum(roleNames));
const textsSchema = z.array(z.string());
const userRows = z.array(userRow);
const oneUser = userRow.optional();
const linkRow = z.object({ hash: z.string(), expires_at: z.string(), ...userRow.shape }).optional();

export const toUser = (stored: z.infer<typeof userRow>): User => ({
  id: stored.id,
  name: stored.name,
  unit: stored.unit,
  roles: rolesSchema.parse(JSON.parse(stored.roles)),
  compartments: textsSchema.parse(JSON.parse(stored.compartments)),
  demonstration: stored.demonstration === 1,
  disabled: stored.disabled === 1,
});

const sorted = (texts: readonly string[]) => JSON.stringify([...new Set(texts)].sort(compareText));

export function createUsers(store: Store, random: (size: number) => Uint8Array): Users {
  function findBy(column: 'id' | 'name', value: string): User | undefined {
    const row = oneUser.parse(store.get(`SELECT ${userColumns} FROM users WHERE ${column} = ?`, value));
    return row === undefined ? undefined : toUser(row);
  }
  function get(id: string): User {
    const user = findBy('id', id);
    if (user === undefined) throw new NotFound();
    return user;
  }

  return {
    add: (user) =>
      store.write(() => {
        if (findBy('name', user.name) !== undefined) throw new Conflict('there is a user of this name');
        const id = randomId('u', random);
        store.run(
          'INSERT INTO users (id, name, unit, roles, compartments, demonstration) VALUES (?, ?, ?, ?, ?, ?)',
          id,
          user.name,
          user.unit,
          sorted(user.roles),
          sorted(user.compartments),
          user.demonstration ? 1 : 0,
        );
        return get(id);
      }),
    link(userId, expiresAt) {
      get(userId);
      const secret = newSecret(random);
      store.run(
        'INSERT INTO sign_in_links (hash, user_id, expires_at) VALUES (?, ?, ?)',
        hashOf(secret),
        userId,
        expiresAt,
      );
      return secret;
    },
    redeem: (secret, now) =>
      store.write(() => {
        const hash = hashOf(secret);
        const found = linkRow.parse(
          store.get(
            `SELECT hash, expires_at, ${userColumns} FROM sign_in_links JOIN users ON users.id = user_id WHERE hash = ?`,
            hash,
          ),
        );
        const known = sameHash(hash, found?.hash);
        store.run('DELETE FROM sign_in_links WHERE hash = ? OR expires_at <= ?', hash, now);
        if (!known || found === undefined || found.expires_at <= now || found.disabled === 1) return undefined;
        return toUser(found);
      }),
    find: (id) => findBy('id', id),
    byName: (name) => findBy('name', name),
    list: () => userRows.parse(store.all(`SELECT ${userColumns} FROM users ORDER BY sequence`)).map(toUser),
    disable: (id) =>
      store.write(() => {
        get(id);
        store.run('UPDATE users SET disabled = 1 WHERE id = ?', id);
        store.run('DELETE FROM sign_in_links WHERE user_id = ?', id);
        store.run('DELETE FROM sessions WHERE user_id = ?', id);
      }),
    setRoles(id, roles) {
      if (store.run('UPDATE users SET roles = ? WHERE id = ?', sorted(roles), id) === 0) throw new NotFound();
    },
    removeDemonstration: () =>
      store.write(() => {
        // Links, sessions and boards go with their user; so do boards a real user made on demonstration data.
        store.run('DELETE FROM users WHERE demonstration = 1');
        store.run('DELETE FROM boards WHERE demonstration = 1');
      }),
  };
}
