import { type AskedClocks, ask } from './http.ts';
import { anything } from './shapes.ts';

export type ExportFormat = 'ftm' | 'csv' | 'gexf' | 'dossier';
export type ExportOf = { readonly ids: readonly string[] } | { readonly boardId: string };

/** Announces an export with its reason; a job makes it, and its result is where the file can be fetched. */
export const startExport = (of: ExportOf, asked: { format: ExportFormat; reason: string }, clocks: AskedClocks) =>
  ask(anything, '/exports', { method: 'POST', json: { ...of, ...asked, ...clocks } });
