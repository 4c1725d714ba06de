import type { ParseArgsConfig } from 'node:util';
import type { Words } from '../../model/vocabulary/words.ts';
import type { ServerSettings } from '../environment.ts';

/** One command of `powang`: what it is called, what it takes, what it does. Exit 0 done, 1 failed, 2 wrong usage, 3 done in part. */
export interface Command {
  readonly name: string;
  readonly summary: Words;
  /** After `powang NAME`. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly run: (given: Given) => Promise<ExitCode>;
}
export type ExitCode = 0 | 1 | 2 | 3;

export interface Given {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
  /** Results; ends with a line break. */
  readonly print: (text: string) => void;
  /** Messages to the person at the terminal. */
  readonly tell: (text: string) => void;
  readonly progress: (phase: string, done: number, total: number | null) => void;
  readonly signal: AbortSignal;
  readonly environment: Environment;
}

/** What the entry read from the environment, as plain values. */
export interface Environment extends Omit<ServerSettings, 'dataFolder'> {
  readonly data: string;
  /** The account of the operating system. */
  readonly account: string;
  readonly now: () => Date;
}

export class WrongUsage extends Error {}

export function textOption(given: Given, name: string): string | undefined {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
}
export function listOption(given: Given, name: string): string[] | undefined {
  const text = textOption(given, name);
  return text === undefined
    ? undefined
    : text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
}
export function numberOption(
  given: Given,
  name: string,
  bounds: { least: number; most: number; integer?: boolean },
): number | undefined {
  const text = textOption(given, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (
    !Number.isFinite(value) ||
    value < bounds.least ||
    value > bounds.most ||
    (bounds.integer !== false && !Number.isInteger(value))
  )
    throw new WrongUsage(`--${name}: a number from ${bounds.least} to ${bounds.most}, not ${text}`);
  return value;
}
