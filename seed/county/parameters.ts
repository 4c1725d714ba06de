/**
 * What differs from county to county.
 *
 * Each figure is drawn wide, so that whoever trains or measures on generated counties meets strong and weak channels, honest
 * and patchy registers, and officials whose innocent life resembles the planted ones to any degree.
 */
import { InvalidInput } from '../../model/errors.ts';
import type { Random } from './basics/random.ts';

export interface CountyOptions {
  seed: number;
  people?: number;
  umbrellas?: number;
  /** 0–1: how closely innocent officials resemble the planted ones. */
  confounding?: number;
  /** a: the direct routes; b: the same goals by other routes. */
  mechanisms?: 'a' | 'b';
}

export interface Parameters {
  seed: number;
  people: number;
  officials: number;
  companies: number;
  subjects: number;
  cases: number;
  gangs: number;
  umbrellas: number;
  unobservable: number;
  lookalikes: number;
  confounding: number;
  mechanisms: 'a' | 'b';
  /** Share of true members that the registers call members. */
  knownShare: number;
  /** Share of gang members whose records were pulled. */
  pulledShare: number;
  /** Share of lookalikes and umbrellas, alike, who are themselves subjects. */
  officialSubjectShare: number;
  /** Share of fields, ties and rows the registers lack. */
  missing: number;
  /** Share of units that register who interceded. */
  registeringShare: number;
  callsPerSubject: number;
  strength: { contact: number; favour: number; money: number; tender: number; tipOff: number };
}

const LIMITS = { people: [600, 500_000], umbrellas: [0, 100], confounding: [0, 1] } as const;
const UNOBSERVABLE_SHARE = 0.2;
const LOOKALIKES_EACH = 10;
const MOST_OFFICIALS = 0.3;

export function drawParameters(options: CountyOptions, random: Random): Parameters {
  const people = within('people', options.people ?? 6000);
  const umbrellas = within('umbrellas', options.umbrellas ?? 8);
  const drawnConfounding = random.between(0.15, 0.9);
  const scale = people / 6000;
  const officials = Math.min(5000, Math.max(Math.round(330 * scale ** 0.62), umbrellas * 16 + 60));
  if (officials > people * MOST_OFFICIALS) {
    throw new InvalidInput('umbrellas', 'so many umbrellas and their look-alikes need more people');
  }
  return {
    seed: options.seed,
    people: Math.round(people),
    officials,
    companies: Math.max(80, Math.round(230 * scale ** 0.85)),
    subjects: Math.min(2000, Math.max(60, Math.round(105 * scale ** 0.66))),
    cases: Math.max(300, Math.round(860 * scale ** 0.5)),
    gangs: 5 + (random.chance(0.5) ? 1 : 0),
    umbrellas: Math.round(umbrellas),
    unobservable: Math.round(umbrellas * UNOBSERVABLE_SHARE),
    lookalikes: Math.max(24, Math.round(umbrellas) * LOOKALIKES_EACH + 4),
    confounding: within('confounding', options.confounding ?? drawnConfounding),
    mechanisms: options.mechanisms ?? 'a',
    knownShare: random.between(0.45, 0.9),
    pulledShare: random.between(0.5, 0.85),
    officialSubjectShare: random.between(0.08, 0.3),
    missing: random.between(0.03, 0.25),
    registeringShare: random.between(0.4, 0.95),
    callsPerSubject: random.between(280, 480),
    strength: {
      contact: random.between(0.4, 1.4),
      favour: random.between(0.9, 2.8),
      money: random.between(0.5, 1.5),
      tender: random.between(0.35, 0.85),
      tipOff: random.between(0.4, 0.9),
    },
  };
}

function within(name: keyof typeof LIMITS, value: number): number {
  const [low, high] = LIMITS[name];
  if (!(value >= low && value <= high)) throw new InvalidInput(name, `${name} must lie in ${low}–${high}`);
  return value;
}
