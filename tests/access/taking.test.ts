import { describe, expect, test } from 'vitest';
import { expireApprovals } from '../../api/import/expire.ts';
import { audienceKey, audienceOf } from '../../model/audience.ts';
import { ever, lawful, openWorld, today, type World } from '../api/import/world.ts';
import { sealed } from './story/sealed.ts';

/** What a sealed row does to the taking in of a general one: nothing. One that `fails` is known and not mended, and says so when it is. */
type Files = Readonly<Record<string, string>>;
type Steps = (isThere: boolean) => (world: World) => Promise<unknown>;

/** What a reader of `general` finds in a store: its version, batches and papers, what is said, whose sources it has, who met whom. */
async function told(steps: (world: World) => Promise<unknown>): Promise<unknown> {
  const world = await openWorld();
  try {
    const came = await steps(world);
    const { ledger, facts, events } = world.deps;
    const reader = audienceOf([], ledger.approvals.endedOn(today));
    const batches = ledger.batches.list(reader).map(({ outcome: { finishedAt: _at, ...outcome } }) => outcome);
    const papers = ledger.approvals.list(reader).map(({ batch: _batch, ...paper }) => paper);
    const said: unknown[] = [];
    for await (const chunk of facts.scan(reader, ever, {}))
      said.push(...chunk.map(({ batch: _batch, recordedAt: _at, ...one }) => one));
    const sources = await facts.sources(reader, ['S1', 'S2', 'import']);
    const session = await events.open(reader, ever, ledger.batches.withEvents());
    const rows: unknown[] = [];
    for (const kind of ['calls', 'payments', 'copresence'] as const)
      rows.push(...(await session.facts('folds', { kind })).map((row) => JSON.stringify(row)).sort());
    await session.close();
    const version = ledger.batches.dataVersion(reader);
    return { came, audience: audienceKey(reader), version, batches, papers, said, sources, rows };
  } finally {
    await world.close();
  }
}

/** Imports a bundle whose first and last lines may be hidden ones; where they are not, their lines are empty. */
const bundle = (general: Files, hidden: Files, isThere: boolean) => async (world: World) => {
  const files = Object.keys({ ...general, ...hidden }).map((name) => {
    const [head = '', ...rest] = (general[name] ?? '').split('\n');
    const lines = hidden[name] ?? '';
    const shown = isThere ? lines : lines.replace(/[^\n]/g, '');
    return [name, `${head}\n${shown}${rest.join('\n')}${shown}`];
  });
  await world.import(Object.fromEntries(files));
};

const paperHead = lawful['approvals.csv'].split('\n')[0]!;
const paper = (id: string, number: string, compartment: string) =>
  `${id},${number},县局,county,K1,calls;bank;copresence,P1;P2,2024-01-01,2024-12-31,2024-03-01,2024-06-30,2024-04-01,2030-12-31,${compartment}\n`;
const papers = (...lines: readonly string[]) => `${paperHead},compartment\n${lines.join('')}`;
const callsHead = 'from_id,to_id,at,seconds,approval_id,compartment\n';
const peopleHead = 'id,name,phones,compartment\n';

const same = async (steps: Steps) => expect(await told(steps(true))).toEqual(await told(steps(false)));

