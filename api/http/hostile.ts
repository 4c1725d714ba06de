import { InvalidInput } from '../../model/errors.ts';

const refusedKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];
/** Deeper than anything we take; walks over what came in may then recurse without fear. */
const deepest = 32;

/** Refuses keys that could reach an object's prototype, and bottomless nesting. Cost: one visit per value. */
export function refuseHostile(value: unknown, where: string): void {
  const stack: { value: unknown; path: string; depth: number }[] = [{ value, path: where, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.value === null || typeof next.value !== 'object') continue;
    if (next.depth > deepest) throw new InvalidInput(where, 'nested too deeply', 'too_deep');
    for (const [key, inner] of Object.entries(next.value)) {
      const path = `${next.path}.${key}`;
      if (refusedKeys.includes(key)) throw new InvalidInput(path, 'this key is refused', 'bad_key');
      stack.push({ value: inner, path, depth: next.depth + 1 });
    }
  }
}
