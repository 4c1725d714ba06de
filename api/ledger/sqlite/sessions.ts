import { z } from 'zod';
import { type Sessions, sessionBounds } from '../ledger.ts';
import { hashOf, newSecret, sameHash } from './secrets.ts';
import type { Store } from './store.ts';
import { toUser, userColumns, userRow } from './users.ts';

/** How stale the stored moment of last use may be: every request would else write twice. */
const seenSeconds = 30;

const row = z.object({ hash: z.string(), started_at: z.string(), seen_at: z.string(), ...userRow.shape }).optional();

/** When a session ends if nothing more comes: idle, or at its longest. */
function endOf(startedAt: string, seenAt: string): string {
  const idle = Date.parse(seenAt) + sessionBounds.idleMinutes * 60_000;
  const longest = Date.parse(startedAt) + sessionBounds.longestHours * 3_600_000;
  return new Date(Math.min(idle, longest)).toISOString();
}

export function createSessions(store: Store, random: (size: number) => Uint8Array): Sessions {
  return {
    start: (userId, now) =>
      store.write(() => {
        const token = newSecret(random);
        // Long ended sessions are swept here, where a write is due anyway.
        store.run(
          'DELETE FROM sessions WHERE started_at <= ?',
          new Date(Date.parse(now) - sessionBounds.longestHours * 3_600_000).toISOString(),
        );
        store.run(
          'INSERT INTO sessions (hash, user_id, started_at, seen_at) VALUES (?, ?, ?, ?)',
          hashOf(token),
          userId,
          now,
          now,
        );
        return { token, userId, expiresAt: endOf(now, now) };
      }),
    find(token, now) {
      const hash = hashOf(token);
      const found = row.parse(
        store.get(
          `SELECT hash, started_at, seen_at, ${userColumns} FROM sessions JOIN users ON users.id = user_id WHERE hash = ?`,
          hash,
        ),
      );
      if (!sameHash(hash, found?.hash) || found === undefined || found.disabled === 1) return undefined;
      if (endOf(found.started_at, found.seen_at) <= now) {
        store.run('DELETE FROM sessions WHERE hash = ?', hash);
        return undefined;
      }
      if (Date.parse(now) - Date.parse(found.seen_at) >= seenSeconds * 1000)
        store.run('UPDATE sessions SET seen_at = ? WHERE hash = ? AND seen_at < ?', now, hash, now);
      return { user: toUser(found), expiresAt: endOf(found.started_at, now) };
    },
    end: (token) => {
      store.run('DELETE FROM sessions WHERE hash = ?', hashOf(token));
    },
  };
}
