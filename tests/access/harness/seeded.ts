import { createHash } from 'node:crypto';

/** The same bytes in the same order for the same seed, so that two stores make the same ids by hand. */
export function seededBytes(seed: string): (size: number) => Uint8Array {
  let count = 0;
  return (size) => {
    count += 1;
    return createHash('sha512').update(`${seed} ${count}`).digest().subarray(0, size);
  };
}
