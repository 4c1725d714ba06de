import { describe, expect, it } from 'vitest';
import { addEntities, removeEntities } from '../../../viz/state/board/acts.ts';
import { mergeBoards } from '../../../viz/state/board/autosave.ts';
import type { BoardContent } from '../../../viz/state/board/board.ts';
import { apply } from '../../../viz/state/board/diff.ts';
import { emptyHistory, kept, record, redo, undo } from '../../../viz/state/board/history.ts';

describe('undo and redo', () => {
  it('walk back and forth through the steps', () => {
    const start: BoardContent = {};
    const first = addEntities(start, new Map([['a', { x: 0, y: 0 }]]));
    const one = apply(start, first);
    const second = removeEntities(one, ['a']);
    const history = record(record(emptyHistory, { name: 'step.add', count: 1, diff: first }), {
      name: 'step.remove',
      count: 1,
      diff: second,
    });

    const back = undo(history)!;
    expect(apply(apply(one, second), back.diff)).toEqual(one);
    const further = undo(back.history)!;
    expect(apply(one, further.diff)).toEqual(start);
    expect(undo(further.history)).toBeUndefined();
    const again = redo(further.history)!;
    expect(apply(start, again.diff)).toEqual(one);
  });

  it('a new act forgets what could be redone, and old steps fall off', () => {
    const step = { name: 'step.add' as const, count: 1, diff: addEntities({}, new Map([['a', { x: 0, y: 0 }]])) };
    const back = undo(record(emptyHistory, step))!;
    expect(record(back.history, step).future).toEqual([]);
    let long = emptyHistory;
    for (let i = 0; i < kept + 5; i++) long = record(long, step);
    expect(long.past.length).toBe(kept);
  });
});

describe('two editors of one board', () => {
  const common: BoardContent = { 'entity:a': { x: 0, y: 0 }, 'entity:b': { x: 1, y: 0 } };

  it('both stand when they touched different things', () => {
    const mine: BoardContent = { ...common, 'entity:a': { x: 5, y: 5 } };
    const theirs: BoardContent = { 'entity:a': { x: 0, y: 0 }, 'entity:c': { x: 7, y: 7 } };
    expect(mergeBoards(common, mine, theirs)).toEqual({ 'entity:a': { x: 5, y: 5 }, 'entity:c': { x: 7, y: 7 } });
  });

  it('are asked when they touched the same one', () => {
    const mine: BoardContent = { ...common, 'entity:a': { x: 5, y: 5 } };
    expect(mergeBoards(common, mine, { ...common, 'entity:a': { x: 9, y: 9 } })).toBeUndefined();
  });
});
