/** Typed arrays that grow: append numbers, take the used part at the end. Doubling, so O(1) an append on average. */
export function createGrowingInts(capacity = 1024) {
  let values = new Int32Array(capacity);
  let length = 0;
  return {
    push(value: number): void {
      if (length === values.length) values = widen(values, new Int32Array(length * 2));
      values[length++] = value;
    },
    get length(): number {
      return length;
    },
    take: (): Int32Array => values.slice(0, length),
  };
}

export function createGrowingFloats(capacity = 1024) {
  let values = new Float64Array(capacity);
  let length = 0;
  return {
    push(value: number): void {
      if (length === values.length) values = widen(values, new Float64Array(length * 2));
      values[length++] = value;
    },
    take: (): Float64Array => values.slice(0, length),
  };
}

function widen<T extends Int32Array | Float64Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
