import { normalise } from './normalise.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { fullMark, gram, gramStep, initialsMark } from './tokens.ts';

/** How good a hit is; less is better. */
export const hitClasses = {
  exact: 0,
  prefix: 1,
  contains: 2,
  pinyin: 3,
  initials: 4,
  pinyinPrefix: 5,
  initialsPrefix: 6,
} as const;
export type HitClass = (typeof hitClasses)[keyof typeof hitClasses];

/** A token that must be there; with `prefix`, one that begins so. */
export interface QueryToken {
  readonly text: string;
  readonly prefix: boolean;
}
/** Where hits of one class can be: all values that hold every token of one of the lists. More than the hits: `matchOf` decides. */
export interface SearchStage {
  readonly class: HitClass;
  readonly anyOf: readonly (readonly QueryToken[])[];
}
export interface Query {
  readonly text: string;
  /** What was typed as bare pinyin letters; empty when it is none. */
  readonly letters: string;
  /** So short a part of a word or number that it counts at the beginning of one only. */
  readonly atRunStart: boolean;
  /** In order of class; empty when nothing in the query can be looked for. */
  readonly stages: readonly SearchStage[];
}

/** A part of a word or number shorter than this is looked for at its beginning only. */
export const leastPart = 4;
/** No name is longer; the rest of a longer query is not looked at. */
const longestQuery = 200;

export function parseQuery(typed: string): Query {
  const text = normalise([...typed].slice(0, longestQuery).join(''));
  const segments = segmentsOf(text);
  if (segments.length === 0) return { text, letters: '', atRunStart: false, stages: [] };
  const whole = [alignedTokens(segments)];
  const inside = insideTokens(segments);
  const letters = lettersOf(text);
  const stages: SearchStage[] = [
    { class: hitClasses.exact, anyOf: whole },
    { class: hitClasses.prefix, anyOf: whole },
    { class: hitClasses.contains, anyOf: inside },
  ];
  if (letters !== '') {
    stages.push({ class: hitClasses.pinyin, anyOf: [[{ text: fullMark + letters, prefix: false }]] });
    stages.push({ class: hitClasses.initials, anyOf: [[{ text: initialsMark + letters, prefix: false }]] });
    // One letter is an initial: every reading that begins with it has it as its first initial.
    if (letters.length > 1)
      stages.push({ class: hitClasses.pinyinPrefix, anyOf: [[{ text: fullMark + letters, prefix: true }]] });
    stages.push({ class: hitClasses.initialsPrefix, anyOf: [[{ text: initialsMark + letters, prefix: true }]] });
  }
  const atRunStart = segments.length === 1 && startsInRun(segments[0]!) && segments[0]!.characters.length < leastPart;
  return { text, letters, atRunStart, stages };
}

/** Tokens of every list that a hit of any class may be under: for a store that asks once and sorts afterwards. */
export function queryTokens(typed: string): (readonly QueryToken[])[] {
  const seen = new Map<string, readonly QueryToken[]>();
  for (const stage of parseQuery(typed).stages) for (const list of stage.anyOf) seen.set(JSON.stringify(list), list);
  return [...seen.values()];
}

const lettersOf = (text: string): string => {
  const bare = text.replace(/[\s'’]/g, '').replace(/ü/g, 'v');
  return /^[a-z]+$/.test(bare) ? bare : '';
};

/** Tokens when the value begins with the query: every run starts where a run of the value starts. */
function alignedTokens(segments: readonly Segment[]): QueryToken[] {
  return segments.flatMap((segment) => (segment.han ? hanTokens(segment.characters) : gramTokens(segment.characters)));
}

/** Tokens when the query is somewhere inside: then its first run of letters or digits may start in the middle of one,
 * at an even place of it or an odd one. A first run too short for a whole gram finds nothing by itself. */
function insideTokens(segments: readonly Segment[]): (readonly QueryToken[])[] {
  const [first, ...rest] = segments as [Segment, ...Segment[]]; // the caller has looked that there is one
  if (!startsInRun(first)) return [alignedTokens(segments)];
  const others = alignedTokens(rest);
  if (first.characters.length >= leastPart)
    return [0, 1].map((shift) => [...wholeGrams(first.characters, shift), ...others]);
  return [rest.length === 0 ? alignedTokens([first]) : others];
}

/** Whether the query begins with letters or digits that may be the rest of a longer run. */
const startsInRun = (first: Segment): boolean => !first.han && first.at === 0;

function hanTokens(characters: readonly string[]): QueryToken[] {
  if (characters.length === 1) return [{ text: characters[0]!, prefix: false }];
  return characters.slice(1).map((next, at) => ({ text: characters[at]! + next, prefix: false }));
}

/** Of a run that starts with a run of the value: its first three, then whole grams at the even places. */
function gramTokens(characters: readonly string[]): QueryToken[] {
  const first = { text: characters.slice(0, gram).join(''), prefix: characters.length < gram };
  return [first, ...wholeGrams(characters, gramStep)];
}

function wholeGrams(characters: readonly string[], from: number): QueryToken[] {
  const tokens: QueryToken[] = [];
  for (let at = from; at + gram <= characters.length; at += gramStep) {
    tokens.push({ text: characters.slice(at, at + gram).join(''), prefix: false });
  }
  return tokens;
}
