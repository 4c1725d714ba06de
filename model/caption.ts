import type { MergedValue } from './merge.ts';
import { enumLabel } from './vocabulary/enums.ts';
import { propertyOf, type TypeName, typeDefinitions } from './vocabulary/types.ts';
import type { Words } from './vocabulary/words.ts';

/** Acts that files give an id and no name. Which of their properties says what sort of act it was; null: their type says enough. */
const unnamedActs: Partial<Record<TypeName, string | null>> = { Decision: 'decision', Operation: null, Tender: null };

/** What an entity is called: its name, title or number; an act without one by what it was and when, in both languages, as one
 * caption serves readers of either. Else its key in the file. */
export function captionOf(
  type: TypeName,
  properties: Readonly<Record<string, readonly MergedValue[]>>,
  day: string | null,
  key: string,
): string {
  const first = (name: string) => properties[name]?.[0]?.value;
  const given = first('name') ?? first('title') ?? first('number');
  if (given !== undefined) return given;
  const sort = unnamedActs[type];
  if (sort === undefined) return key;
  const value = sort === null ? undefined : first(sort);
  const date = first('date')?.slice(0, 10) ?? day;
  if (value === undefined && date === null) return key;
  return [inBoth(wordsOf(type, sort, value)), ...(date === null ? [] : [date])].join(' ');
}

function wordsOf(type: TypeName, sort: string | null, value: string | undefined): Words {
  const label = typeDefinitions[type].label;
  if (sort === null || value === undefined) return label;
  const list = propertyOf(type, sort)?.enum;
  return (list === undefined ? undefined : enumLabel(list, value)) ?? label;
}

const inBoth = ({ zh, en }: Words): string => `${zh} ${en}`;
