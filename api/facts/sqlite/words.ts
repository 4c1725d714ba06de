import type { Connection } from './connection.ts';

/** The dictionary of words: number ↔ text. Words are never removed, so what was read once stays true. */
export interface Words {
  text(id: number): string;
  /** Undefined where nothing stored has the word. */
  find(word: string): number | undefined;
  /** JSON list of the numbers of those words that are known. */
  list(words: readonly string[]): string;
}
export interface WritableWords extends Words {
  /** The number of the word, made if it is new. */
  id(word: string): number;
  /** Forgets what an undone transaction may have made. */
  forget(): void;
}

export function createWords(connection: Connection): WritableWords {
  const texts = new Map<number, string>();
  const ids = new Map<string, number>();
  function find(word: string): number | undefined {
    const known = ids.get(word);
    if (known !== undefined) return known;
    const row: { id: number } | undefined = connection.statement('SELECT id FROM words WHERE word = ?').get(word);
    if (row !== undefined) ids.set(word, row.id);
    return row?.id;
  }
  return {
    find,
    text(id) {
      const known = texts.get(id);
      if (known !== undefined) return known;
      const row: { word: string } | undefined = connection.statement('SELECT word FROM words WHERE id = ?').get(id);
      if (row === undefined) throw new RangeError(`no word ${id}`);
      texts.set(id, row.word);
      return row.word;
    },
    list: (words) => JSON.stringify(words.map(find).filter((id) => id !== undefined)),
    id(word) {
      const known = find(word);
      if (known !== undefined) return known;
      const made = Number(connection.statement('INSERT INTO words (word) VALUES (?)').run(word).lastInsertRowid);
      ids.set(word, made);
      return made;
    },
    forget() {
      texts.clear();
      ids.clear();
    },
  };
}
