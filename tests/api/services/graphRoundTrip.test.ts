import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Files, throughStore } from './roundTrip.ts';

const bundle: Files = {
  'people.csv':
    'id,name,other_names,gender,birth_date,phones\na,岳川,岳大川;川哥,男,1975-03,13800138000\nb,岳峰,=HYPERLINK(1),,,\n',
  'organisations.csv': 'id,name,kind,uscc,founded\nu,河湾县公安局,public_body,,\nc,"河湾<&""砂石",company,,2011\n',
  'ties.csv':
    'from_id,to_id,kind,role,share,from,to\na,b,kin,兄弟,,,\na,b,classmate,,,1990,1993\na,c,owner,,60,2011,\n',
  'posts.csv': 'person_id,organisation_id,title,department,rank,from,to\nb,u,副局长,police,5,2015-03,2021\n',
};
const twoTerms: Files = {
  ...bundle,
  'ties.csv': `${bundle['ties.csv']}a,c,director,董事长,,2011,2014\na,c,director,董事长,,2018,\n`,
};

describe('graph files out and in again', () => {
  for (const [format, name] of [
    ['gexf', 'powang.gexf'],
    ['graphml', 'powang.graphml'],
  ] as const)
    it(`${format}: the second store draws the same graph, byte for byte`, async () => {
      const first = (await throughStore(bundle, {}, format)).files[name];
      const second = await throughStore({ [name]: String(first) }, { format }, format);
      expect(second.report.rejects).toEqual([]);
      expect([second.report.entities, second.report.ties]).toEqual([4, 4]);
      expect(second.files[name]).toBe(first);
    });

  it('neo4j tables carry every property and every term: nothing is lost', async () => {
    const first = (await throughStore(twoTerms, {}, 'neo4j-csv')).files;
    const tables = { 'nodes.csv': String(first['nodes.csv']), 'ties.csv': String(first['ties.csv']) };
    const second = await throughStore(tables, { format: 'neo4j-csv' }, 'neo4j-csv');
    expect(second.report.rejects).toEqual([]);
    expect(second.files['nodes.csv']).toBe(first['nodes.csv']);
    expect(second.files['ties.csv']).toBe(first['ties.csv']);
    expect(tables['nodes.csv']).toContain("'=HYPERLINK");
    // What the files carry is all of it: the tables of the second store say the same of each entity and tie.
    const rows = async (files: Files, format?: 'neo4j-csv') => {
      const { files: out } = await throughStore(files, format === undefined ? {} : { format }, 'csv');
      return String(out['entities.csv']);
    };
    expect(await rows(tables, 'neo4j-csv')).toBe(await rows(twoTerms));
  });
});

describe('XLSX out', () => {
  it('is plain tables with the notice first: no formula, no macro, no outside link', async () => {
    const { files } = await throughStore(bundle, {}, 'xlsx');
    const parts = unzipSync(files['powang.xlsx'] as Uint8Array); // this format is bytes
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      ...[1, 2, 3, 4].map((at) => `xl/worksheets/sheet${at}.xml`),
    ]);
    const sheets = Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    expect(sheets.filter(([, text]) => /<f[ >]|TargetMode="External"|macro/i.test(text))).toEqual([]);
    const entities = strFromU8(parts['xl/worksheets/sheet2.xml']!);
    expect(entities).toContain('河湾&lt;&amp;&quot;砂石');
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain('不是证据');
    const again = (await throughStore(bundle, {}, 'xlsx')).files['powang.xlsx'];
    expect(Buffer.from(again as Uint8Array).length).toBe((files['powang.xlsx'] as Uint8Array).length);
  });
});
