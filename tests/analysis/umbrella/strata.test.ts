import { describe, expect, it } from 'vitest';
import { createPeers, mainPost, type Stratum, stratumOf } from '../../../analysis/umbrella/strata.ts';
import { official, today } from './fixture.ts';

const crowd = (count: number, prefix: string, stratum: Stratum): [string, Stratum][] =>
  Array.from({ length: count }, (_, i) => [`${prefix}${i}`, stratum]);

describe('the stratum of an official', () => {
  it('is department, rank band and area of the post held, highest first', () => {
    expect(stratumOf(official('wei', { department: 'court', rank: 9, area: 'west' }), today)).toEqual({
      department: 'court',
      band: 3,
      area: 'west',
    });
    const two = {
      id: 'wei',
      posts: [...official('wei', { rank: 2 }).posts, ...official('wei', { rank: 7, department: 'town' }).posts],
    };
    expect(mainPost(two, today)!.department).toBe('town');
    const past = { id: 'wei', posts: official('wei').posts.map((post) => ({ ...post, toDay: today - 30 })) };
    expect(stratumOf(past, today).department).toBe('police');
  });
});

describe('what peers lead one to expect', () => {
  const police: Stratum = { department: 'police', band: 1, area: 'east' };
  const tax: Stratum = { department: 'tax', band: 1, area: 'east' };
  const strata = new Map([...crowd(50, 'p', police), ...crowd(50, 't', tax)]);
  const values = new Map([...Array.from({ length: 50 }, (_, i): [string, number] => [`p${i}`, 4]), ['t0', 1]]);

  it('differs by stratum', () => {
    const expect_ = createPeers(strata, values);
    expect(expect_('p1').expected).toBeGreaterThan(3);
    expect(expect_('t1').expected).toBeLessThan(0.4);
  });
  it('leaves the person himself out', () => {
    const alone = createPeers(strata, new Map([['p0', 900]]));
    expect(alone('p0').expected).toBeLessThan(0.05);
    expect(alone('p0').peers).toBe(49);
  });
  it('shrinks a stratum of one to the wider ones', () => {
    const with_ = new Map([...strata, ['x', { department: 'police', band: 1, area: 'west' }] as [string, Stratum]]);
    const { expected, peers } = createPeers(with_, values)('x');
    expect(peers).toBe(0);
    expect(expected).toBeGreaterThan(1); // police of that band elsewhere
  });
  it('is never nothing', () => {
    expect(createPeers(strata, new Map())('p0').expected).toBeGreaterThan(0);
  });
});
