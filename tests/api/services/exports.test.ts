import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvText } from '../../../api/services/exports/csv.ts';
import { ftmLines } from '../../../api/services/exports/ftm.ts';
import { escapeXml } from '../../../api/services/exports/gexf.ts';
import { whole } from '../../../model/errors.ts';

describe('CSV out', () => {
  it('makes text of what a spreadsheet would run, also after blanks and line breaks and in full width', () => {
    for (const cell of ['=1+1', '+86', '-2', '@SUM', '\t=1', ' =1', '\n=1', '＝1', '　＠x'])
      expect(csvCell(cell).replace(/^"/, '')).toMatch(/^'/);
    expect(csvCell(-2)).toBe('-2');
    expect(csvCell('河湾')).toBe('河湾');
  });
  it('quotes by RFC 4180', () => {
    expect(csvText(['a', 'b'], [['x"y', 'p,q']])).toBe('a,b\r\n"x""y","p,q"\r\n');
  });
});

describe('GEXF out', () => {
  it('holds only what XML 1.0 may hold, with nothing left to break out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect([...escaped].filter((letter) => letter < ' ' && !'\t\n\r'.includes(letter))).toEqual([]);
      }),
    );
    expect(escapeXml('a<b>&"\'\u0001')).toBe('a&lt;b&gt;&amp;&quot;&apos;');
  });
});

describe('FollowTheMoney out', () => {
  const view = (id: string, type: 'Person' | 'Decision', name: string) => ({
    id,
    key: id,
    type,
    caption: name,
    members: [id],
    roles: [],
    properties: { name: [{ value: name, assertions: ['a_1'] }], hometown: [{ value: '河湾', assertions: ['a_1'] }] },
  });
  it('writes its own types and properties only, and says what it left out', () => {
    const tie = {
      id: 't_1',
      ends: { kind: 'kin' as const, from: 'e_1', to: 'e_2', role: '' },
      from: 'e_1',
      to: 'e_2',
      type: 'Family' as const,
      properties: { certainty: [{ value: 'confirmed', assertions: ['a_2'] }] },
      assertions: ['a_2'],
      first: '2020',
      last: null,
      certainty: 'confirmed' as const,
    };
    const { text, leftOut } = ftmLines({
      entities: [view('e_1', 'Person', '岳川'), view('e_2', 'Person', '岳峰'), view('e_3', 'Decision', '决定')],
      ties: [tie],
      folds: [],
      said: [],
      cut: whole(),
    });
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: 'e-1', schema: 'Person', properties: { name: ['岳川'] } },
      { id: 'e-2', schema: 'Person', properties: { name: ['岳峰'] } },
      { id: 't-1', schema: 'Family', properties: { person: ['e-1'], relative: ['e-2'], startDate: ['2020'] } },
    ]);
    expect(leftOut).toEqual({ Decision: 1 });
  });
});
