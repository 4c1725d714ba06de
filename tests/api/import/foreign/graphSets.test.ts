import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ForeignFormat } from '../../../../api/import/foreign/formats.ts';
import { runImport } from '../../../../api/import/run.ts';
import { openWorld, plainOptions, type World } from '../world.ts';
import { expectedOf, shared, sharedIsThere } from './shared.ts';

describe.skipIf(!sharedIsThere)('public graph files (skipped where ../shared/data is absent)', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());
  const read = (format: ForeignFormat, ...paths: readonly string[]) =>
    runImport(world.deps, {
      ...plainOptions,
      format,
      namespace: paths[0] ?? '',
      paths: paths.map((path) => shared + path),
    });
  const whys = ({ rejects }: Awaited<ReturnType<typeof read>>) =>
    rejects.map(({ line, field, why }) => [line, field, why]);
  const listed = (folder: string) => (sharedIsThere ? readdirSync(shared + folder).sort() : []);

  for (const format of ['gexf', 'graphml'] as const)
    it(`${format}: every node, every edge with two declared ends, of files other programs wrote`, async () => {
      const folder = `04-graph-files/graphology/${format}`;
      for (const name of listed(folder)) {
        const expected = expectedOf[`${folder}/${name}`]!;
        const report = await read(format, `${folder}/${name}`);
        const dangling = expected.dangling ?? 0;
        expect([name, report.entities, report.rejected], name).toEqual([name, expected.nodes, dangling]);
        expect(
          report.rejects.every(({ why }) => why === 'unknown_reference'),
          name,
        ).toBe(true);
        expect(report.files[0]?.rows, name).toBe(expected.nodes + expected.edges);
        expect(report.files[0]?.accepted, name).toBe(expected.nodes + expected.edges - dangling);
      }
    }, 60_000);

  it('gexf with time slices: spells of a simulation are no dates', async () => {
    for (const name of ['dynamicTest.gexf', 'dynamicTest2.gexf', 'dynamicTest3.gexf']) {
      const expected = expectedOf[`04-graph-files/networkit/${name}`]!;
      const report = await read('gexf', `04-graph-files/networkit/${name}`);
      expect([name, report.entities, report.files[0]?.accepted]).toEqual([
        name,
        expected.nodes,
        expected.nodes + expected.edges,
      ]);
    }
  });

  it('files made to break a reader: named faults, the rest in', async () => {
    const folder = '04-graph-files/made-here/';
    const faults: Record<string, unknown> = {
      'duplicate-node-ids.gexf': [
        [2, 'id', 'differs'],
        [2, 'target', 'unknown_reference'],
      ],
      'edge-without-target.gexf': [[2, 'target', 'missing']],
      'entity-expansion.graphml': [[2, null, 'doctype']],
      'external-entity.graphml': [[2, null, 'doctype']],
      'gb18030-undeclared.gexf': [[null, null, 'not_utf8']],
      'hyperedge-nested-port.graphml': [[2, null, 'hyperedge']],
      'no-graph.gexf': [[null, null, 'no_graph']],
      'truncated.gexf': [[2, null, 'not_well_formed']],
    };
    for (const name of listed(folder)) {
      const expected = expectedOf[`${folder}${name}`]!;
      const report = await read(name.endsWith('.gexf') ? 'gexf' : 'graphml', folder + name);
      expect(whys(report), name).toEqual(faults[name] ?? []);
      if (expected.nodes !== undefined && expected.well_formed)
        expect([name, report.entities]).toEqual([name, expected.nodes]);
      if (faults[name] === undefined)
        expect(report.files[0]?.rows ?? 0, name).toBe(
          expected.nodes + expected.edges + expected.duplicate_node_ids || 0,
        );
    }
    expect((await read('gexf', `${folder}bad-weight.gexf`)).noteCounts.bad_value).toBe(3);
  });

  it('edge lists: tabs, blanks, remarks, weights, no last line end', async () => {
    for (const name of listed('04-graph-files/networkit').filter((one) => one.endsWith('.edgelist'))) {
      const expected = expectedOf[`04-graph-files/networkit/${name}`]!;
      const report = await read('edges', `04-graph-files/networkit/${name}`);
      expect([name, report.entities, report.files[0]?.accepted, report.rejected]).toEqual([
        name,
        expected.nodes,
        expected.edges,
        0,
      ]);
    }
  });

  it('neo4j tables: one number in two id spaces, cells of two lines, several labels', async () => {
    const folder = '07-neo4j-csv/admin-import';
    const expected = expectedOf[folder]!;
    const report = await read('neo4j-csv', folder);
    expect([report.entities, report.ties, report.rejected]).toEqual([expected.nodes, expected.edges, 0]);
    const apoc = await read('neo4j-csv', '07-neo4j-csv/apoc-single-file/london-gang.csv');
    const { nodes, edges } = expectedOf['07-neo4j-csv/apoc-single-file/london-gang.csv']!;
    expect([apoc.entities, apoc.ties, apoc.rejected]).toEqual([nodes, edges, 0]);
  });

  it('neo4j tables with faults: each by file, line and field', async () => {
    const report = await read('neo4j-csv', '07-neo4j-csv/broken');
    expect(report.rejects.map(({ file, line, field, why }) => [file, line, field, why])).toEqual([
      ['knows.csv', 2, ':END_ID', 'unknown_reference'],
      ['knows.csv', 3, ':END_ID', 'unknown_reference'],
      ['knows.csv', 4, ':START_ID', 'missing'],
      ['knows.csv', 5, 'since', 'bad_value'],
      ['knows.csv', 6, ':START_ID', 'unknown_reference'],
      ['persons.csv', 3, 'age', 'bad_value'],
      ['persons.csv', 5, 'id', 'missing'],
    ]);
    expect([report.entities, report.ties]).toEqual([2, 1]);
    expect(report.notes.map(({ file, line, why }) => [file, line, why])).toEqual(
      expect.arrayContaining([
        ['knows.csv', 7, 'self_tie'],
        ['persons.csv', 4, 'repeated'],
        ['persons.csv', 6, 'untyped'],
      ]),
    );
  });

  it('a register of companies and their officers: ids kept as text, one id in two spaces is two', async () => {
    const executives = ['executive', 'stock', 'executive_stock'].map((name) => `06-cn-listed/${name}.csv`);
    const some = expectedOf['06-cn-listed/executives+posts']!;
    const report = await read('neo4j-csv', ...executives);
    expect([report.entities, report.ties, report.rejected]).toEqual([some.nodes, some.edges, 0]);
    const all = expectedOf['06-cn-listed/all']!;
    const whole = await read('neo4j-csv', '06-cn-listed');
    expect([whole.entities, whole.ties, whole.rejected]).toEqual([all.nodes, all.edges, 0]);
  }, 120_000);
});
