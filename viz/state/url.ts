import { isPartialDate } from '../../model/dates.ts';
import { z } from '../client/zod.ts';

/** What an address may carry: ids, clocks, tab and sort. Never a name, a search word or a note: proxies keep addresses. */
const idPattern = /^[a-z]_[a-z2-7]{26}$/;
const idList = z.string().transform((text, context) => {
  const ids = text.split(',').filter((id) => id !== '');
  if (ids.length === 0 || !ids.every((id) => idPattern.test(id)))
    context.addIssue({ code: 'custom', message: 'not a list of ids' });
  return ids;
});
const oneId = z.string().regex(idPattern);
const clock = z.string().refine(isPartialDate, 'not a date');
const clockOrWindow = z.string().refine((text) => {
  const ends = text.split('..');
  return ends.length <= 2 && ends.every(isPartialDate);
}, 'not a date or a window');

const parameters = {
  true: clockOrWindow,
  known: clock,
  seed: idList,
  official: idList,
  suspect: idList,
  unit: oneId,
  with: oneId,
  gang: oneId,
  kinds: z
    .string()
    .regex(/^[a-z_]+(,[a-z_]+)*$/)
    .transform((text) => text.split(',')),
  sort: z.string().regex(/^-?[a-zA-Z]+$/),
} as const;

export type ParameterName = keyof typeof parameters;
export type UrlState = { readonly [Name in ParameterName]?: z.output<(typeof parameters)[Name]> | undefined };

const isParameterName = (name: string): name is ParameterName => Object.hasOwn(parameters, name);

/** Reads an address; what is not understood is dropped and named, the page still opens. */
export function readUrl(search: string): { state: UrlState; dropped: readonly string[] } {
  const state: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const [name, value] of new URLSearchParams(search)) {
    const parsed = isParameterName(name) ? parameters[name].safeParse(value) : undefined;
    if (parsed?.success) state[name] = parsed.data;
    else dropped.push(name);
  }
  return { state, dropped };
}

export function writeUrl(state: UrlState): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value === undefined) continue;
    const text = Array.isArray(value) ? value.join(',') : String(value);
    if (text !== '') search.set(name, text);
  }
  // Commas and dots are allowed in a query and read better unescaped.
  return search.toString().replaceAll('%2C', ',');
}
