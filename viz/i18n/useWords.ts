import type { Language } from '../../model/vocabulary/words.ts';
import { usePreferences } from '../state/preferences.ts';
import { type WordsOf, wordsIn } from './translate.ts';

const words: Readonly<Record<Language, WordsOf>> = { zh: wordsIn('zh'), en: wordsIn('en') };

/** The words of the chosen language; a switch re-renders, nothing is loaded. */
export const useWords = (): WordsOf => words[usePreferences((state) => state.language)];
