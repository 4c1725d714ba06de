import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runImport } from '../../../../api/import/run.ts';
import { openWorld, plainOptions, type World } from '../world.ts';
import { shared, sharedIsThere } from './shared.ts';

describe('beneficial ownership statements', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  describe.skipIf(!sharedIsThere)('public fixtures (skipped where ../shared/data is absent)', () => {
    it.each([
      ['core/01-direct-ownership.json', 2, 1],
      ['edge-cases/10-circular-ownership.json', 2, 2],
      // The owner is declared unknown: no person and no tie, the reason stays.
      ['edge-cases/11-anonymous-person.json', 1, 0],
    ])('%s', async (name, entities, ties) => {
      const report = await runImport(world.deps, {
        ...plainOptions,
        format: 'bods',
        paths: [`${shared}05-bods/${name}`],
      });
      expect([report.entities, report.ties, report.rejected]).toEqual([entities, ties, 0]);
      const said = JSON.stringify(await world.said({ types: ['Company'] }));
      expect(said.includes('subjectUnableToConfirmOrIdentifyBeneficialOwner')).toBe(name.includes('anonymous'));
    });
  });

  it('objects in a list, side by side, or cut off: each stands alone', async () => {
    const one = (id: string) =>
      `{"recordId":"${id}","recordType":"person","recordDetails":{"names":[{"fullName":"岳{川\\"}"}],\n"birthDate":"1975-03"}}`;
    const read = (text: string) => world.import({ 'x.json': text }, { format: 'bods' });
    expect((await read(`[${one('a')},\n${one('b')}]`)).entities).toBe(2);
    const broken = await read(
      `${one('c')} ${one('d').replace('"recordId":', '"recordId"')} ${one('e')}\n{"recordId":"f"`,
    );
    expect(broken.rejects.map(({ line, why }) => [line, why])).toEqual([
      [2, 'bad_json'],
      [5, 'bad_json'],
    ]);
    expect(broken.entities).toBe(2);
  });
});
