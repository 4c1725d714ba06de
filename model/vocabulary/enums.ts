import { enumAliases } from './enums/aliases.ts';
import { caseEnums } from './enums/caseEnums.ts';
import { resultEnums } from './enums/resultEnums.ts';
import { sourceEnums } from './enums/sourceEnums.ts';
import { subjectEnums } from './enums/subjectEnums.ts';
import { workEnums } from './enums/workEnums.ts';
import { foldText } from './fold.ts';
import { fileTieKindWords } from './tieKindWords.ts';
import type { Words } from './words.ts';

/** Every closed list of values, with its words. */
export const enums = {
  tieKind: fileTieKindWords,
  ...subjectEnums,
  ...caseEnums,
  ...sourceEnums,
  ...workEnums,
  ...resultEnums,
};

export type EnumName = keyof typeof enums;
export type EnumValue<Name extends EnumName> = Extract<keyof (typeof enums)[Name], string>;

export function isEnumName(name: string): name is EnumName {
  return Object.hasOwn(enums, name);
}

export const enumNames: readonly EnumName[] = Object.keys(enums).filter(isEnumName);

export function enumValues(name: EnumName): readonly string[] {
  return Object.keys(enums[name]);
}

export function isEnumValue<Name extends EnumName>(name: Name, value: string): value is EnumValue<Name> {
  return Object.hasOwn(enums[name], value);
}

/** Folded spelling → value. A value wins over a label, a label over an alias. */
function spellingsOf(name: EnumName): ReadonlyMap<string, string> {
  const entries: [string, Words][] = Object.entries(enums[name]);
  return new Map([
    ...Object.entries(enumAliases[name] ?? {}).map(([alias, value]): [string, string] => [foldText(alias), value]),
    ...entries.map(([value, words]): [string, string] => [foldText(words.en), value]),
    ...entries.map(([value, words]): [string, string] => [foldText(words.zh), value]),
    ...entries.map(([value]): [string, string] => [foldText(value), value]),
  ]);
}

const spellings = new Map(enumNames.map((name) => [name, spellingsOf(name)]));

/** The value a cell means: as spelt in a file, or its label in either language. */
export function enumValue(name: EnumName, text: string): string | undefined {
  if (Object.hasOwn(enums[name], text)) return text; // the common case, millions of rows long
  return spellings.get(name)?.get(foldText(text));
}

export function enumLabel(name: EnumName, value: string): Words | undefined {
  const table: Readonly<Record<string, Words>> = enums[name];
  return Object.hasOwn(table, value) ? table[value] : undefined;
}
