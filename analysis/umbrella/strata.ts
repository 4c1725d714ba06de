import { compareText } from '../../model/audience.ts';
import type { Id } from '../../model/ids.ts';
import type { OfficialFact, PostFact } from './facts.ts';
import { rules } from './rules.ts';

/** Where an official stands among peers: department × rank band × area, by the post he holds (else the last one he held). */
export interface Stratum {
  readonly department: string;
  /** 0 where the rank is not given. */
  readonly band: number;
  readonly area: string;
}
export interface Expectation {
  readonly expected: number;
  /** Gamma shape of how uneven people of a stratum are. */
  readonly spread: number;
  /** Peers in his own stratum, he himself left out. */
  readonly peers: number;
}

export function mainPost(official: OfficialFact, day: number): PostFact | undefined {
  const held = official.posts.filter((post) => post.fromDay <= day && post.toDay >= day);
  const candidates =
    held.length > 0
      ? held
      : official.posts.filter((post) => post.toDay === Math.max(...official.posts.map((one) => one.toDay)));
  return [...candidates].sort(
    (a, b) => (b.rank ?? 0) - (a.rank ?? 0) || compareText(a.assertions[0] ?? '', b.assertions[0] ?? ''),
  )[0];
}

export function stratumOf(official: OfficialFact, day: number): Stratum {
  const post = mainPost(official, day);
  const rank = post?.rank ?? null;
  const band = rank === null ? 0 : rules.peers.rankBands.findIndex((most) => rank <= most) + 1;
  return { department: post?.department ?? 'other', band, area: post?.area ?? '' };
}

interface Sums {
  people: number;
  total: number;
}

/** What peers lead one to expect of a person, by empirical Bayes, the person left out of every sum.
 *
 * With x his own value, X and N the sum and number of people over all, of his department × band (d), of his area (a) and of his cell (c):
 *   m   = (X − x + ½) / N
 *   f_k = (X_k − x + κ) / (m (N_k − 1) + κ)                            k = d, a: how far each margin departs from all
 *   w   = m · f_d · f_a                                                the wider stratum
 *   expected = (X_c − x + κ) / (N_c − 1 + κ / w)                       the cell, shrunk to it
 * κ (prior strength in events) by moments over the cells: κ = m² Σ N_c² / Σ [(X_c − N_c m)² − N_c s²], s² the variance between people.
 * The spread between people is m² / (s² − m). Both are kept within the bounds of the rules. Cost O(people) once, O(1) a question. */
export function createPeers(
  strata: ReadonlyMap<Id, Stratum>,
  values: ReadonlyMap<Id, number>,
): (id: Id) => Expectation {
  const all: Sums = { people: 0, total: 0 };
  const sums = new Map<string, Sums>();
  let squares = 0;
  for (const [id, stratum] of strata) {
    const value = values.get(id) ?? 0;
    squares += value * value;
    for (const sum of [all, sumOf(keysOf(stratum).ranks), sumOf(keysOf(stratum).area), sumOf(keysOf(stratum).cell)]) {
      sum.people += 1;
      sum.total += value;
    }
  }
  const mean = (all.total + 0.5) / Math.max(1, all.people);
  const variance = Math.max(mean, all.people < 2 ? mean : (squares - all.total ** 2 / all.people) / (all.people - 1));
  const { leastStrength, mostStrength, leastSpread, mostSpread } = rules.peers;
  const strength = between(cellStrength(), leastStrength, mostStrength);
  const spread = between(
    variance > mean ? mean ** 2 / (variance - mean) : Number.POSITIVE_INFINITY,
    leastSpread,
    mostSpread,
  );

  return (id) => {
    const stratum = strata.get(id) ?? { department: 'other', band: 0, area: '' };
    const keys = keysOf(stratum);
    const known = strata.has(id);
    const [own, self] = known ? [values.get(id) ?? 0, 1] : [0, 0];
    const m = (all.total - own + 0.5) / Math.max(1, all.people - self + 1);
    const factor = (sum: Sums): number =>
      (sum.total - own * sign(sum) + strength) / (m * Math.max(0, sum.people - self * sign(sum)) + strength);
    const wide = m * factor(sumOf(keys.ranks)) * factor(sumOf(keys.area));
    const cell = sumOf(keys.cell);
    const peers = Math.max(0, cell.people - self * sign(cell));
    return { expected: (cell.total - own * sign(cell) + strength) / (peers + strength / wide), spread, peers };
  };

  function cellStrength(): number {
    let weight = 0;
    let excess = 0;
    for (const [key, { people, total }] of sums) {
      if (!key.startsWith('cell ')) continue;
      weight += people ** 2;
      excess += (total - people * mean) ** 2 - people * variance;
    }
    return excess > 0 ? (mean ** 2 * weight) / excess : Number.POSITIVE_INFINITY;
  }

  function sumOf(key: string): Sums {
    let sum = sums.get(key);
    if (sum === undefined) {
      sum = { people: 0, total: 0 };
      sums.set(key, sum);
    }
    return sum;
  }
}

/** A stratum nobody is in holds nothing of the person either. */
const sign = (sum: Sums): 0 | 1 => (sum.people > 0 ? 1 : 0);
const between = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const keysOf = ({ department, band, area }: Stratum) => ({
  ranks: `ranks ${department} ${band}`,
  area: `area ${area}`,
  cell: `cell ${department} ${band} ${area}`,
});
