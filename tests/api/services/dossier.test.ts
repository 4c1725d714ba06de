import { describe, expect, it } from 'vitest';
import { dossierFiles } from '../../../api/services/exports/dossiers.ts';
import { createHandBatch } from '../../../api/services/writing/batch.ts';
import { createHand } from '../../../api/services/writing/hand.ts';
import { audienceOf } from '../../../model/audience.ts';
import { installed, party, today } from './fixture.ts';

const files = {
  'sources.csv': 'id,name,kind,grade\nS1,登记,register,B2\nS2,走访,other,C3\n',
  'people.csv':
    'id,name,other_names,source_id,compartment\nP1,周一,,S1,\nP1,周一,老周,S2,\nP1,周一,密名,S1,sealed\nP2,吴二,,S1,\n',
  'ties.csv': 'from_id,to_id,kind,source_id\nP1,P2,classmate,S1\n',
} as const;
const general = audienceOf([]);
const clocks = { trueAt: today, knownAt: today };

async function opened() {
  const installation = await installed(files);
  expect(installation.report.rejects).toEqual([]);
  const { ledger, facts, services } = installation;
  const user = ledger.users.add({
    name: 'anna',
    unit: null,
    roles: ['analyst'],
    compartments: [],
    demonstration: false,
  });
  const viewer = { user, audience: general, purpose: 'review:test', account: null };
  const hand = createHand({
    facts,
    entities: services.entities,
    evidence: services.evidence,
    write: createHandBatch(installation),
  });
  return { ...installation, viewer, hand };
}

describe('a dossier', () => {
  it('has the entity, its assertions by source, ties by kind, objections and batches', async () => {
    const { services, facts, hand, viewer, report } = await opened();
    const [tie] = await facts.tiesBetween(general, clocks, [[party('P1'), party('P2')]]);
    await hand.object(viewer, clocks, tie!.id, '并非同学');
    const found = await services.dossier(general, clocks, party('P1'));
    expect(found.entity).toMatchObject({ id: party('P1'), caption: '周一' });
    expect(found.sources.map(({ source, assertions }) => [source.name, assertions.length])).toEqual([
      ['登记', 1],
      ['走访', 1],
    ]);
    expect(found.ties).toEqual({ total: 1, byKind: { classmate: { private: 1, duty: 0 } } });
    expect(found.objections).toMatchObject([{ assertion: tie!.id, about: tie!.about, text: '并非同学', by: 'anna' }]);
    expect(found.batches).toMatchObject([{ batch: report.batch, kind: 'import', assertions: 2, takenBack: [] }]);
    expect(found.complete).toBe(true);
  });

  it('shows nothing sealed to who does not hold it', async () => {
    const { services } = await opened();
    expect(JSON.stringify(await services.dossier(general, clocks, party('P1')))).not.toContain('密名');
    expect(JSON.stringify(await services.dossier(audienceOf(['sealed']), clocks, party('P1')))).toContain('密名');
    await expect(services.dossier(general, clocks, party('none'))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('goes out as a file with the notice that goes with every export', async () => {
    const { services } = await opened();
    const head = {
      exportedAt: today,
      user: 'anna',
      purpose: 'review:test',
      reason: '核对',
      dataVersion: 'v',
      ...clocks,
    };
    const { files: out, cut } = await dossierFiles(services.dossier, general, clocks, { ids: [party('P1')], head });
    expect(Object.keys(out)).toEqual([`dossier-${party('P1')}.json`, 'NOTICE.txt']);
    expect(JSON.parse(out[`dossier-${party('P1')}.json`]!)).toMatchObject({
      reason: '核对',
      entity: { caption: '周一' },
    });
    expect(out['NOTICE.txt']).toContain('不是证据');
    expect(cut.complete).toBe(true);
  });
});
