import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addEntities,
  hideEntities,
  moveEntities,
  pinEntities,
  placeEntities,
  removeEntities,
  setSetting,
  showAll,
  writeNote,
} from '../../../viz/state/board/acts.ts';
import { type BoardContent, entitiesOf } from '../../../viz/state/board/board.ts';
import { apply, areDisjoint, between, isEmpty, reverse } from '../../../viz/state/board/diff.ts';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const coordinate = fc.integer({ min: -500, max: 500 });
const place = fc.record({ x: coordinate, y: coordinate });
const places = fc.array(fc.tuple(name, place)).map((pairs) => new Map(pairs));
const names = fc.uniqueArray(name);

/** Every act of the board, by its name, as a step from one content to the next diff. */
const act = fc.oneof(
  places.map((at) => (board: BoardContent) => addEntities(board, at)),
  names.map((ids) => (board: BoardContent) => removeEntities(board, ids)),
  places.map((at) => (board: BoardContent) => moveEntities(board, at)),
  fc.tuple(names, fc.boolean()).map(
    ([ids, on]) =>
      (board: BoardContent) =>
        pinEntities(board, ids, on),
  ),
  fc.tuple(names, fc.boolean()).map(
    ([ids, on]) =>
      (board: BoardContent) =>
        hideEntities(board, ids, on),
  ),
  fc.constant((board: BoardContent) => showAll(board)),
  fc.tuple(fc.constantFrom('window', 'start'), fc.integer()).map(
    ([key, value]) =>
      (board: BoardContent) =>
        setSetting(board, key, value),
  ),
  fc.tuple(name, fc.string()).map(
    ([id, text]) =>
      (board: BoardContent) =>
        writeNote(board, id, { about: id, text, at: '2026-03-01' }),
  ),
);

describe('acts of a board', () => {
  it('take back whatever they did, in any order of acts', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let content: BoardContent = {};
        for (const step of acts) {
          const diff = step(content);
          const next = apply(content, diff);
          expect(apply(next, reverse(diff))).toEqual(content);
          content = next;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('lead from any content to any other, and back', () => {
    const contents = fc.dictionary(fc.constantFrom('entity:a', 'entity:b', 'setting:x'), place);
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const diff = between(before, after);
        expect(apply(before, diff)).toEqual(after);
        expect(apply(after, reverse(diff))).toEqual(before);
      }),
    );
  });

  const board: BoardContent = {
    'entity:a': { x: 0, y: 0 },
    'entity:b': { x: 10, y: 0, pinned: true },
    'note:a': { about: 'a', text: 'seen', at: '2026-03-01' },
  };

  it('say nothing when nothing changes', () => {
    expect(isEmpty(addEntities(board, new Map([['a', { x: 5, y: 5 }]])))).toBe(true);
    expect(isEmpty(pinEntities(board, ['b'], true))).toBe(true);
    expect(isEmpty(moveEntities(board, new Map([['zz', { x: 1, y: 1 }]])))).toBe(true);
  });

  it('moving keeps the pin, removing takes the notes along', () => {
    expect(apply(board, moveEntities(board, new Map([['b', { x: 3.2415, y: 2 }]])))['entity:b']).toEqual({
      x: 3.2,
      y: 2,
      pinned: true,
    });
    expect(Object.keys(apply(board, removeEntities(board, ['a'])))).toEqual(['entity:b']);
  });

  it('who has no place gets one, and loses it again', () => {
    const made: BoardContent = { 'entity:a': {}, 'entity:b': { x: 1, y: 1 } };
    const diff = placeEntities(made, new Map([['a', { x: 5, y: 6 }]]));
    expect(apply(made, diff)).toEqual({ 'entity:a': { x: 5, y: 6 }, 'entity:b': { x: 1, y: 1 } });
    expect(apply(apply(made, diff), reverse(diff))).toEqual(made);
  });

  it('hidden ones stay on the board', () => {
    const hidden = apply(board, hideEntities(board, ['a'], true));
    expect(entitiesOf(hidden).get('a')).toEqual({ x: 0, y: 0, hidden: true });
    expect(apply(hidden, showAll(hidden))).toEqual(board);
  });

  it('know when two editors touched the same thing', () => {
    const mine = moveEntities(board, new Map([['a', { x: 9, y: 9 }]]));
    expect(areDisjoint(mine, hideEntities(board, ['b'], true))).toBe(true);
    expect(areDisjoint(mine, hideEntities(board, ['a'], true))).toBe(false);
  });
});
