import { describe, expect, it } from 'vitest';
import { asProblem, ProblemError, problemOf } from '../../../viz/client/problem.ts';
import { pictureOf } from '../../../viz/client/subgraph.ts';
import { purposeText } from '../../../viz/state/session.ts';

describe('problems', () => {
  it('have the name the API gave', () => {
    const problem = problemOf(404, { title: 'Not found', status: 404, code: 'not_found', requestId: 'r1', errors: [] });
    expect([problem.code, problem.problem.requestId]).toEqual(['not_found', 'r1']);
  });
  it('get one from the status where the answer is no problem', () => {
    expect(problemOf(503, 'gateway').code).toBe('busy');
    expect(problemOf(500, null).code).toBe('unexpected_answer');
  });
  it('any thrown thing becomes one', () => {
    expect(asProblem(new Error('x')).code).toBe('unexpected_answer');
    expect(asProblem(new ProblemError('offline')).code).toBe('offline');
  });
});

describe('the purpose header', () => {
  it('is Latin whatever was typed', () => {
    expect(purposeText({ kind: 'case', text: 'NS/A-1' })).toBe('case:NS/A-1');
    const text = purposeText({ kind: 'review', text: '日常核查 3' });
    expect([...text].every((letter) => letter >= ' ' && letter <= '~')).toBe(true);
    expect(decodeURIComponent(text)).toBe('review:日常核查 3');
  });
});

describe('a columnar picture', () => {
  it('becomes entities by id and ties between them', () => {
    const picture = pictureOf({
      entities: {
        id: ['e1', 'e2'],
        type: ['Person', 'Gang'],
        caption: ['甲', '乙'],
        roles: [['suspect'], []],
        counts: [5, 1],
      },
      ties: { id: ['t1'], from: [0], to: [1], kind: ['gang_member'], duty: [false], count: [2] },
      complete: true,
      limit: 5000,
      cutAt: null,
      trueAt: '',
      knownAt: '',
      dataVersion: '',
    });
    expect(picture.entities.get('e1')!.ties).toBe(5);
    expect(picture.ties[0]).toMatchObject({ from: 'e1', to: 'e2', kind: 'gang_member', count: 2 });
  });
});
