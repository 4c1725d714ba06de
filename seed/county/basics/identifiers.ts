/** Ids that tell nothing: a letter for the file and six random base-36 signs, never twice, in no order. */
import type { Random } from './random.ts';

const SIGNS = '0123456789abcdefghijklmnopqrstuvwxyz';

export type IdMint = (letter: string) => string;

export function createIdMint(random: Random): IdMint {
  const used = new Set<string>();
  return function mint(letter) {
    for (;;) {
      let id = letter;
      for (let i = 0; i < 6; i++) id += SIGNS.charAt(random.integer(0, 35));
      if (used.has(id)) continue;
      used.add(id);
      return id;
    }
  };
}
