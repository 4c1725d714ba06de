import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audienceOf } from '../../../model/audience.ts';
import { ever, lawful, openWorld, type World } from './world.ts';

/** What rows of a compartment may point at and rest on: what is general, and what is of their own compartment. */
let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.import(lawful);
});
afterEach(() => world.close());

const [paperHead, paperRow] = lawful['approvals.csv'].split('\n') as [string, string];
const papers = (...rows: readonly string[]) => `${paperHead},compartment\n${rows.join('\n')}\n`;
const secret = (id: string, number: string, compartment: string) =>
  `${paperRow.replace('A1,1号', `${id},${number}`)},${compartment}`;
const callsHead = 'from_id,to_id,at,approval_id,compartment\n';
const faults = ({
  rejects,
}: {
  rejects: readonly { file: string; line: number | null; field: string | null; why: string }[];
}) => rejects.map(({ file, line, field, why }) => [file, line, field, why]);

describe('references', () => {
  it('reach what is general and what is of the own compartment, no further', async () => {
    const report = await world.import({
      'people.csv': 'id,name,compartment\nS1,暗一,x\nS2,暗二,y\nS3,暗三,x\nS3,暗三,y\n',
      'ties.csv':
        'from_id,to_id,kind,compartment\n' +
        'P1,S1,friend,x\nP1,S2,friend,x\nP1,S2,friend,y\nS1,S3,friend,x\nS2,S3,friend,y\nP1,S3,friend,\nP1,P2,friend,\n',
    });
    expect(faults(report)).toEqual([
      ['ties.csv', 3, 'to_id', 'unknown_reference'],
      ['ties.csv', 7, 'to_id', 'unknown_reference'],
    ]);
    const later = await world.import({
      'ties.csv': 'from_id,to_id,kind,compartment\nS1,P3,friend,x\nS1,P3,friend,y\nS3,P3,friend,y\nS1,P3,friend,\n',
    });
    expect(faults(later).map(([, line]) => line)).toEqual([3, 5]);
  });
});

describe('papers', () => {
  it('stand behind their compartment, and carry its rows before those of general do', async () => {
    const report = await world.import({
      'approvals.csv': papers(secret('A1', '1号', 'x'), secret('B1', '2号', 'x')),
      'calls.csv':
        `${callsHead}P1,P3,2024-02-01,A1,x\nP1,P3,2024-02-02,A1,\nP1,P3,2024-02-03,A1,y\n` +
        'P1,P3,2024-02-04,B1,x\nP1,P3,2024-02-05,B1,\nP1,P3,2024-02-06,B1,y\n',
      'records_obtained.csv': 'person_id,kind,approval_id,compartment\nP1,calls,B1,x\nP1,bank,A1,\nP1,bank,B1,\n',
    });
    expect(faults(report)).toEqual([
      ['records_obtained.csv', 4, 'approval_id', 'unknown_reference'],
      ['calls.csv', 6, 'approval_id', 'unknown_approval'],
      ['calls.csv', 7, 'approval_id', 'unknown_approval'],
    ]);
    const { ledger, events } = world.deps;
    expect(ledger.approvals.list(audienceOf([])).map(({ id }) => id)).toEqual(['A1']);
    expect(ledger.approvals.list(audienceOf(['x'])).map(({ id }) => id)).toEqual(['A1', 'x::A1', 'x::B1']);
    const records = await world.said({ types: ['RecordsObtained'] });
    expect(records.map(({ properties }) => properties.approval?.[0]).sort()).toEqual(['A1', 'x::B1']);
    const rowsFor = async (ended: readonly string[]) => {
      const session = await events.open(audienceOf(['x', 'y'], ended), ever, ledger.batches.withEvents());
      const [fold] = await session.facts('folds', { kind: 'calls' });
      await session.close();
      return Number(fold?.n);
    };
    expect(await rowsFor([])).toBe(4);
    expect(await rowsFor(['A1'])).toBe(2);
    expect(await rowsFor(['x::A1'])).toBe(3);
    expect(await rowsFor(['x::A1', 'x::B1'])).toBe(2);
  });

  it('may be given for the whole import, by their own id or by the stored one', async () => {
    await world.import({ 'approvals.csv': papers(secret('B1', '2号', 'x')) }, { namespace: '' });
    const calls = (compartment: string, day: number) => ({
      'calls.csv': `from_id,to_id,at,compartment\nP1,P3,2024-02-0${day},${compartment}\n`,
    });
    expect((await world.import(calls('x', 1), { approval: 'B1' })).events).toBe(1);
    expect((await world.import(calls('x', 2), { approval: 'x::B1' })).events).toBe(1);
    expect((await world.import(calls('', 3), { approval: 'x::B1' })).rejects[0]?.why).toBe('unknown_approval');
  });

  it('have no id that looks like one of a compartment', async () => {
    const report = await world.import({ 'approvals.csv': papers(secret('x::B1', '2号', '')) });
    expect(faults(report)).toEqual([['approvals.csv', 2, 'id', 'bad_value']]);
  });

  it('name a case that their readers know', async () => {
    await world.import({ 'cases.csv': 'id,kind,opened,compartment\nK9,criminal,2024-03-01,x\n' });
    const naming = (compartment: string) => secret(`B${compartment}`, '2号', compartment).replace('K1', 'K9');
    const report = await world.import({ 'approvals.csv': papers(naming(''), naming('x'), naming('y')) });
    expect(faults(report)).toEqual([
      ['approvals.csv', 2, 'case_id', 'unknown_case'],
      ['approvals.csv', 4, 'case_id', 'unknown_case'],
    ]);
  });
});

describe('privilege', () => {
  it('lies where the readers of the row know who is counsel', async () => {
    await world.import({
      'case_parties.csv': 'case_id,person_id,role,compartment\nK1,P1,suspect,\nK1,P3,counsel,x\nK1,P4,counsel,\n',
    });
    const report = await world.import({
      'calls.csv': `${callsHead}P1,P3,2024-02-01,A1,\nP1,P3,2024-02-01,A1,x\nP1,P3,2024-02-01,A1,y\nP1,P4,2024-02-01,A1,y\n`,
    });
    expect(faults(report)).toEqual([
      ['calls.csv', 3, 'to_id', 'counsel'],
      ['calls.csv', 5, 'to_id', 'counsel'],
    ]);
  });
});

describe('sources', () => {
  it('of one id may stand in several compartments; a row takes the one of its own', async () => {
    const report = await world.import({
      'sources.csv': 'id,name,origin,compartment\nS1,密源,密,x\nS1,户籍,公安,\nS1,另名,公安,\n',
      'people.csv': 'id,name,source_id,compartment\nQ1,甲,S1,\nQ2,乙,S1,x\nQ3,丙,S1,y\n',
    });
    expect(faults(report)).toEqual([['sources.csv', 4, 'id', 'differs']]);
    const said = (await world.said({ types: ['Person'] })).filter(({ key }) => key.startsWith('Q'));
    expect(said.map(({ key, origin, compartment }) => [key, origin, compartment]).sort()).toEqual([
      ['Q1', '公安', 'general'],
      ['Q2', '密', 'x'],
      ['Q3', '公安', 'y'],
    ]);
  });
});
