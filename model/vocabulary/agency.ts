import { bankFlow } from './agency/bankFlow.ts';
import { callRecord } from './agency/callRecord.ts';
import { communicationWords, sideWords, successWords } from './agency/cellWords.ts';
import type { AgencyFormat, AgencyFormatName } from './agency/definition.ts';
import { foldText } from './fold.ts';

export type { FlowRole } from './agency/bankFlow.ts';
export type { CallRole } from './agency/callRecord.ts';
export type { AgencyFormat, AgencyFormatName } from './agency/definition.ts';
export { bankFlow, callRecord };

export const agencyFormats: Readonly<Record<AgencyFormatName, AgencyFormat>> = {
  'bank-flow': bankFlow,
  'call-record': callRecord,
};
export const agencyFormatNames = ['bank-flow', 'call-record'] as const satisfies readonly AgencyFormatName[];

/** Header as the sender wrote it → the form it is looked up under: brackets of any width are one, and what a template says in them
 * about the cells (收付标志（进/出）) does not count. */
const bare = (header: string): string => foldText(header).replace(/\([^)]*\)$/, '');

interface Lookup {
  readonly roles: ReadonlyMap<string, string>;
  readonly passedOver: ReadonlySet<string>;
}
const lookups = new Map<AgencyFormatName, Lookup>(
  Object.values(agencyFormats).map(({ name, headers, passedOver }) => [
    name,
    {
      roles: new Map(Object.entries(headers).flatMap(([role, words]) => words.map((word) => [bare(word), role]))),
      passedOver: new Set(passedOver.map(bare)),
    },
  ]),
);

/** What a column of this format says; `passed over` where it is known and not taken in, undefined where nobody knows it. */
export function agencyRole(format: AgencyFormatName, header: string): string | 'passed over' | undefined {
  const lookup = lookups.get(format);
  const folded = bare(header);
  return lookup?.roles.get(folded) ?? (lookup?.passedOver.has(folded) === true ? 'passed over' : undefined);
}

function reader<T extends string>(words: Readonly<Record<T, readonly string[]>>): (cell: string) => T | undefined {
  const known = new Map<string, T>();
  for (const meaning in words) for (const word of words[meaning]) known.set(foldText(word), meaning);
  return (cell) => known.get(cell) ?? known.get(foldText(cell));
}
/** Which way it went, seen from the own side. */
export const sideOf = reader(sideWords);
export const successOf = reader(successWords);
export const communicationOf = reader(communicationWords);
