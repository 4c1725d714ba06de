import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** Looks into a data folder beside whoever writes it: what a reader could find of each import. */
export function lookInto(data: string) {
  const list = (...path: string[]): string[] =>
    existsSync(join(data, ...path)) ? readdirSync(join(data, ...path)).sort() : [];

  function ask(file: string, sql: string): readonly unknown[] {
    const database = new DatabaseSync(join(data, file), { readOnly: true, timeout: 1_000 });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  }
  const texts = (file: string, sql: string): string[] =>
    ask(file, sql).map((row) => String((row as { text: unknown }).text)); // every question names its column so

  const batches = (state: 'intended' | 'done' | 'undone'): string[] =>
    texts(
      'ledger.sqlite',
      `SELECT batch AS text FROM batches WHERE state = '${state}' AND kind = 'import' ORDER BY sequence`,
    );
  return {
    list,
    batches,
    runs: (): string[] => texts('ledger.sqlite', 'SELECT id AS text FROM runs'),
    users: (): string[] => texts('ledger.sqlite', 'SELECT name AS text FROM users ORDER BY sequence'),
    factsHave: (batch: string): boolean => texts('facts.sqlite', 'SELECT batch AS text FROM batches').includes(batch),
    stored: () => ({
      done: batches('done'),
      open: batches('intended'),
      approvals: texts('ledger.sqlite', 'SELECT id AS text FROM approvals ORDER BY id'),
      assertions: texts('facts.sqlite', 'SELECT count(*) AS text FROM assertions'),
      subjects: texts('facts.sqlite', 'SELECT count(*) AS text FROM subjects'),
      events: ['calls', 'payments', 'copresence'].map((kind) => list('events', kind)),
      columns: list('columns'),
      outcomes: list('files'),
    }),
  };
}
