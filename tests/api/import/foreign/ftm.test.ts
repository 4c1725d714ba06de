import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOptions } from '../../../../api/import/options.ts';
import { entityId } from '../../../../model/ids.ts';
import { openWorld, type World } from '../world.ts';

const ftm = (...entities: readonly unknown[]): string => entities.map((one) => `${JSON.stringify(one)}\n`).join('');
const person = (id: string, name: string, more = {}) => ({
  id,
  schema: 'Person',
  properties: { name: [name], ...more },
});

describe('FollowTheMoney in', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());
  const read = (text: string, options: Partial<ImportOptions> = {}) =>
    world.import({ 'some.ijson': text }, { format: 'ftm', ...options });

  it('a tie may stand before its ends; its dates are its validity, its first role says which tie it is', async () => {
    const report = await read(
      ftm(
        {
          id: 'o',
          schema: 'Directorship',
          properties: {
            director: ['a'],
            organization: ['c'],
            role: ['监事'],
            startDate: ['2015-03'],
            endDate: ['2021'],
          },
        },
        { id: 'c', schema: 'Company', properties: { name: ['河湾砂石'] } },
        person('a', '岳川'),
      ),
    );
    expect([report.entities, report.ties, report.rejected]).toEqual([2, 1, 0]);
    const [said] = await world.said({ kinds: ['director'] });
    expect(said).toMatchObject({ key: 'o', validFrom: '2015-03', validTo: '2021', properties: { role: ['监事'] } });
    expect(said?.ends).toMatchObject({
      role: '监事',
      from: entityId('', 'party', 'a'),
      to: entityId('', 'party', 'c'),
    });
  });

  it('words of a relationship say the kind where they are ours, else the role', async () => {
    await read(
      ftm(
        person('a', '岳川'),
        person('b', '岳峰'),
        { id: '1', schema: 'Associate', properties: { person: ['a'], associate: ['b'], relationship: ['同学'] } },
        { id: '2', schema: 'Associate', properties: { person: ['a'], associate: ['b'], relationship: ['牌友'] } },
        { id: '3', schema: 'Family', properties: { person: ['a'], relative: ['b'], relationship: ['夫妻', '再婚'] } },
      ),
    );
    const ties = await world.said({ kinds: ['classmate', 'associate', 'spouse'] });
    expect(ties.map(({ ends }) => [ends?.kind, ends?.role]).sort()).toEqual([
      ['associate', '牌友'],
      ['classmate', ''],
      ['spouse', '再婚'],
    ]);
  });

  it('unknown properties are told once and kept as notes; religion is left out and told', async () => {
    const report = await read(
      ftm(
        person('a', '岳川', { weight: ['80'], religion: ['x'] }),
        person('b', '岳峰', { weight: ['81'], religion: ['y'] }),
      ),
    );
    expect(report.noteCounts).toEqual({ unknown_column: 1 });
    expect(report.rejects.map(({ code, field }) => [code, field])).toEqual([['refused_column', 'religion']]);
    const said = await world.said({ types: ['Person'] });
    expect(said.map(({ properties }) => properties.notes)).toEqual(
      expect.arrayContaining([['weight: 80'], ['weight: 81']]),
    );
    expect(JSON.stringify(said)).not.toContain('religion');
  });

  it('a role in a case that is not known refuses the tie: it may be a protected one', async () => {
    const report = await read(
      ftm(
        person('a', '岳川'),
        { id: 'k', schema: 'CourtCase', properties: { name: ['案'], fileDate: ['2023-02-01'] } },
        { id: '1', schema: 'CourtCaseParty', properties: { party: ['a'], case: ['k'], role: ['Zeuge'] } },
        { id: '2', schema: 'CourtCaseParty', properties: { party: ['a'], case: ['k'], role: ['证人'] } },
      ),
    );
    expect(report.rejects.map(({ line, field, why }) => [line, field, why])).toEqual([[3, 'role', 'bad_value']]);
    expect((await world.said({ kinds: ['case'] }))[0]?.ends?.role).toBe('witness');
    expect((await world.said({ types: ['CourtCase'] }))[0]?.validFrom).toBe('2023-02-01');
  });

  it('payments come in under an approval as rows of payments do: basis, window and yuan are asked', async () => {
    await world.import({
      'people.csv': 'id,name\na,岳川\nb,岳峰\nc,岳山\n',
      'cases.csv': 'id,kind,opened\nk,criminal,2023-01-01\n',
      'approvals.csv':
        'id,number,authority,level,case_id,kinds,subjects,data_from,data_to,valid_from,valid_to,retain_until\n' +
        'A1,1,河湾县公安局,county,k,bank,a,2023-01-01,2023-12-31,2023-06-01,2024-01-31,2030-01-01\n',
    });
    const pay = (id: string, payer: string, payee: readonly string[], date: string, currency: string) => ({
      id,
      schema: 'Payment',
      properties: {
        payer: [payer],
        beneficiary: payee,
        date: [date],
        amount: ['500'],
        currency: [currency],
        purpose: ['借款'],
      },
    });
    const text = ftm(
      pay('1', 'a', ['b', 'c'], '2023-05-01', 'CNY'),
      pay('2', 'b', ['c'], '2023-05-01', 'CNY'),
      pay('3', 'a', ['b'], '2022-05-01', 'CNY'),
      pay('4', 'a', ['b'], '2023-05-01', 'EUR'),
      pay('5', 'a', ['nobody'], '2023-05-01', 'CNY'),
    );
    const without = await read(text);
    expect([without.events, without.rejects.map(({ why }) => why)]).toEqual([0, Array(5).fill('no_approval')]);
    const report = await read(text, { approval: 'A1' });
    expect([report.events, report.ties]).toEqual([2, 0]);
    expect(report.rejects.map(({ line, why }) => [line, why])).toEqual([
      [2, 'subject'],
      [3, 'window'],
      [4, 'currency'],
      [5, 'unknown_reference'],
    ]);
    expect(report.files).toEqual([{ file: 'some.ijson', rows: 5, accepted: 1, rejected: 4 }]);
  });

  it('a tie in one compartment finds no end that only another may see', async () => {
    await world.import({ 'people.csv': 'id,name\ns,岳川\n' }, { compartment: 'sealed' });
    const tie = { id: '1', schema: 'Family', properties: { person: ['a'], relative: ['s'] } };
    const open = await read(ftm(person('a', '岳峰'), tie));
    expect(open.rejects.map(({ why }) => why)).toEqual(['unknown_reference']);
    expect((await read(ftm(person('a', '岳峰'), tie), { compartment: 'sealed' })).rejected).toBe(0);
  });

  it('nesting without end, keys of every object and lines of any length do no harm', async () => {
    const deep = '{"id":"x","schema":"Family","properties":{"person":['.repeat(20_000);
    let nested: unknown = person('z', '岳川');
    for (let at = 0; at < 20; at++) nested = { id: `n${at}`, schema: 'Company', properties: { parent: [nested] } };
    const long = `{"id":"l","schema":"Person","properties":{"name":["${'a'.repeat(5_000_000)}"]}}`;
    const report = await read(`${deep}\n${JSON.stringify(nested)}\n${long}\n${ftm(person('a', '岳川'))}`);
    expect(report.rejects.map(({ line, why }) => [line, why])).toEqual([
      [1, 'bad_json'],
      [2, 'too_deep'],
      [3, 'line_too_long'],
    ]);
    expect(report.entities).toBe(10);
  });
});
