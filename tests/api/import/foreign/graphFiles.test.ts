import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ForeignFormat } from '../../../../api/import/foreign/formats.ts';
import { openWorld, type World } from '../world.ts';

describe('graph files in', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());
  const read = (format: ForeignFormat, files: Readonly<Record<string, string | Uint8Array>>) =>
    world.import(files, { format });
  const gexf = (inside: string, before = '') =>
    `<?xml version="1.0" encoding="UTF-8"?>${before}<gexf version="1.3"><graph>${inside}</graph></gexf>`;
  const whys = ({ rejects }: Awaited<ReturnType<typeof read>>) => rejects.map(({ why }) => why);

  it('a node whose type is ours is of that type, in either language; its attributes are its properties', async () => {
    const report = await read('gexf', {
      'a.gexf': gexf(
        '<attributes class="node"><attribute id="0" title="type"/><attribute id="1" title="性别"/><attribute id="2" title="birth_date"/><attribute id="3" title="shoe size"/></attributes>' +
          '<nodes><node id="1" label="岳川"><attvalues><attvalue for="0" value="人员"/><attvalue for="1" value="男"/><attvalue for="2" value="1975年3月"/><attvalue for="3" value="43"/></attvalues></node>' +
          '<node id="2" label="河湾砂石"><attvalues><attvalue for="0" value="Company"/></attvalues></node></nodes>' +
          '<edges><edge id="e" source="1" target="2" label="股东"/><edge source="1" target="2" label="常去"/></edges>',
      ),
    });
    expect([report.entities, report.ties, report.rejected]).toEqual([2, 2, 0]);
    expect((await world.said({ types: ['Person'] }))[0]?.properties).toEqual({
      name: ['岳川'],
      gender: ['male'],
      birthDate: ['1975-03'],
      notes: ['shoe size: 43'],
    });
    const [owner] = await world.said({ kinds: ['owner'] });
    const [other] = await world.said({ kinds: ['other'] });
    expect([owner?.kind, owner?.key]).toEqual(['Ownership', 'e']);
    expect([other?.kind, other?.ends?.role, other?.grade]).toEqual([
      'UnknownLink',
      '常去',
      { reliability: 'F', credibility: 6 },
    ]);
  });

  it('an edge without a kind is of the lowest grade, whatever its source', async () => {
    await world.import({ 'sources.csv': 'id,name,grade\ns,档案,A1\n' });
    await world.import({ 'e.csv': 'source,target,kind\na,b,\na,c,kin\n' }, { format: 'edges', source: 's' });
    const grade = async (kind: 'other' | 'kin') => (await world.said({ kinds: [kind] }))[0]?.grade;
    expect(await grade('other')).toEqual({ reliability: 'F', credibility: 6 });
    expect(await grade('kin')).toEqual({ reliability: 'A', credibility: 1 });
    expect((await world.said({ types: ['LegalEntity'] })).map(({ key }) => key).sort()).toEqual(['a', 'b', 'c']);
  });

  it('no graph file brings calls, payments, accounts or who was where', async () => {
    const report = await read('neo4j-csv', {
      'nodes.csv': ':ID,name,involved,:LABEL\n1,岳川,,Person\n2,6222,,BankAccount\n3,饭局,1,Event\n',
      'ties.csv':
        ':START_ID,:END_ID,:TYPE\n1,2,Ownership\n1,1,payments\n1,1,通话\n1,1,copresence\n1,1,TRANSFERRED_TO\n',
    });
    expect(whys(report)).toEqual(['holding', 'presence', 'holding', ...Array(4).fill('no_approval')]);
    expect([report.entities, report.ties]).toEqual([2, 0]);
  });

  it('a column of ethnicity or religion refuses its file', async () => {
    const report = await read('neo4j-csv', { 'n.csv': ':ID,name,民族\n1,岳川,x\n', 'm.csv': ':ID,name\n2,岳峰\n' });
    expect(report.rejects.map(({ file, line, field, why }) => [file, line, field, why])).toEqual([
      ['n.csv', 1, '民族', 'refused_column'],
    ]);
    expect(report.entities).toBe(1);
    for (const [format, text] of [
      ['gexf', gexf('<attributes class="node"><attribute id="0" title="Religion"/></attributes>')],
      ['graphml', '<graphml><key id="k" for="node" attr.name="ethnicity"/><graph/></graphml>'],
    ] as const)
      expect(whys(await read(format, { [`x.${format}`]: text }))).toEqual(['refused_column']);
  });

  it('hostile XML is refused by name and whole', async () => {
    const expansion = `<!DOCTYPE g [<!ENTITY a "${'x'.repeat(1000)}">]>`;
    const cases: readonly [name: string, text: string | Uint8Array, why: string][] = [
      ['doctype', gexf('<nodes/>', expansion), 'doctype'],
      ['remarks', gexf('<nodes/>', `<!--${'x'.repeat(600_000)}-->`), 'not_well_formed'],
      ['deep', gexf('<nodes>'.repeat(100_000)), 'too_deep'],
      ['entity', gexf('<nodes><node id="&what;"/></nodes>'), 'not_well_formed'],
      ['attribute', gexf(`<nodes><node id="${'x'.repeat(9_000_000)}"/></nodes>`), 'line_too_long'],
      ['text', gexf(`<meta>${'x'.repeat(9_000_000)}</meta>`), 'line_too_long'],
      ['twice', gexf('<nodes><node id="a" id="b"/></nodes>'), 'not_well_formed'],
      ['other', '<html><body/></html>', 'no_graph'],
      ['encoding', '<?xml version="1.0" encoding="nonsense"?><gexf><graph/></gexf>', 'unknown_encoding'],
      ['bytes', Uint8Array.of(0, 1, 2, 250, 255), 'not_utf8'],
      ['empty', '', 'not_well_formed'],
      ['text only', '河湾', 'not_well_formed'],
    ];
    for (const [name, text, why] of cases) {
      const report = await read('gexf', { 'x.gexf': text });
      expect([name, whys(report), report.entities]).toEqual([name, [why], 0]);
    }
  }, 60_000);

  it('tables that are none: each by name', async () => {
    for (const [text, why] of [
      ['', 'empty_file'],
      ['name,age\n岳川,40\n', 'missing_header'],
      [`:ID,${'x,'.repeat(2_000)}y\n`, 'missing_header'],
      [':ID,name\n"1,岳川\n', 'unclosed_quote'],
    ] as const)
      expect(whys(await read('neo4j-csv', { 'x.csv': text }))).toEqual([why]);
    expect(whys(await read('edges', { 'x.csv': '' }))).toEqual(['empty_file']);
    expect(whys(await read('edges', { 'x.txt': 'a b\nc\n' }))).toEqual(['missing']);
  });
});
