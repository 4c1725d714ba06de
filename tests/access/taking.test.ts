import { describe, expect, test } from 'vitest';
import { expireApprovals } from '../../api/import/expire.ts';
import { audienceOf } from '../../model/audience.ts';
import { lawful, openWorld, type World } from '../api/import/world.ts';
import { sealed } from './story/sealed.ts';

/** What a sealed row does to the taking in of a general one. Those that `fail` are known and not mended: each says so when it is.
 * No reader learns of them but by comparing what he brought with what was kept. */
type Files = Readonly<Record<string, string>>;

/** What a reader of `general` is told of a store: its version, its batches, its papers. */
async function told(steps: (world: World) => Promise<unknown>): Promise<unknown> {
  const world = await openWorld();
  try {
    const came = await steps(world);
    const { ledger } = world.deps;
    const reader = audienceOf([]);
    const batches = ledger.batches.list(reader).map(({ outcome: { byCompartment } }) => byCompartment);
    const papers = ledger.approvals.list(reader).map(({ batch: _batch, ...paper }) => paper);
    return { came, version: ledger.batches.dataVersion(reader), batches, papers };
  } finally {
    await world.close();
  }
}

/** Imports a bundle whose last lines may be hidden ones. */
const bundle = (general: Files, hidden: Files, isThere: boolean) => (world: World) =>
  world
    .import(
      Object.fromEntries(
        Object.keys({ ...general, ...hidden }).map((name) => [
          name,
          `${general[name] ?? ''}${isThere ? (hidden[name] ?? '') : ''}`,
        ]),
      ),
    )
    .then(() => undefined);

const paperHead = lawful['approvals.csv'].split('\n')[0]!;
const paper = (id: string, number: string, compartment: string) =>
  `${id},${number},县局,county,K1,calls;bank;copresence,P1;P2,2024-01-01,2024-12-31,2024-03-01,2024-06-30,2024-04-01,2030-12-31,${compartment}\n`;

describe('what hidden rows do to general ones', () => {
  const same = async (steps: (isThere: boolean) => (world: World) => Promise<unknown>) =>
    expect(await told(steps(true))).toEqual(await told(steps(false)));

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
          'cases.csv': `id,kind,opened,compartment\n${isThere ? `K1,criminal,2020-01-01,${sealed}\n` : ''}K1,criminal,2024-03-01,\n`,
          'case_parties.csv': 'case_id,person_id,role\nK1,P1,suspect\n',
        },
        {},
        isThere,
      ),
    ));

  test.fails('the tombstone of a general approval counts the sealed rows that rested on it', () =>
    same((isThere) => async (world) => {
      const calls = 'from_id,to_id,at,seconds,approval_id,compartment\nP1,P3,2024-02-01T10:00:00,5,A1,\n';
      const hidden = `P1,P3,2024-02-02T10:00:00,5,A1,${sealed}\n`;
      await bundle({ ...lawful, 'calls.csv': calls }, { 'calls.csv': hidden }, isThere)(world);
      world.deps.ledger.approvals.end('A1', '2026-01-15', '已查清');
      await expireApprovals(world.deps, { account: null });
    }));

  test.fails('a paper cannot have the id or the number of a sealed one', () =>
    same((isThere) => async (world) => {
      await world.import(lawful);
      if (isThere) await world.import({ 'approvals.csv': `${paperHead},compartment\n${paper('S1', '密1号', sealed)}` });
      const own = `${paperHead},compartment\n${paper('S1', '2号', '')}${paper('B1', '密1号', '')}`;
      const report = await world.import({ 'approvals.csv': own }, { allowedCompartments: ['general'] });
      return report.rejected;
    }));

  test.fails('a call is privileged because a sealed row names counsel', () =>
    same((isThere) =>
      bundle(
        {
          ...lawful,
          'case_parties.csv': 'case_id,person_id,role,compartment\nK1,P1,suspect,\n',
          'calls.csv': 'from_id,to_id,at,seconds,approval_id\nP1,P3,2024-02-01T10:00:00,5,A1\n',
        },
        { 'case_parties.csv': `K1,P3,counsel,${sealed}\n` },
        isThere,
      ),
    ));

  test.fails('a general tie to somebody who is known in secret alone is counted, though nobody else sees it', () =>
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
});
