import { z } from 'zod';
import { NotFound } from '../../../model/errors.ts';
import { isId } from '../../../model/ids.ts';
import { eventKinds } from '../../../model/standing/kinds.ts';

/** A figure's rows by name: `q_` + base64url of the question. It holds ids and settings only; the reader's audience is applied
 * when it is opened, so an id passed on shows its reader no more than he may see. */
const entity = z.string().refine((id) => isId(id, 'e'));
const schema = z.strictObject({
  name: z.literal('rows'),
  kind: z.enum(eventKinds),
  from: entity,
  to: entity,
  /** Either direction counts (contact of a pair), or from → to alone (a tie). Co-presence always is either. */
  either: z.boolean(),
  side: z.enum(['private', 'duty', 'all']),
  /** Local seconds since 1970, inclusive. */
  fromSeconds: z.int().optional(),
  toSeconds: z.int().optional(),
});
export type EventQuestion = z.infer<typeof schema>;

export function eventQueryId(question: EventQuestion): string {
  return `q_${Buffer.from(JSON.stringify(question)).toString('base64url')}`;
}

export function eventQuestion(id: string): EventQuestion {
  try {
    if (!id.startsWith('q_') || id.length > 8_000) throw new NotFound();
    return schema.parse(JSON.parse(Buffer.from(id.slice(2), 'base64url').toString('utf8')));
  } catch {
    throw new NotFound();
  }
}
