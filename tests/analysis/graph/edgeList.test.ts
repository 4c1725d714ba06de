import { expect, it } from 'vitest';
import { createEdgeList } from '../../../analysis/graph/edgeList.ts';

it('adds parallel ties up in both directions, drops and counts loops, and numbers nodes by their ids', () => {
  const list = createEdgeList();
  list.add('wang', 'an', 1);
  list.add('an', 'wang', 2.5);
  list.add('bao', 'an', 1);
  list.add('deng', 'deng', 1);
  const { ids, numbers, csr, edges, rows, selfLoops } = list.finish();
  expect(ids).toEqual(['an', 'bao', 'deng', 'wang']);
  expect(numbers.get('wang')).toBe(3);
  expect({ edges, rows, selfLoops }).toEqual({ edges: 2, rows: 4, selfLoops: 1 });
  expect([...csr.targets]).toEqual([1, 3, 0, 0]);
  expect([...csr.weights!]).toEqual([1, 3.5, 1, 3.5]);
});

it('orders ids by code points, beyond the basic plane too', () => {
  const list = createEdgeList();
  list.add('\u{20000}', '\uffee', 1);
  expect(list.finish().ids).toEqual(['\uffee', '\u{20000}']);
});
