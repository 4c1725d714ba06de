import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runImport } from '../../../../api/import/run.ts';
import { openWorld, plainOptions, type World } from '../world.ts';
import { expectedOf, shared, sharedIsThere } from './shared.ts';

describe.skipIf(!sharedIsThere)('public FollowTheMoney files (skipped where ../shared/data is absent)', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());
  const read = (name: string) =>
    runImport(world.deps, { ...plainOptions, format: 'ftm', paths: [`${shared}03-ftm/${name}`] });
  const codes = (report: Awaited<ReturnType<typeof read>>) =>
    Object.fromEntries(
      [...new Set(report.rejects.map(({ why }) => why))].map((why) => [
        why,
        report.rejects.filter((one) => one.why === why).length,
      ]),
    );

  it('one of each type: what needs an approval stays out, everything else is in', async () => {
    const report = await read('all-types.ijson');
    const expected = expectedOf['03-ftm/all-types.ijson']!;
    expect(report.files[0]?.rows).toBe(expected.lines);
    // An account, two payments and a call come under an approval only; who was at an event or on a trip likewise.
    expect(codes(report)).toEqual({ holding: 1, no_approval: 3, presence: 2 });
    // The library keeps a call among the entities.
    expect([report.entities + 2, report.ties + 2]).toEqual([expected.entities, expected.ties]);
    expect((await read('all-types.ijson')).entities).toBe(0);
  });

  it('donations: every entity; every payment told, as none has an approval', async () => {
    const expected = expectedOf['03-ftm/donations.ijson']!;
    const report = await read('donations.ijson');
    expect([report.entities, report.ties, report.rejected]).toEqual([expected.entities, 0, expected.ties]);
    const second = await read('parteispenden.ftm.json');
    expect([second.entities, second.rejected]).toEqual([1, expected.ties]);
  });

  it('documents: the model has none; the people among them come in, every other line is told', async () => {
    const report = await read('documents.ijson');
    expect([report.entities, report.rejected]).toEqual([2, 19]);
    expect(codes(report)).toEqual({ unknown_type: 19 });
  });

  it('entities inside entities: people once, three family ties, a succession as another link', async () => {
    const report = await read('royal-family.nested.ijson');
    expect([report.entities, report.ties, report.rejected]).toEqual([3, 4, 0]);
    expect(report.notes.map(({ why, field }) => [why, field])).toEqual([['nearest_type', 'Succession']]);
  });

  it('a delta: what is added comes in, a deletion is told and not carried out', async () => {
    await read('all-types.ijson');
    const report = await read('delta.ijson');
    expect([report.entities, report.files[0]?.accepted]).toEqual([1, 2]);
    expect(codes(report)).toEqual({ deletion: 2 });
  });

  it('31 faulty lines: each named by line and field, the good ones in', async () => {
    const report = await read('invalid.ijson');
    expect(report.rejects.map(({ line, field, why }) => [line, field, why])).toEqual([
      [3, 'Persn', 'unknown_type'],
      [4, 'Thing', 'unknown_type'],
      [5, 'Interval', 'unknown_type'],
      [6, 'id', 'missing'],
      [7, 'id', 'missing'],
      [8, 'schema', 'missing'],
      [12, 'name', 'bad_value'],
      [13, 'birthDate', 'bad_value'],
      [16, 'asset', 'unknown_reference'],
      [17, 'relative', 'missing'],
      [19, 'asset', 'wrong_kind_of_party'],
      [22, 'id', 'two_types'],
      [23, null, 'bad_json'],
      [25, null, 'bad_json'],
      [27, 'properties', 'bad_value'],
      [28, 'name', 'bad_value'],
      [29, 'name', 'not_text'],
    ]);
    expect(report.notes.map(({ line, why }) => [line, why])).toEqual([
      [9, 'unknown_property'],
      [18, 'self_tie'],
      [20, 'repeated'],
      [21, 'repeated'],
      [30, 'unknown_property'],
      [30, 'unknown_property'],
    ]);
  });
});
