/**
 * Seeded random numbers.
 *
 * sfc32 (Doty-Humphrey, PractRand 2010): 128 bits of state, 32 bits a step, passes PractRand; about 2 ns a number.
 * The state is filled from the text `seed/label` by FNV-1a with a murmur3 finish, so that each subject of the county
 * (names, calls, tenders …) draws from a stream of its own and a change in one leaves the others alone.
 */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number in [low, high], both included. */
  integer(low: number, high: number): number;
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  weighted<T>(items: readonly T[], weight: (item: T) => number): T;
  /** Up to `count` different items, in random order. */
  sample<T>(items: readonly T[], count: number): T[];
  shuffle<T>(items: readonly T[]): T[];
  normal(): number;
  logNormal(median: number, spread: number): number;
  poisson(mean: number): number;
  /** A stream of its own, independent of how much this one has been used. */
  fork(label: string): Random;
}

export function createRandom(seed: number, label = ''): Random {
  const path = `${seed}/${label}`;
  const next = sfc32(path);
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

  function pick<T>(items: readonly T[]): T {
    const item = items[integer(0, items.length - 1)];
    if (item === undefined) throw new RangeError(`nothing to pick from (${path})`);
    return item;
  }

  function weighted<T>(items: readonly T[], weight: (item: T) => number): T {
    let total = 0;
    for (const item of items) total += weight(item);
    let left = next() * total;
    for (const item of items) {
      left -= weight(item);
      if (left < 0) return item;
    }
    return pick(items);
  }

  function sample<T>(items: readonly T[], count: number): T[] {
    if (count * 8 < items.length) return sampleFew(items, count);
    const pool = items.slice();
    const wanted = Math.min(count, pool.length);
    for (let i = 0; i < wanted; i++) {
      const j = integer(i, pool.length - 1);
      const chosen = pool[j] as T; // j < pool.length
      pool[j] = pool[i] as T; // i < pool.length
      pool[i] = chosen;
    }
    pool.length = wanted;
    return pool;
  }

  /** A few of many: draw places anew until they differ, instead of copying the many. */
  function sampleFew<T>(items: readonly T[], count: number): T[] {
    const places = new Set<number>();
    while (places.size < count) places.add(integer(0, items.length - 1));
    return Array.from(places, (place) => items[place] as T); // place < items.length
  }

  /** Knuth for small means, the rounded normal from 30 on. */
  function poisson(mean: number): number {
    if (mean <= 0) return 0;
    if (mean >= 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const floor = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > floor; product *= next()) count++;
    return count;
  }

  return {
    next,
    integer,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick,
    weighted,
    sample,
    shuffle: (items) => sample(items, items.length),
    normal,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    poisson,
    fork: (inner) => createRandom(seed, `${label}/${inner}`),
  };
}

function sfc32(text: string): () => number {
  let [a, b, c, d] = [digest(text, 1), digest(text, 2), digest(text, 3), 1];
  const step = () => {
    const out = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + out) | 0;
    return (out >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) step();
  return step;
}

function digest(text: string, salt: number): number {
  let hash = 2166136261 ^ Math.imul(salt, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
