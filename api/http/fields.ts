import { z } from 'zod';
import { isPartialDate } from '../../model/dates.ts';
import { isId } from '../../model/ids.ts';
import { bounds, mostIds } from './bounds.ts';

/** Fields that many routes share, each described once. In a query everything is text; these say what it becomes. */

interface Bound {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}
/** A whole number of a query. */
export const queryNumber = ({ least, usual, most }: Bound, description: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .default(usual)
    .meta({
      description,
      override: { type: 'integer', minimum: least, maximum: most, default: usual, pattern: undefined },
    });
/** The same in a JSON body. */
export const bodyNumber = ({ least, usual, most }: Bound) => z.int().min(least).max(most).default(usual);

export const limitField = queryNumber(bounds.limit, 'At most so many items');
export const cursorField = z.string().max(2_000).optional().meta({ description: 'nextCursor of the page before' });

export const idField = (prefix?: string) =>
  z
    .string()
    .max(200)
    .refine((text) => isId(text, prefix), 'not an id')
    .meta({
      description: prefix === undefined ? 'An id' : `An id ${prefix}_…`,
      override: { pattern: `^${prefix ?? '[a-z]+'}_[a-z2-7]{26}$` },
    });
export const idsField = (prefix?: string) => z.array(idField(prefix)).max(mostIds);

/** `a,b,c` of a query; repeating the name does the same. */
export const commaList = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) =>
      (Array.isArray(given) ? given : [given]).flatMap((text) =>
        text
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      ),
    )
    .pipe(z.array(item).max(mostIds))
    .meta({ override: { type: 'string', anyOf: undefined, description: 'Comma-separated' } });

export const dateField = z
  .string()
  .max(10)
  .refine(isPartialDate, 'not a date')
  .meta({ description: 'A year, a month or a day', override: { pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' } });

/** The two clocks, in a query or a body; `parseClocks` checks them. */
export const clockFields = {
  trueAt: z
    .string()
    .max(21)
    .optional()
    .meta({ description: 'True on a day D, or at some moment in D..D; today when absent' }),
  knownAt: z.string().max(10).optional().meta({ description: 'As known on a day D; today when absent' }),
};

/** Text a person typed: no control characters but line breaks and tabs. */
export const textField = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
    .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), 'control characters');
