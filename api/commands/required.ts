import { WrongUsage } from './command.ts';

export function required<T>(value: T | undefined, option: string): T {
  if (value === undefined) throw new WrongUsage(`--${option} is needed`);
  return value;
}
