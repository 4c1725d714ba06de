import { type Command, numberOption, textOption, WrongUsage } from './command.ts';

import { required } from './required.ts';

/** The generator stands on a higher floor (seed → api), so the entry hands it down. */
export type Generate = (options: {
  out: string;
  seed: number;
  people?: number;
  umbrellas?: number;
  confounding?: number;
  mechanisms?: 'a' | 'b';
}) => Promise<{ bundle: string; truth: string; rows: Record<string, number> }>;

export const generateCommand = (generate: Generate): Command => ({
  name: 'generate',
  summary: { zh: '生成演示县（虚构数据）', en: 'generate a demonstration county (all made up)' },
  usage: 'county --out DIR [--seed N] [--people N] [--umbrellas N] [--confounding X] [--mechanisms a|b]',
  options: {
    out: { type: 'string' },
    seed: { type: 'string' },
    people: { type: 'string' },
    umbrellas: { type: 'string' },
    confounding: { type: 'string' },
    mechanisms: { type: 'string' },
  },
  async run(given) {
    if (given.positionals[0] !== 'county') throw new WrongUsage('powang generate county --out DIR');
    const mechanisms = textOption(given, 'mechanisms');
    if (mechanisms !== undefined && mechanisms !== 'a' && mechanisms !== 'b')
      throw new WrongUsage('--mechanisms: a or b');
    const people = numberOption(given, 'people', { least: 1_000, most: 500_000 });
    const umbrellas = numberOption(given, 'umbrellas', { least: 0, most: 100 });
    const confounding = numberOption(given, 'confounding', { least: 0, most: 1, integer: false });
    const made = await generate({
      out: required(textOption(given, 'out'), 'out'),
      seed: numberOption(given, 'seed', { least: 0, most: 2 ** 31 }) ?? 7,
      ...(people === undefined ? {} : { people }),
      ...(umbrellas === undefined ? {} : { umbrellas }),
      ...(confounding === undefined ? {} : { confounding }),
      ...(mechanisms === undefined ? {} : { mechanisms }),
    });
    given.print(`${JSON.stringify(made, null, 2)}\n`);
    return 0;
  },
});
