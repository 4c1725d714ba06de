import type { Id } from '../../../model/ids.ts';

/** Cycles among the ownership ties of a bundle: they are data (cross-holdings exist) and are told, not refused.
 * A depth-first walk without recursion; each tie that leads back into the walk's own path closes one cycle. Cost O(V + E). */
export function createCycleFinder() {
  const owned = new Map<Id, { to: Id; line: number }[]>();
  return {
    add(from: Id, to: Id, line: number): void {
      const held = owned.get(from);
      if (held === undefined) owned.set(from, [{ to, line }]);
      else held.push({ to, line });
    },

    /** Lines of the ties that close a cycle, ascending. */
    closingLines(): number[] {
      const state = new Map<Id, 'open' | 'done'>();
      const lines: number[] = [];
      for (const root of owned.keys()) {
        if (state.has(root)) continue;
        const path = [{ id: root, next: 0 }];
        state.set(root, 'open');
        for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
          const edge = owned.get(top.id)?.[top.next];
          top.next += 1;
          if (edge === undefined) {
            state.set(top.id, 'done');
            path.pop();
          } else if (state.get(edge.to) === 'open') lines.push(edge.line);
          else if (!state.has(edge.to)) {
            state.set(edge.to, 'open');
            path.push({ id: edge.to, next: 0 });
          }
        }
      }
      return lines.sort((a, b) => a - b);
    },
  };
}
