/** When people ring each other up: by day, in the office, or late. */
import { weekday } from './calendar.ts';
import type { Random } from './random.ts';

export interface Moment {
  day: number;
  second: number;
}

export type Habit = 'social' | 'office' | 'night';

/** Relative odds of each hour, 0 to 23. */
const HOURS: Record<Habit, readonly number[]> = {
  social: [2, 1, 0, 0, 0, 1, 3, 6, 8, 9, 9, 9, 10, 8, 7, 8, 8, 10, 12, 13, 12, 9, 6, 3],
  office: [0, 0, 0, 0, 0, 0, 0, 1, 7, 12, 12, 8, 2, 3, 9, 12, 12, 6, 1, 1, 0, 0, 0, 0],
  night: [8, 5, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 6, 10, 11],
};
/** Each hour as often as its odds say, so that a draw is one step. */
const DECKS: Record<Habit, readonly number[]> = {
  social: deck('social'),
  office: deck('office'),
  night: deck('night'),
};

export function drawMoment(from: number, to: number, habit: Habit, random: Random): Moment {
  let day = random.integer(from, to);
  // offices rest at the weekend, unless the period holds nothing else
  for (let tries = 0; habit === 'office' && weekday(day) > 4 && tries < 5; tries++) day = random.integer(from, to);
  const hour = random.pick(DECKS[habit]);
  return { day, second: hour * 3600 + random.integer(0, 3599) };
}

function deck(habit: Habit): number[] {
  return HOURS[habit].flatMap((odds, hour) => Array.from({ length: odds }, () => hour));
}
