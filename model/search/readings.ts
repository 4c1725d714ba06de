import { pinyin } from 'pinyin-pro';

/** Pinyin of a text under every reading its characters have: 单 is dan, shan and chan, so 单伟 is found by each.
 * Readings come from a table, character by character (kept, so that half a million names take seconds); at the head of a text the
 * surname's reading comes first. The product of readings is bounded, the leftmost characters keeping theirs:
 * a name of up to four characters has up to 16 full readings, a longer one (an organisation) up to 8.
 * Cost O(characters + readings). */
export interface Readings {
  /** Whole pinyin of the first `fullUnits` units. */
  readonly full: readonly string[];
  /** First letters of the first `initialUnits` units. */
  readonly initials: readonly string[];
  /** Whether `full` (and `initials`) cover the whole text: only then can they match exactly. */
  readonly fullCovers: boolean;
  readonly initialsCover: boolean;
}

const fullUnits = 8;
const initialUnits = 16;
const shortName = 4;
const hanCharacter = /\p{Script=Han}/u;
const unitPattern = /\p{Script=Han}|[a-z0-9]+/gu;

/** Undefined where nothing is Chinese: then there is nothing to spell. Takes a normalised text. */
export function readingsOf(text: string): Readings | undefined {
  if (!hanCharacter.test(text)) return undefined;
  const units = text.match(unitPattern) ?? [];
  const spelled = units
    .slice(0, initialUnits)
    .map((unit, at) => (hanCharacter.test(unit) ? spellingsOf(unit, at === 0) : [unit]));
  const most = units.length <= shortName ? 16 : 8;
  return {
    full: product(spelled.slice(0, fullUnits), most),
    initials: product(spelled.map(firstLetters), most),
    fullCovers: units.length <= fullUnits,
    initialsCover: units.length <= initialUnits,
  };
}

/** ü is typed v in input methods and written YU in passports. */
const otherSpellings: Readonly<Record<string, string>> = { lv: 'lyu', nv: 'nyu', lve: 'lyue', nve: 'nyue' };

const kept = { head: new Map<string, readonly string[]>(), inside: new Map<string, readonly string[]>() };

function spellingsOf(character: string, head: boolean): readonly string[] {
  const table = head ? kept.head : kept.inside;
  const known = table.get(character);
  if (known !== undefined) return known;
  const surname = head ? ({ surname: 'head' } as const) : {};
  const read = pinyin(character, { ...surname, type: 'array', toneType: 'none', multiple: true, v: true });
  const spellings = read
    .filter((one) => /^[a-z]+$/.test(one))
    .flatMap((one) => [one, ...(otherSpellings[one] === undefined ? [] : [otherSpellings[one]])]);
  const distinct = [...new Set(spellings)];
  table.set(character, distinct);
  return distinct;
}

const firstLetterCache = new WeakMap<readonly string[], readonly string[]>();

function firstLetters(spellings: readonly string[]): readonly string[] {
  const known = firstLetterCache.get(spellings);
  if (known !== undefined) return known;
  const letters = [...new Set(spellings.map((one) => one.charAt(0)))];
  firstLetterCache.set(spellings, letters);
  return letters;
}

function product(lists: readonly (readonly string[])[], most: number): string[] {
  let made = [''];
  for (const list of lists) {
    if (list.length === 0) continue; // a character the table does not know is skipped, not guessed
    if (list.length === 1) {
      for (let at = 0; at < made.length; at++) made[at] += list[0]!;
      continue;
    }
    const room = Math.max(1, Math.floor(most / made.length));
    const options = list.slice(0, room);
    made = made.flatMap((start) => options.map((option) => start + option));
  }
  return made[0] === '' ? [] : [...new Set(made)];
}
