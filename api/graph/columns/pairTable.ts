/** (from, to, kind) of folded events → its number, in order of first meeting. Open addressing, at most half full. */
export function createPairTable(expected = 1024) {
  let from = new Int32Array(expected);
  let to = new Int32Array(expected);
  let kind = new Uint8Array(expected);
  let slots = new Int32Array(expected * 2).fill(-1); // `expected` is a power of two
  let size = 0;

  function slotOf(a: number, b: number, k: number): number {
    const mask = slots.length - 1;
    let slot = mix(a, b, k) & mask;
    for (let pair = slots[slot]!; pair !== -1; pair = slots[slot]!) {
      if (from[pair] === a && to[pair] === b && kind[pair] === k) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function grow(): void {
    const wider = size * 2;
    from = widened(from, new Int32Array(wider));
    to = widened(to, new Int32Array(wider));
    kind = widened(kind, new Uint8Array(wider));
    slots = new Int32Array(wider * 2).fill(-1);
    for (let pair = 0; pair < size; pair++) slots[slotOf(from[pair]!, to[pair]!, kind[pair]!)] = pair;
  }

  return {
    get size(): number {
      return size;
    },
    from: (pair: number): number => from[pair]!,
    to: (pair: number): number => to[pair]!,
    kind: (pair: number): number => kind[pair]!,
    /** -1 when there is none. */
    find: (a: number, b: number, k: number): number => slots[slotOf(a, b, k)]!,
    add(a: number, b: number, k: number): number {
      let slot = slotOf(a, b, k);
      if (slots[slot] !== -1) return slots[slot]!;
      if (size === from.length) {
        grow();
        slot = slotOf(a, b, k);
      }
      from[size] = a;
      to[size] = b;
      kind[size] = k;
      slots[slot] = size;
      return size++;
    },
  };
}
export type PairTable = ReturnType<typeof createPairTable>;

/** Spreads three small numbers over 32 bits (the finish of MurmurHash3). */
function mix(a: number, b: number, k: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + k, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function widened<T extends Int32Array | Uint8Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
