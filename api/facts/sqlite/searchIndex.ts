import type { Connection } from './connection.ts';
import { searchValuesIndex } from './schema.ts';

/** Values below which their index is kept as they come. */
const few = 50_000;

/** The index over what can be found by its text, while a batch goes in. Rows come in the order of their numbers, so each entry of
 * the index lands somewhere else: for a batch that outgrows what was stored before it, the index is let go and made once from
 * sorted values (half the cost of such a batch). All in the one transaction: other readers never miss it, an undone batch brings it back. */
export function createSearchIndex(connection: Connection) {
  let added = 0;
  let state: 'kept' | 'gone' | 'made' = 'kept';
  return {
    /** `before`: values that the store held, roughly. */
    grew(values: number, before: number): void {
      added += values;
      if (state !== 'kept' || added < few || added < before) return;
      connection.database.exec('DROP INDEX search_values_text');
      state = 'gone';
    },
    /** Before anything is looked up by it, and before the commit. It is let go once in a batch. */
    ensure(): void {
      if (state !== 'gone') return;
      connection.database.exec(searchValuesIndex);
      state = 'made';
    },
  };
}
export type SearchIndex = ReturnType<typeof createSearchIndex>;
