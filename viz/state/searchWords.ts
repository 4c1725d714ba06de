import { create } from 'zustand';

/** What is being searched for: kept in memory so that going back shows the same list, and never written to an address. */
interface SearchWords {
  readonly words: string;
  setWords(words: string): void;
}
export const useSearchWords = create<SearchWords>()((set) => ({ words: '', setWords: (words) => set({ words }) }));
