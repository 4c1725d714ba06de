import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { throughStore } from './roundTrip.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const name = 'powang.ftm.json';
const out = async (text: string) => {
  const { files, report } = await throughStore({ 'in.ijson': text }, { format: 'ftm' }, 'ftm');
  return { text: String(files[name]), report };
};

const bundle = {
  'people.csv':
    'id,name,other_names,gender,birth_date,id_number,phones\na,岳川,岳大川;川哥,男,1975-03,,13800138000\nb,岳峰,,,,,\n',
  'organisations.csv': 'id,name,kind,uscc,founded\nu,河湾县公安局,public_body,,\nc,河湾砂石,company,,2011\n',
  'ties.csv':
    'from_id,to_id,kind,role,share,from,to\na,b,kin,兄弟,,,\na,b,classmate,,,1990,1993\na,c,owner,,60,2011,\n' +
    'a,c,director,董事长,,2011,2014\na,c,director,董事长,,2018,\n',
  'posts.csv': 'person_id,organisation_id,title,department,from,to\nb,u,副局长,police,2015-03,2021\n',
};
const mixed = [
  { id: 'p', schema: 'Person', properties: { name: ['测一', '测壹'], nationality: ['cn'], weakAlias: ['老测'] } },
  { id: 'q', schema: 'Person', properties: { name: ['测二'], addressEntity: ['ad'] } },
  { id: 'l', schema: 'LegalEntity', properties: { name: ['某方'], jurisdiction: ['cn'] } },
  { id: 'ad', schema: 'Address', properties: { full: ['虚构路1号'], country: ['cn'] } },
  { id: 'po', schema: 'Position', properties: { name: ['副县长'] } },
  {
    id: '1',
    schema: 'Occupancy',
    properties: { holder: ['p'], post: ['po'], startDate: ['2015'], endDate: ['2018-02'] },
  },
  { id: '2', schema: 'Family', properties: { person: ['p'], relative: ['q'], relationship: ['表兄弟'] } },
  {
    id: '3',
    schema: 'UnknownLink',
    properties: { subject: ['p'], object: ['l'], role: ['未明'], date: ['2020', '2021'] },
  },
  { id: '4', schema: 'Membership', properties: { member: ['q'], organization: ['l'], startDate: ['2001', '2003'] } },
];

describe('FollowTheMoney out and in again', () => {
  it('a bundle: the second store gives the same lines, byte for byte', async () => {
    const first = String((await throughStore(bundle, {}, 'ftm')).files[name]);
    const second = await out(first);
    expect([second.report.rejected, second.report.entities, second.report.ties]).toEqual([0, 4, 5]);
    expect(second.text).toBe(first);
    expect(digest(second.text)).toBe(digest(first));
    // Two terms of one post are two lines, so that nothing is said of the years between.
    expect(first.split('\n').filter((line) => line.includes('"Directorship"'))).toHaveLength(2);
  });

  it('another tool’s lines: what the model holds comes out as it went in, and stays so', async () => {
    const given = mixed.map((one) => JSON.stringify(one)).join('\n');
    const first = await out(given);
    expect(first.report.rejected).toBe(0);
    const lines = first.text.trim().split('\n');
    expect(lines).toHaveLength(mixed.length);
    const kept = (text: string) => [...text.matchAll(/"([^"]*[\u4e00-\u9fff\d][^"]*)"/g)].map((match) => match[1]);
    const known = new Set(lines.flatMap(kept));
    for (const { properties } of mixed)
      for (const value of Object.values(properties).flat())
        if (!mixed.some(({ id }) => id === value) && value !== 'cn') expect(known).toContain(value);
    expect(digest((await out(first.text)).text)).toBe(digest(first.text));
  });
});

const python = spawnSync('python3', ['-c', 'import followthemoney'], { encoding: 'utf8' });
const missing = python.status === 0 ? '' : ' — SKIPPED: python3 has no followthemoney (pip install followthemoney)';
const check = `
import sys, json
from followthemoney import model
bad = []
for number, line in enumerate(sys.stdin, 1):
    data = json.loads(line)
    proxy = model.get_proxy(data)
    try:
        proxy.schema.validate(data)
    except Exception as error:
        bad.append([number, data["schema"], getattr(error, "errors", str(error))])
    lost = [name for name in data["properties"] if name not in proxy.schema.properties]
    if lost: bad.append([number, data["schema"], lost])
print(json.dumps(bad, ensure_ascii=False))
`;
if (missing !== '') process.stderr.write(`FollowTheMoney library${missing}\n`);

describe.skipIf(missing !== '')(`its own library reads what goes out${missing}`, () => {
  const verdict = (text: string): unknown =>
    JSON.parse(spawnSync('python3', ['-c', check], { input: text, encoding: 'utf8' }).stdout);

  it('a bundle, and another tool’s lines', async () => {
    expect(verdict(String((await throughStore(bundle, {}, 'ftm')).files[name]))).toEqual([]);
    expect(verdict((await out(mixed.map((one) => JSON.stringify(one)).join('\n'))).text)).toEqual([]);
  });

  const all = fileURLToPath(new URL('../../../../shared/data/03-ftm/all-types.ijson', import.meta.url));
  it.skipIf(!existsSync(all))('one of each type (skipped where ../shared/data is absent)', async () => {
    expect(verdict((await out(readFileSync(all, 'utf8'))).text)).toEqual([]);
  });
});
