import { type Command, numberOption, textOption, WrongUsage } from './command.ts';

import { required } from './required.ts';

/** The generator stands on a higher floor (seed → api), so the entry hands it down. */
interface Wanted {
  out: string;
  seed: number;
  people?: number;
  umbrellas?: number;
  confounding?: number;
  mechanisms?: 'a' | 'b';
}
export type Generate = (options: Wanted) => Promise<{ bundle: string; truth: string; rows: Record<string, number> }>;
export type GeneratePack = (options: Wanted) => Promise<{ bundle: string; returned: string; approval: string }>;

/** `county`: a bundle and its truth. `agency-pack`: one approval's records as agencies return them, and the county they belong to. */
export const generateCommand = (generate: Generate, generatePack: GeneratePack): Command => ({
  name: 'generate',
  summary: { zh: '生成演示县（虚构数据）', en: 'generate a demonstration county (all made up)' },
  usage: 'county|agency-pack --out DIR [--seed N] [--people N] [--umbrellas N] [--confounding X] [--mechanisms a|b]',
  options: {
    out: { type: 'string' },
    seed: { type: 'string' },
    people: { type: 'string' },
    umbrellas: { type: 'string' },
    confounding: { type: 'string' },
    mechanisms: { type: 'string' },
  },
  async run(given) {
    const [what] = given.positionals;
    if (what !== 'county' && what !== 'agency-pack')
      throw new WrongUsage('powang generate county|agency-pack --out DIR');
    const mechanisms = textOption(given, 'mechanisms');
    if (mechanisms !== undefined && mechanisms !== 'a' && mechanisms !== 'b')
      throw new WrongUsage('--mechanisms: a or b');
    const people = numberOption(given, 'people', { least: 1_000, most: 500_000 });
    const umbrellas = numberOption(given, 'umbrellas', { least: 0, most: 100 });
    const confounding = numberOption(given, 'confounding', { least: 0, most: 1, integer: false });
    const made = await (what === 'county' ? generate : generatePack)({
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
