/** Keeps the last few values made for a key; a promise that fails is forgotten. The key names everything the value depends on,
 * the audience and the data version among it, so nothing kept can tell one reader about another. */
export function keepRecent<V>(size: number) {
  const kept = new Map<string, Promise<V>>();
  return function recent(key: string, make: () => Promise<V>): Promise<V> {
    const held = kept.get(key);
    if (held !== undefined) {
      kept.delete(key);
      kept.set(key, held);
      return held;
    }
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    if (kept.size > size) kept.delete(kept.keys().next().value!);
    return made;
  };
}
