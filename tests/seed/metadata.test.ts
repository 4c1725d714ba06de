import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateCounty } from '../../seed/county/generate.ts';
import { areaUnderCurve, text } from './reading.ts';

const counties = Array.from({ length: 14 }, (_, index) =>
  generateCounty({ seed: index + 101, people: 1200, umbrellas: 8 }),
);

interface Signs {
  id: number;
  nameLength: number;
  peopleRow: number;
  postRow: number;
  birth: number;
  identity: number;
  phone: number;
}

/** Officials of several counties with what should tell nothing, each sign as a rank within its county. */
function officialsOf(): { signs: Signs; planted: boolean }[] {
  return counties.flatMap(({ tables, truth }) => {
    const planted = new Set(truth.umbrellas.map((one) => one.officialId));
    const posts = new Map(tables.posts.map((row, index) => [row.person_id, index]));
    const officials = tables.people.flatMap((row, index) => {
      const postRow = posts.get(row.id);
      if (postRow === undefined) return [];
      const signs: Signs = {
        id: Number.parseInt(text(row, 'id').slice(1), 36),
        nameLength: text(row, 'name').length,
        peopleRow: index,
        postRow,
        birth: Number(text(row, 'birth_date').slice(0, 4)),
        identity: Number(text(row, 'id_number').slice(14, 17)),
        phone: Number(text(row, 'phones').slice(0, 11)),
      };
      return [{ signs, planted: planted.has(text(row, 'id')) }];
    });
    return officials;
  });
}

describe('what should tell nothing', () => {
  const officials = officialsOf();

  it.each(['id', 'nameLength', 'peopleRow', 'postRow', 'birth', 'identity', 'phone'] as const)(
    'planted officials rank by %s like any others',
    (sign) => {
      const area = areaUnderCurve(officials.map(({ signs, planted }) => ({ value: signs[sign], marked: planted })));
      expect(area).toBeGreaterThan(0.3);
      expect(area).toBeLessThan(0.7);
    },
  );

  it('being a subject oneself parts planted officials from look-alikes in nothing', () => {
    const drawn = { planted: [0, 0], alike: [0, 0] } as Record<'planted' | 'alike', [number, number]>;
    for (const { tables, truth } of counties) {
      const subjects = new Set(tables.approvals.flatMap((row) => text(row, 'subjects').split(';')));
      const count = (into: [number, number], ids: string[]) => {
        into[0] += ids.filter((id) => subjects.has(id)).length;
        into[1] += ids.length;
      };
      count(
        drawn.planted,
        truth.umbrellas.map((one) => one.officialId),
      );
      count(
        drawn.alike,
        truth.lookalikes.map((one) => one.officialId),
      );
    }
    const share = ([some, all]: [number, number]) => some / all;
    expect(Math.abs(share(drawn.planted) - share(drawn.alike))).toBeLessThan(0.12);
  });
});

describe('the source of the generator', () => {
  const root = join(import.meta.dirname, '../../seed');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

  it('imports nothing of the detector and reads no clock and no unseeded chance', () => {
    expect(files.length).toBeGreaterThan(30);
    for (const name of files) {
      const source = readFileSync(join(root, name), 'utf8');
      expect(source, name).not.toMatch(/from '[^']*analysis/);
      expect(source, name).not.toMatch(/Math\.random|Date\.now|new Date|performance\.now/);
    }
  });
});
