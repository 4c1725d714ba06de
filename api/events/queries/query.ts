import { z } from 'zod';
import { InvalidInput } from '../../../model/errors.ts';
import { eventKinds } from '../../../model/standing/kinds.ts';
import type { ParameterLists } from '../lists.ts';

/** What an answer's column holds; with `?` it may be null. */
export type ColumnType = 'text' | 'whole' | 'flag' | 'text?' | 'whole?' | 'flag?';
export type Columns = Readonly<Record<string, ColumnType>>;
type Values = {
  text: string;
  whole: number;
  flag: boolean;
  'text?': string | null;
  'whole?': number | null;
  'flag?': boolean | null;
};
export type RowOf<C extends Columns> = { readonly [Name in keyof C]: Values[C[Name]] };

export type SqlValue = string | number;
export interface PreparedQuery {
  readonly sql: string;
  /** One for each `?`, in the order of the text. */
  readonly values: readonly SqlValue[];
  readonly lists: ParameterLists;
  readonly columns: Columns;
}

/** A named query: portable text by the nine rules of docs/decisions (checked by tests/api/events/queryText.test.ts), its
 * parameters and its columns. Engines bring the views `calls`, `payments`, `copresence` and the list tables; no query of their own. */
export interface EventQuery<S extends z.ZodType, C extends Columns> {
  readonly parameters: S;
  readonly columns: C;
  readonly sql: (params: z.output<S>) => string;
  readonly values: (params: z.output<S>) => readonly SqlValue[];
  readonly lists?: (params: z.output<S>) => ParameterLists;
}

export function eventQuery<S extends z.ZodType, C extends Columns>(query: EventQuery<S, C>) {
  return {
    ...query,
    /** Parses the parameters at the door and binds them. */
    prepare(params: unknown): PreparedQuery {
      const parsed = query.parameters.safeParse(params);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw new InvalidInput(issue?.path.join('.') ?? '', issue?.message ?? 'not the parameters of this query');
      }
      return {
        sql: query.sql(parsed.data),
        values: query.values(parsed.data),
        lists: query.lists?.(parsed.data) ?? {},
        columns: query.columns,
      };
    },
  };
}

export const idParameter = z.string().min(1);
export const idsParameter = z.array(idParameter).max(1_000_000).nullable().default(null);
export const kindParameter = z.enum(eventKinds);
/** `''` is private contact, `duty` what an office explains, null both: as in the id of a folded tie. */
export const sideParameter = z.enum(['', 'duty']).nullable().default(null);

/** Local seconds, both ends inside; null is open. */
export const windowParameters = {
  fromSeconds: z.int().nullable().default(null),
  toSeconds: z.int().nullable().default(null),
};
export interface SecondsWindow {
  readonly fromSeconds: number | null;
  readonly toSeconds: number | null;
}
export const windowValues = (window: SecondsWindow): readonly [number, number] => [
  window.fromSeconds ?? Number.MIN_SAFE_INTEGER,
  window.toSeconds ?? Number.MAX_SAFE_INTEGER,
];