describe('what hidden rows do to general ones', () => {
  test('a sealed row that puts a subject at a meeting gives the others no basis', () =>
    same((isThere) =>
      bundle(
        {
          ...lawful,
          'copresence.csv':
            'event_id,person_id,kind,from,approval_id,compartment\nE1,P3,meal,2024-02-01T10:00:00,A1,\nE1,P4,meal,2024-02-01T10:00:00,A1,\n',
        },
        { 'copresence.csv': `E1,P1,meal,2024-02-01T10:00:00,A1,${sealed}\n` },
        isThere,
      ),
    ));

  test('a day that only a sealed row knows does not date a general tie', () =>
    same((isThere) =>
      bundle(
        {
          'people.csv': 'id,name\nP1,周一\n',
          'cases.csv': 'id,kind,opened,compartment\nK1,criminal,2024-03-01,\n',
          'case_parties.csv': 'case_id,person_id,role\nK1,P1,suspect\n',
        },
        { 'cases.csv': `K1,criminal,2020-01-01,${sealed}\n` },
        isThere,
      ),
    ));

  test('a case that a sealed row asked the store for keeps the day of its general row', () =>
    same((isThere) => async (world) => {
      await world.import({ 'cases.csv': 'id,kind,opened\nK1,criminal,2020-01-01\n' });
      await bundle(
        {
          'people.csv': 'id,name\nP1,周一\n',
          'organisations.csv': 'id,name,kind,filed_case_id,compartment\nC1,甲,company,,\n',
          'cases.csv': 'id,kind,opened\nK1,criminal,2024-03-01\n',
          'case_parties.csv': 'case_id,person_id,role\nK1,P1,suspect\n',
        },
        { 'organisations.csv': `G1,乙,gang,K1,${sealed}\n` },
        isThere,
      )(world);
    }));

  test('the tombstone of a general approval counts no sealed rows that rested on it', () =>
    same((isThere) => async (world) => {
      const calls = `${callsHead}P1,P3,2024-02-01T10:00:00,5,A1,\n`;
      const phones = 'number,person_id,approval_id,compartment\n';
      const hidden = {
        'calls.csv': `P1,P3,2024-02-02T10:00:00,5,A1,${sealed}\n`,
        'phones.csv': `13900000001,P1,A1,${sealed}\n`,
      };
      await bundle({ ...lawful, 'calls.csv': calls, 'phones.csv': phones }, hidden, isThere)(world);
      world.deps.ledger.approvals.end('A1', '2026-01-15', '已查清');
      await expireApprovals(world.deps, { account: null });
    }));

  test('a tombstone of nothing but sealed rows is one of nothing', () =>
    same((isThere) => async (world) => {
      await bundle(
        { ...lawful, 'calls.csv': callsHead },
        { 'calls.csv': `P1,P3,2024-02-02T10:00:00,5,A1,${sealed}\n` },
        isThere,
      )(world);
      world.deps.ledger.approvals.end('A1', '2026-01-15', '已查清');
      await expireApprovals(world.deps, { account: null });
    }));

  test('that a sealed approval ends and is erased drops no stored answer of others', () =>
    same((isThere) => async (world) => {
      await world.import(lawful);
      const { ledger } = world.deps;
      if (isThere) await world.import({ 'approvals.csv': papers(paper('S1', '密1号', sealed)) });
      const audience = audienceKey(audienceOf([], ledger.approvals.endedOn(today)));
      const run = {
        id: 'r_1',
        kind: 'screen',
        question: audience,
        owner: 'u',
        dataVersion: 'v',
        result: 1,
        day: today,
      };
      ledger.runs.put({ ...run, audience });
      if (isThere) ledger.approvals.end(`${sealed}::S1`, today, '已查清');
      const { erased } = await expireApprovals(world.deps, { account: null });
      expect(erased).toBe(isThere ? 1 : 0);
      const after = audienceKey(audienceOf([], ledger.approvals.endedOn(today)));
      return ledger.runs.find(after);
    }));

  test('a paper may have the id and the number of a sealed one', () =>
    same((isThere) => async (world) => {
      await world.import(lawful);
      if (isThere) await world.import({ 'approvals.csv': papers(paper('S1', '密1号', sealed)) });
      const own = papers(paper('S1', '2号', ''), paper('B1', '密1号', ''));
      const report = await world.import({ 'approvals.csv': own }, { allowedCompartments: ['general'] });
      expect(report.rejected).toBe(0);
    }));

  test('in one bundle too, and each row finds the paper of its own compartment first', () =>
    same((isThere) =>
      bundle(
        {
          ...lawful,
          'approvals.csv': papers(paper('A1', '1号', '')),
          'calls.csv': `${callsHead}P1,P3,2024-02-01T10:00:00,5,A1,\n`,
        },
        {
          'approvals.csv': paper('A1', '1号', sealed).replace('2024-12-31', '2024-01-31'),
          'calls.csv': `P1,P3,2024-01-02T10:00:00,5,A1,${sealed}\n`,
        },
        isThere,
      ),
    ));

  test('a general row rests on no sealed paper, by its own cell or for the whole import', () =>
    same((isThere) => async (world) => {
      await world.import(lawful);
      if (isThere) await world.import({ 'approvals.csv': papers(paper('S1', '密1号', sealed)) });
      const rejects = [];
      for (const [cell, approval] of [
        ['S1', null],
        [`${sealed}::S1`, null],
        ['', 'S1'],
        ['', `${sealed}::S1`],
      ] as const) {
        const calls = `${callsHead}P1,P3,2024-02-01T10:00:00,5,${cell},\n`;
        rejects.push((await world.import({ 'calls.csv': calls }, { approval })).rejects);
      }
      expect(rejects.flat()).toHaveLength(4);
      return rejects;
    }));

  test('a call is not privileged because a sealed row names counsel', () =>
    same((isThere) =>
      bundle(
        {
          ...lawful,
          'case_parties.csv': 'case_id,person_id,role,compartment\nK1,P1,suspect,\n',
          'calls.csv': 'from_id,to_id,at,seconds,approval_id\nP1,P3,2024-02-01T10:00:00,5,A1\n',
          'copresence.csv':
            'event_id,person_id,kind,from,approval_id\nE1,P3,meal,2024-02-01T10:00:00,A1\nE1,P1,meal,2024-02-01T10:00:00,A1\n',
        },
        { 'case_parties.csv': `K1,P3,counsel,${sealed}\n` },
        isThere,
      ),
    ));

  test('nor because the store has counsel in secret, or a party whom only some know to exist', () =>
    same((isThere) => async (world) => {
      await world.import({ ...lawful, 'case_parties.csv': 'case_id,person_id,role\nK1,P1,suspect\nK1,P4,counsel\n' });
      if (isThere) {
        await world.import({ 'case_parties.csv': `case_id,person_id,role,compartment\nK1,P3,counsel,${sealed}\n` });
        await world.import({ 'people.csv': `${peopleHead}P4,王四,,${sealed}\n` });
      }
      const [own] = (await world.said({ types: ['Person'] })).filter(
        ({ key, compartment }) => key === 'P4' && compartment === 'general',
      );
      const batch = await world.deps.facts.begin('b_aaaaaaaaaaaaaaaaaaaaaaaaaa');
      const { id: assertion } = own!;
      await batch.retract([
        { id: 'v_a', assertion, by: 'tester', reason: 'wrong', knownAt: '2025-01-01', compartment: 'general' },
      ]);
      await batch.commit();
      const calls = `${callsHead}P1,P3,2024-02-01T10:00:00,5,A1,\nP1,P4,2024-02-01T10:00:00,5,A1,\n`;
      return (await world.import({ 'calls.csv': calls })).rejects;
    }));

  test('what is taken back in secret is still there for general rows', () =>
    same((isThere) => async (world) => {
      await world.import({
        ...lawful,
        'case_parties.csv': 'case_id,person_id,role\nK1,P1,suspect\nK1,P3,counsel\n',
        'phones.csv': 'number,person_id,approval_id\n13900000001,P2,A1\n',
      });
      const all = await world.said({});
      const batch = await world.deps.facts.begin('b_aaaaaaaaaaaaaaaaaaaaaaaaaa');
      if (isThere)
        await batch.retract(
          all.map(({ id }, place) => ({
            id: `v_${place}`,
            assertion: id,
            by: 'keeper',
            reason: '密',
            knownAt: '2025-01-01',
            compartment: sealed,
          })),
        );
      await batch.commit();
      const report = await world.import({
        'case_parties.csv': 'case_id,person_id,role\nK1,P4,suspect\n',
        'approvals.csv': papers(paper('A2', '2号', '')),
        'calls.csv': `${callsHead}P1,P3,2024-02-01T10:00:00,5,A1,\nP1,13900000001,2024-02-01T10:00:00,5,A1,\n`,
      });
      return report.rejects;
    }));

  test('a general tie to somebody who is known in secret alone dangles', () =>
    same((isThere) =>
      bundle(
        {
          'people.csv': 'id,name,compartment\nP1,周一,\n',
          'ties.csv': 'from_id,to_id,kind\nP1,S1,friend\n',
        },
        { 'people.csv': `S1,暗一,${sealed}\n` },
        isThere,
      ),
    ));

  test('so does each other row that points at what is known in secret alone, in the store or in the bundle', () => {
    const hidden = {
      'people.csv': `S1,暗一,13900000009,${sealed}\n`,
      'organisations.csv': `SO,暗司,company,,${sealed}\n`,
      'cases.csv': `SK,criminal,2024-01-01,${sealed}\n`,
      'tenders.csv': `ST,密标,2024-01-01,,${sealed}\n`,
      'operations.csv': `SX,2024-01-01,P1,${sealed}\n`,
    };
    const heads = {
      'people.csv': `${peopleHead}P9,钱九,,\n`,
      'organisations.csv': 'id,name,kind,filed_case_id,compartment\nC9,甲,company,SK,\n',
      'cases.csv': 'id,kind,opened,compartment\n',
      'tenders.csv': 'id,name,at,official_id,compartment\nT1,标,2024-05-01,S1,\n',
      'operations.csv': 'id,at,target_id,compartment\nX1,2024-05-01,SO,\n',
    };
    const pointing = {
      'posts.csv': 'person_id,organisation_id,title\nP1,SO,顾问\nS1,C1,经理\n',
      'case_parties.csv': 'case_id,person_id,role\nSK,P1,suspect\nK1,S1,suspect\n',
      'bids.csv': 'tender_id,company_id\nST,C1\n',
      'awareness.csv': 'operation_id,person_id\nSX,P1\n',
      'decisions.csv': 'id,case_id,stage,decision,at,handler_id\nD1,K1,filing,filed,2024-05-01,S1\n',
      'disclosures.csv': 'person_id,at,kind,about_id\nP1,2024-05-01,kin_business,SK\nP1,2024-05-02,kin_business,SO\n',
      'duties.csv': 'person_id,other_id,from\nP1,S1,2024-01-01\n',
      'approvals.csv': papers(paper('A9', '9号', '').replace('K1', 'SK'), paper('A8', '8号', '').replace('P2', 'S1')),
      'phones.csv': 'number,person_id,approval_id\n13900000008,S1,A8\n',
      'calls.csv': `${callsHead}P1,S1,2024-02-01T10:00:00,5,A1,\nP1,13900000009,2024-02-01T10:00:00,5,A1,\n`,
      'copresence.csv':
        'event_id,person_id,kind,from,approval_id\nE1,P1,meal,2024-02-01T10:00:00,A1\nE1,S1,meal,2024-02-01T10:00:00,A1\n',
      'records_obtained.csv': 'person_id,kind,approval_id\nS1,calls,A1\n',
    };
    const places = ['store', 'bundle'] as const;
    return Promise.all(
      places.map((place) =>
        same((isThere) => async (world) => {
          await world.import(lawful);
          if (place === 'store' && isThere) await bundle(emptied(heads), hidden, true)(world);
          const own = place === 'store' ? {} : hidden;
          await bundle({ ...heads, ...pointing }, own, isThere)(world);
        }),
      ),
    );
  });

  test('who is of another kind in secret is so there alone', () =>
    same((isThere) =>
      bundle(
        {
          'people.csv': `${peopleHead}P1,周一,,\n`,
          'organisations.csv': 'id,name,kind,compartment\nX1,甲公司,company,\n',
          'posts.csv': 'person_id,organisation_id,title\nP1,X1,经理\n',
        },
        { 'people.csv': `X1,暗一,,${sealed}\n` },
        isThere,
      ),
    ));

  test('an entity of the store that a bundle also declares in secret is still found by its general rows', () =>
    same((isThere) => async (world) => {
      await world.import(lawful);
      await bundle(
        { 'people.csv': peopleHead, 'ties.csv': 'from_id,to_id,kind\nP1,P2,friend\n' },
        { 'people.csv': `P2,吴密,,${sealed}\n` },
        isThere,
      )(world);
    }));

  test('a source of the same id in secret changes neither where general rows go, nor what they are told of theirs', () =>
    same((isThere) => async (world) => {
      const sources = 'id,name,kind,origin,grade,compartment\n';
      if (isThere)
        await world.import({
          'sources.csv': `${sources}S1,密源,tip,密,A1,${sealed}\nS2,密源,tip,密,A1,${sealed}\n`,
          'people.csv': `id,name,source_id\nS9,暗九,S1\n`,
        });
      await world.import({
        'sources.csv': `${sources}S1,户籍,register,公安,B2,\n`,
        'people.csv': 'id,name,source_id\nP1,周一,S1\n',
      });
      await world.import({
        'people.csv': 'id,name,source_id,compartment\nP2,吴二,S1,\nP3,郑三,S1,general\nP4,王四,S2,general\n',
      });
      await world.import({ 'people.csv': 'id,name\nP5,钱五\n' }, { source: 'S1' });
      await bundle(
        { 'sources.csv': `${sources}S3,税务,register,税务,B2,\n`, 'people.csv': 'id,name,source_id\nP6,孙六,S3\n' },
        { 'sources.csv': `S3,密源,tip,密,A1,${sealed}\n` },
        isThere,
      )(world);
    }));

  // A cell wins over its source: a bundle may declare a source in secret and release some of its rows, whose origin and grade then
  // are that source's. Whoever writes such a bundle has both before him; nobody else's rows are touched.
  test.fails('a general row of a bundle takes origin and grade from a source that the bundle declares in secret', () =>
    same((isThere) =>
      bundle(
        {
          'sources.csv': 'id,name,kind,origin,grade,compartment\n',
          'people.csv': 'id,name,source_id,compartment\nP1,周一,S1,general\n',
        },
        { 'sources.csv': `S1,密源,tip,密,A1,${sealed}\n` },
        isThere,
      ),
    ));

  test('equal rows in secret are no duplicates of general ones', () =>
    same((isThere) =>
      bundle(
        {
          ...lawful,
          'people.csv': `${peopleHead}P1,周一,,\nP2,吴二,,\nP3,郑三,,\n`,
          'ties.csv': 'from_id,to_id,kind,compartment\nP1,P2,friend,\n',
          'calls.csv': `${callsHead}P1,P3,2024-02-01T10:00:00,5,A1,\nP1,P3,2024-02-01T10:00:00,5,A1,\n`,
        },
        {
          'people.csv': `P1,周一,,${sealed}\nP1,周密,,${sealed}\n`,
          'ties.csv': `P1,P2,friend,${sealed}\n`,
          'calls.csv': `P1,P3,2024-02-01T10:00:00,5,A1,${sealed}\n`,
        },
        isThere,
      ),
    ));

  test('ownership that closes a cycle in secret changes nothing that is kept', () =>
    same((isThere) =>
      bundle(
        {
          'organisations.csv': 'id,name,kind\nC1,甲,company\nC2,乙,company\n',
          'ties.csv': 'from_id,to_id,kind,compartment\nC1,C2,owner,\n',
        },
        { 'ties.csv': `C2,C1,owner,${sealed}\n` },
        isThere,
      ),
    ));

  test('a number that somebody holds in secret stays a number', () =>
    same((isThere) =>
      bundle(
        {
          ...lawful,
          'phones.csv': 'number,person_id,approval_id,compartment\n',
          'calls.csv': `${callsHead}P1,13900000001,2024-02-01T10:00:00,5,A1,\n`,
        },
        {
          'phones.csv': `13900000001,P2,A1,${sealed}\n`,
          'calls.csv': `P2,13900000001,2024-02-01T10:00:00,5,A1,${sealed}\n`,
        },
        isThere,
      ),
    ));
});

/** The heads of tables alone. */
const emptied = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `${text.split('\n')[0]}\n`]));
