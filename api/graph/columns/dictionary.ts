/** Texts and their numbers, in order of first meeting. */
export function createDictionary(texts: string[] = []) {
  const numbers = new Map(texts.map((text, number) => [text, number]));
  return {
    texts,
    number(text: string): number {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
  };
}
