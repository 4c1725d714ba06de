import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, type Given, WrongUsage } from '../../../api/commands/command.ts';
import { createCommands } from '../../../api/commands/commands.ts';
import { PowangError } from '../../../model/errors.ts';
import { createNormalise, differenceOf } from './normalise.ts';
import { now, type Place, timeZone } from './place.ts';

/** Every command there is; what stands a floor higher is not reached by a comparison. */
export const commands: readonly Command[] = createCommands({
  generate: () => Promise.reject(new Error('not of a store')),
  generatePack: () => Promise.reject(new Error('not of a store')),
  serve: () => Promise.reject(new Error('compared route by route')),
});

/** Runs commands on two data folders in this process, as the entry would, and says where what they print parts. `{out}` in an
 * argument is a path of the side's own; what is written there is compared too. */
export function createCommanding(places: readonly [Place, Place]) {
  const normalisers = places.map(() => createNormalise());
  const findings: string[] = [];
  const exits = new Map<string, Set<number>>();
  let total = 0;

  return {
    findings,
    exits: exits as ReadonlyMap<string, ReadonlySet<number>>,
    total: () => total,
    /** What a command prints on the first side. */
    print: (name: string, args: readonly string[]) => outcomeOf(name, args, places[0]),
    async run(name: string, args: readonly string[], of: (text: string) => string = (text) => text): Promise<void> {
      const sides = await Promise.all(
        places.map(async (place, number) => {
          const { exit, text } = await outcomeOf(name, args, place);
          return normalisers[number]!({ status: exit, headers: {}, body: Buffer.from(of(text)) });
        }),
      );
      total += 1;
      exits.set(name, (exits.get(name) ?? new Set()).add(sides[0]!.status));
      const difference = differenceOf(sides[0]!, sides[1]!);
      if (difference !== null) findings.push(`powang ${name} ${args.join(' ')}\n${difference}`);
    },
  };
}

async function outcomeOf(name: string, args: readonly string[], place: Place): Promise<{ exit: number; text: string }> {
  const command = commands.find((one) => one.name === name)!; // named by the table of commands
  const folder = mkdtempSync(join(tmpdir(), 'powang-command-'));
  const out = join(folder, 'out');
  const said: string[] = [];
  try {
    const given = givenOf(
      command,
      [...args.map((arg) => arg.replaceAll('{out}', out)), '--data', place.installation.dataFolder],
      said,
    );
    const exit = await command.run(given).catch((error: unknown) => refusal(error, said));
    said.push(...writtenIn(folder));
    return { exit, text: said.join('').replaceAll(out, '{out}') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function givenOf({ options }: Command, args: string[], said: string[]): Given {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  return {
    values,
    positionals,
    print: (text) => said.push(text),
    tell: (text) => said.push(`! ${text}\n`),
    progress: (phase, done, total) => said.push(`. ${phase} ${done} ${total}\n`),
    signal: new AbortController().signal,
    environment: {
      data: '',
      account: 'shell',
      now: () => now,
      timeZone,
      host: '127.0.0.1',
      port: 3_000,
      logLevel: 'silent',
    },
  };
}

/** What the entry would say of it. */
function refusal(error: unknown, said: string[]): number {
  if (error instanceof WrongUsage) {
    said.push(`usage: ${error.message}`);
    return 2;
  }
  if (!(error instanceof PowangError)) throw error;
  said.push(`${error.code}: ${error.message}`);
  return 1;
}

function writtenIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => `== ${name}\n${readFileSync(join(folder, name), 'utf8')}\n`);
}
