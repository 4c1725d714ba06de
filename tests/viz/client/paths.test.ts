import { describe, expect, it } from 'vitest';
import { isDutyStep, kindsOfStep, type Path, stepsOf } from '../../../viz/client/paths.ts';
import { parseRows } from '../../../viz/screens/imports/firstRows.ts';

const tie = (from: string, to: string, kind: string, duty = false) => ({
  id: `${from}${to}${kind}`,
  kind,
  from,
  to,
  duty,
  assertions: [],
});
const path = (ties: Path['ties']): Path => ({ cost: 2, hops: 2, weakestGrade: 'B2', entities: ['a', 'b', 'c'], ties });

describe('steps of a path', () => {
  it('hold every tie between two neighbours, whichever way it points', () => {
    const steps = stepsOf(path([tie('b', 'a', 'calls'), tie('a', 'b', 'kin'), tie('b', 'c', 'decision', true)]));
    expect(steps.map(kindsOfStep)).toEqual([['calls', 'kin'], ['decision']]);
    expect(steps.map(isDutyStep)).toEqual([false, true]);
  });

  it('go by order where ties do not say their ends', () => {
    const bare = (kind: string) => ({ id: kind, kind, duty: false, assertions: [] });
    expect(stepsOf(path([bare('kin'), bare('calls')])).map(kindsOfStep)).toEqual([['kin'], ['calls']]);
  });
});

describe('first rows of a table', () => {
  it('read quotes, doubled quotes, commas and every line end', () => {
    expect(parseRows('a,b\r\n"x, y","say ""so"""\rlast,', 10)).toEqual([
      ['a', 'b'],
      ['x, y', 'say "so"'],
      ['last', ''],
    ]);
  });
  it('stop at the most asked for', () => {
    expect(parseRows('a\nb\nc\n', 2)).toEqual([['a'], ['b']]);
  });
});
