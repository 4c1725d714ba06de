import type { TypeName } from '../../../../model/vocabulary/types.ts';

/** FollowTheMoney schemata that the model lacks, as the nearest it has. What is not listed here (documents, licences, sanctions …)
 * has nothing near it and is refused by name. */
export const nearestTypes: Readonly<Record<string, TypeName>> = { Vessel: 'Vehicle', Airplane: 'Vehicle' };

/** Ties it lacks: another link, with the schema's name for its role. edge: SOURCE → TARGET as FollowTheMoney has them. */
export const nearestTies: Readonly<Record<string, readonly [source: string, target: string]>> = {
  ContractAward: ['contract', 'supplier'],
  Control: ['controller', 'controlled'],
  Debt: ['debtor', 'creditor'],
  Documentation: ['document', 'entity'],
  ProjectParticipant: ['participant', 'project'],
  Similar: ['candidate', 'match'],
  Succession: ['predecessor', 'successor'],
};

/** Who took part: co-presence, which comes in under an approval alone. */
export const presenceProperties: ReadonlySet<string> = new Set(['involved', 'organizer']);

/** The day from which a thing of these types is there, as its file of the bundle has it. */
export const datedBy: Partial<Record<TypeName, string>> = {
  CourtCase: 'fileDate',
  Decision: 'date',
  Tender: 'date',
  Operation: 'date',
};
