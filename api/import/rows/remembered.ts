/** Works out what a text means once: cells repeat by the million. Past `most` texts the memory is emptied and fills again. */
export function remembered<T>(work: (text: string) => T, most = 10_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const made = work(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
