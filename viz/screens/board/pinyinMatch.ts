import { pinyin } from 'pinyin-pro';

const initials = (text: string): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
const full = (text: string): string => pinyin(text, { toneType: 'none', type: 'array' }).join('').toLowerCase();

/** Whether a name holds the words, or begins with them in pinyin (initials or full). */
export function matches(name: string, words: string): boolean {
  const sought = words.trim().toLowerCase();
  if (sought === '') return false;
  return name.toLowerCase().includes(sought) || initials(name).startsWith(sought) || full(name).startsWith(sought);
}
