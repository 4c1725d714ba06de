import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../model/errors.ts';
import { generateCounty } from '../../seed/county/generate.ts';
import { basisFaults } from './basis.ts';
import { holders, idsOf, text } from './reading.ts';

const small = (seed: number, more: object = {}) => generateCounty({ seed, people: 900, umbrellas: 4, ...more });

describe('a generated county', () => {
  const county = generateCounty({ seed: 3 });
  const { tables, truth } = county;

  it('has the sizes of a demonstration', () => {
    const between = (count: number, low: number, high: number) => {
      expect(count).toBeGreaterThanOrEqual(low);
      expect(count).toBeLessThanOrEqual(high);
    };
    expect(tables.people.length).toBe(6000);
    between(new Set(tables.posts.map((row) => row.person_id)).size, 250, 400);
    between(tables.calls.length, 50_000, 140_000);
    between(tables.payments.length, 15_000, 45_000);
    between(tables.copresence.length, 3000, 8000);
    between(tables.cases.length, 600, 1500);
    between(tables.decisions.length, 2000, 5000);
    expect(tables.tenders.length).toBeGreaterThanOrEqual(150);
    expect(tables.bids.length).toBeGreaterThanOrEqual(500);
    expect(tables.operations.length).toBeGreaterThanOrEqual(40);
    expect(tables.approvals.length).toBeGreaterThanOrEqual(6);
  });

  it('records calls, payments and meetings under an approval only', () => {
    expect(basisFaults(county)).toEqual([]);
    expect(basisFaults(small(11))).toEqual([]);
    expect(basisFaults(small(12, { mechanisms: 'b' }))).toEqual([]);
  });

  it('says the truth in ids of the bundle', () => {
    const people = idsOf(tables.people);
    const gangs = new Set(tables.organisations.filter((row) => row.kind === 'gang').map((row) => row.id));
    const officials = new Set(tables.posts.map((row) => row.person_id));
    expect(truth.umbrellas.length).toBe(8);
    expect(truth.umbrellas.filter((one) => !one.observable).length).toBe(2);
    for (const { officialId, gangIds, channels } of truth.umbrellas) {
      expect(officials).toContain(officialId);
      expect(channels.length).toBeGreaterThan(0);
      for (const gang of gangIds) expect(gangs).toContain(gang);
    }
    expect(new Set(truth.gangs.map((gang) => gang.gangId))).toEqual(gangs);
    for (const { members } of truth.gangs) for (const member of members) expect(people).toContain(member);
    for (const { officialId } of truth.lookalikes) expect(officials).toContain(officialId);
  });

  it('has ten look-alikes for each umbrella, none of them planted', () => {
    for (const umbrellas of [0, 1, 8, 12]) {
      const found = generateCounty({ seed: 5, people: 1500, umbrellas }).truth;
      const planted = new Set(found.umbrellas.map((one) => one.officialId));
      const alike = new Set(found.lookalikes.map((one) => one.officialId));
      expect(planted.size).toBe(umbrellas);
      expect(alike.size).toBeGreaterThanOrEqual(10 * umbrellas);
      expect([...alike].filter((id) => planted.has(id))).toEqual([]);
    }
  });

  it('lets a fifth act through unrecorded channels alone', () => {
    for (const { channels, observable } of truth.umbrellas) {
      if (!observable) expect(['cash', 'face_to_face']).toContain(channels.join());
    }
  });

  it('names a filed criminal case for every gang but the alleged one', () => {
    const kinds = new Map(tables.cases.map((row) => [row.id, row.kind]));
    const gangs = tables.organisations.filter((row) => row.kind === 'gang');
    const filed = gangs.filter((row) => row.filed_case_id !== undefined);
    expect(gangs.length - filed.length).toBe(1);
    for (const gang of filed) expect(kinds.get(gang.filed_case_id)).toBe('criminal');
  });

  it('keeps officials, gang members and lawyers out of the protected roles and apart from each other', () => {
    const officials = new Set(tables.posts.map((row) => row.person_id));
    const members = new Set<unknown>(truth.gangs.flatMap((gang) => gang.members));
    const shielded = tables.case_parties.filter((row) => row.role !== 'suspect').map((row) => row.person_id);
    expect(shielded.filter((id) => officials.has(id) || members.has(id))).toEqual([]);
    expect([...officials].filter((id) => members.has(id))).toEqual([]);
    const suspects = new Set(
      tables.case_parties.filter((row) => row.role === 'suspect').map((row) => `${row.case_id}/${row.person_id}`),
    );
    const both = tables.case_parties.filter(
      (row) => row.role !== 'suspect' && suspects.has(`${row.case_id}/${row.person_id}`),
    );
    expect(both).toEqual([]);
    for (const role of ['victim', 'witness', 'reporter', 'petitioner', 'counsel', 'journalist']) {
      expect(tables.case_parties.some((row) => row.role === role)).toBe(true);
    }
  });

  it('resolves every end of every event and every reference', () => {
    const { phone, account } = holders(county);
    const parties = new Set<unknown>([
      ...idsOf(tables.people),
      ...idsOf(tables.organisations),
      ...phone.keys(),
      ...account.keys(),
    ]);
    const unknown = (ids: readonly unknown[]) => ids.filter((id) => id !== undefined && !parties.has(id));
    expect(unknown(tables.calls.flatMap((row) => [row.from_id, row.to_id]))).toEqual([]);
    expect(unknown(tables.payments.flatMap((row) => [row.payer_id, row.payee_id]))).toEqual([]);
    expect(unknown(tables.ties.flatMap((row) => [row.from_id, row.to_id]))).toEqual([]);
    expect(
      unknown(tables.decisions.flatMap((row) => [row.person_id, row.handler_id, row.approver_id, row.asked_by_id])),
    ).toEqual([]);
    expect(unknown(tables.operations.flatMap((row) => [row.target_id, row.organisation_id]))).toEqual([]);
    const sources = idsOf(tables.sources);
    for (const rows of Object.values(tables)) {
      for (const row of rows)
        if (row.source_id !== undefined && !sources.has(text(row, 'source_id')))
          throw new Error(text(row, 'source_id'));
    }
  });

  it('uses two compartments beside the general one, each by a handful of rows', () => {
    const special = new Set(tables.sources.filter((row) => row.compartment === 'special-1').map((row) => row.id));
    expect(special.size).toBe(1);
    expect(tables.ties.filter((row) => special.has(row.source_id)).length).toBeGreaterThan(3);
    expect(tables.calls.filter((row) => special.has(row.source_id)).length).toBeGreaterThan(3);
    expect(tables.informants.length).toBeGreaterThan(0);
    expect(tables.informants.every((row) => row.compartment === 'informants')).toBe(true);
  });

  it('ends on 2025-12-31', () => {
    const days = [...tables.calls, ...tables.payments].map((row) => text(row, 'at').slice(0, 10)).sort();
    expect(days[0]).toBe('2024-01-01');
    expect(days.at(-1)).toBe('2025-12-31');
    const late = Object.values(tables).flatMap((rows) => rows.filter((row) => text(row, 'known_at') > '2025-12-31'));
    expect(late).toEqual([]);
  });

  it('refuses sizes it cannot fill', () => {
    expect(() => generateCounty({ seed: 1, people: 10 })).toThrow(InvalidInput);
    expect(() => generateCounty({ seed: 1, people: 900_000 })).toThrow(InvalidInput);
    expect(() => generateCounty({ seed: 1, people: 1000, umbrellas: 40 })).toThrow(InvalidInput);
    expect(() => generateCounty({ seed: 1, confounding: 2 })).toThrow(InvalidInput);
    expect(() => generateCounty({ seed: 1, people: Number.NaN })).toThrow(InvalidInput);
  });

  it('survives every seed at its smallest size, with none and with many umbrellas', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const options = {
        seed,
        people: 600,
        umbrellas: seed % 3 === 0 ? 0 : 6,
        mechanisms: seed % 2 === 0 ? 'a' : 'b',
      } as const;
      expect(basisFaults(generateCounty(options))).toEqual([]);
    }
  });
});
