import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '../../../viz/i18n/messages.ts';
import { wordsIn } from '../../../viz/i18n/translate.ts';

const all = Object.entries(messages);
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesUnder(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
const sources = sourcesUnder('viz').map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('messages', () => {
  it('exist in both languages, each in its own script', () => {
    for (const [key, { zh, en }] of all) {
      expect(zh.trim(), key).not.toBe('');
      expect(en.trim(), key).not.toBe('');
      if (!['frame.product', 'common.onDate'].includes(key)) expect(/\p{Script=Han}/u.test(en), key).toBe(false);
    }
  });

  it('have the same places for values', () => {
    for (const [key, { zh, en }] of all) expect(places(zh), key).toEqual(places(en));
  });

  it('are all used', () => {
    const code = sources
      .filter(({ path }) => !path.includes('messages'))
      .map(({ text }) => text)
      .join('\n');
    const madeUp = /^(problem\.|legend\.duty\.|settings\.theme\.)/;
    expect(all.map(([key]) => key).filter((key) => !madeUp.test(key) && !code.includes(`'${key}'`))).toEqual([]);
  });

  it('never conclude: no word that says somebody did it, no score of a person, no percentage', () => {
    const banned = /umbrella|guilty|culprit|criminal\b|risk score|保护伞|有罪|犯罪分子|罪犯|风险分|%|％/iu;
    for (const [key, { zh, en }] of all) expect(banned.test(`${zh} ${en}`), key).toBe(false);
    for (const { path, text } of sources) expect(/guilty|culprit|有罪|犯罪分子/iu.test(text), path).toBe(false);
  });

  it('components hold no text of their own', () => {
    const own = sources.filter(
      ({ path, text }) => path.endsWith('.tsx') && />[^<>{}]*\p{Script=Han}[^<>{}]*</u.test(text),
    );
    expect(own.map(({ path }) => path)).toEqual([]);
  });
});

describe('words of one language', () => {
  const [zh, en] = [wordsIn('zh'), wordsIn('en')];
  it('fill values, name kinds, types and enumerated values', () => {
    expect(en.t('board.selected', { n: 3 })).toBe('3 selected');
    expect([zh.kind('calls'), en.kind('calls')]).toEqual(['通话', 'Calls']);
    expect([zh.type('Gang'), en.type('Gang')]).toEqual(['涉黑涉恶团伙', 'Gang']);
    expect(en.value('level', 'watch')).toBe('Watch');
  });

  it('show what the vocabulary does not know as it came', () => {
    expect(zh.kind('something_new')).toBe('something_new');
  });

  it('say open and unknown times', () => {
    expect(en.period('2019', null)).toBe('since 2019');
    expect(en.period(null, '2020')).toBe('until 2020');
    expect(en.period('2019', '2020')).toBe('2019 – 2020');
    expect(en.period(null, null)).toBe('date unknown');
  });
});
