/** Keeps the last few results of costly work by key; two who ask for the same at once share it, a failure is not kept. */
export function createRecent<T>(most: number) {
  const held = new Map<string, Promise<T>>();
  return async function recent(key: string, make: () => Promise<T>): Promise<T> {
    const known = held.get(key);
    held.delete(key);
    const made = known ?? make();
    held.set(key, made);
    const [oldest] = held.keys();
    if (held.size > most && oldest !== undefined) held.delete(oldest);
    try {
      return await made;
    } catch (error) {
      if (held.get(key) === made) held.delete(key);
      throw error;
    }
  };
}
