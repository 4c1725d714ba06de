/** The door of the generator. */
export { type PackExpectation, writeAgencyPack } from './agency/pack.ts';
export { type BulkOptions, writeBulk } from './bulk.ts';
export { generateCounty } from './county/generate.ts';
export type { CountyOptions } from './county/parameters.ts';
export { COLUMNS, type County, type Row, TABLE_NAMES, type TableName, type Truth } from './county/tables.ts';
export { DEMONSTRATION_SEED, demonstration } from './demonstration.ts';
export { type GeneratedFiles, generateFiles } from './generate.ts';
export { type GeneratedPack, generatePack } from './generatePack.ts';
export { storyLoanRing } from './stories/loanring.ts';
export { storySandPit } from './stories/sandpit.ts';
export { storyTownship } from './stories/township.ts';
export { writeBundle } from './write.ts';
