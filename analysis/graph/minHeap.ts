/** Binary heap of (key, item), least key first, of equal keys the least item. Push and pop O(log n); arrays grow. */
export function createMinHeap(capacity = 1024) {
  let keys = new Float64Array(capacity);
  let items = new Int32Array(capacity);
  let length = 0;

  const before = (key: number, item: number, at: number) => key < keys[at]! || (key === keys[at]! && item < items[at]!);

  function grow(): void {
    const wideKeys = new Float64Array(length * 2);
    const wideItems = new Int32Array(length * 2);
    wideKeys.set(keys);
    wideItems.set(items);
    keys = wideKeys;
    items = wideItems;
  }

  return {
    get length(): number {
      return length;
    },
    /** The least key; Infinity when empty. */
    leastKey: (): number => (length === 0 ? Number.POSITIVE_INFINITY : keys[0]!),
    clear(): void {
      length = 0;
    },
    push(key: number, item: number): void {
      if (length === keys.length) grow();
      let at = length++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!before(key, item, parent)) break;
        keys[at] = keys[parent]!;
        items[at] = items[parent]!;
        at = parent;
      }
      keys[at] = key;
      items[at] = item;
    },
    /** Takes the item of the least key; -1 when empty. */
    pop(): number {
      if (length === 0) return -1;
      const taken = items[0]!;
      length--;
      if (length === 0) return taken;
      const key = keys[length]!;
      const item = items[length]!;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= length) break;
        if (child + 1 < length && before(keys[child + 1]!, items[child + 1]!, child)) child++;
        if (before(key, item, child)) break;
        keys[at] = keys[child]!;
        items[at] = items[child]!;
        at = child;
      }
      keys[at] = key;
      items[at] = item;
      return taken;
    },
  };
}
export type MinHeap = ReturnType<typeof createMinHeap>;
