import { createHash, timingSafeEqual } from 'node:crypto';

/** Secrets of links and sessions: 256 random bits, of which only the SHA-256 is stored. They are looked up by that hash, which
 * a guesser cannot steer towards a stored one; the comparison is timing-equal all the same, and done when nothing was found too. */
export const newSecret = (random: (size: number) => Uint8Array): string =>
  Buffer.from(random(32)).toString('base64url');

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export function sameHash(asked: string, stored: string | undefined): boolean {
  const absent = ''.padEnd(64, '0');
  return timingSafeEqual(Buffer.from(asked), Buffer.from(stored ?? absent)) && stored !== undefined;
}
