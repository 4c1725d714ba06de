#!/usr/bin/env node
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { PowangError } from '../model/errors.ts';
import { type Command, type Environment, type ExitCode, type Given, WrongUsage } from './commands/command.ts';
import { createCommands } from './commands/commands.ts';
import { terminalProgress } from './commands/progress.ts';
import { readEnvironment } from './environment.ts';

/** The `powang` command: an entry, so it reads the environment (and nothing below it does). Results to standard output,
 * messages to standard error; exit 0 done, 1 failed, 2 wrong usage, 3 done in part. */
const chinese = /^zh/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '');
const language = chinese ? 'zh' : 'en';

const { dataFolder, ...settings } = readEnvironment(process.env);
const environment: Environment = {
  ...settings,
  data: dataFolder,
  account: userInfo().username,
  now: () => new Date(),
};
// The generator and the server are loaded by the commands that need them alone: half of what a command costs to start.
const commands = createCommands({
  generate: async (...given) => (await import('../seed/index.ts')).generateFiles(...given),
  generatePack: async (...given) => (await import('../seed/index.ts')).generatePack(...given),
  serve: async ({ settings, demonstration, given }) => {
    const [{ serve }, { demonstrate }] = await Promise.all([import('./serve.ts'), import('../seed/demonstrate.ts')]);
    return serve({
      settings,
      demonstrate: demonstration ? demonstrate : null,
      print: given.print,
      tell: given.tell,
      signal: given.signal,
    });
  },
});

async function main(): Promise<ExitCode> {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(overview());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    process.stderr.write(`powang: ${chinese ? '没有这个命令' : 'no such command'}: ${name}\n${overview()}`);
    return 2;
  }
  if (rest.includes('--help')) {
    process.stdout.write(help(command));
    return 0;
  }
  return command.run(given(command, rest));
}

function given(command: Command, rest: string[]): Given {
  const { values, positionals } = parsed(command, rest);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  return {
    values,
    positionals,
    print: (text) => process.stdout.write(text),
    tell: (text) => process.stderr.write(`${text}\n`),
    progress: terminalProgress(process.stderr),
    signal: stop.signal,
    environment,
  };
}

function parsed(command: Command, rest: string[]) {
  try {
    return parseArgs({ args: rest, options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

const help = (command: Command): string => `powang ${command.name} ${command.usage}\n\n${command.summary[language]}\n`;
const overview = (): string =>
  `${chinese ? '用法' : 'usage'}: powang COMMAND [OPTIONS]   (--help)\n${commands.map((one) => `  ${one.name.padEnd(12)} ${one.summary[language]}\n`).join('')}`;

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof WrongUsage) {
    process.stderr.write(`powang: ${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof PowangError) {
    const faults = error.faults.map((fault) => `\n  ${fault.path}: ${fault.message}`).join('');
    process.stderr.write(`powang: ${error.code}: ${error.message}${faults}\n`);
    process.exitCode = 1;
  } else if (isOfTheSystem(error)) {
    process.stderr.write(`powang: unwritable: ${error.path ?? ''} (${error.code})\n`);
    process.exitCode = 1;
  } else throw error;
}

/** No such folder, no right to it, a full disk: of a file that was named on the command line. */
function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
