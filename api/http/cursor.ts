import { z } from 'zod';
import { InvalidInput } from '../../model/errors.ts';

/** Cursors are opaque to clients: where a list went on, and in which list (`of`), so that one list's cursor is refused by another.
 * They hold only what their reader was shown (an id, a sort value), never a position in what he may not see. */
export function encodeCursor(of: string, at: unknown): string {
  return Buffer.from(JSON.stringify([of, at])).toString('base64url');
}

export function decodeCursor<Schema extends z.ZodType>(
  of: string,
  text: string | undefined,
  schema: Schema,
): z.output<Schema> | undefined {
  if (text === undefined) return undefined;
  const outer = z.tuple([z.literal(of), z.unknown()]).safeParse(parsedJson(Buffer.from(text, 'base64url').toString()));
  const at = outer.success ? schema.safeParse(outer.data[1]) : undefined;
  if (at === undefined || !at.success) throw new InvalidInput('query.cursor', 'not a cursor of this list');
  return at.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON: no schema takes it
  }
}
