import { firstDay, lastDay } from '../../../model/dates.ts';
import { normalisePhone } from '../../../model/identity/phone.ts';
import { foldWidth } from '../../../model/identity/width.ts';
import { isRefusedColumn } from '../../../model/vocabulary/bundle.ts';
import { enumValue } from '../../../model/vocabulary/enums.ts';
import { foldText } from '../../../model/vocabulary/fold.ts';
import {
  type PropertyDefinition,
  propertiesOf,
  type TypeName,
  typeDefinitions,
} from '../../../model/vocabulary/types.ts';
import { readNumber } from '../read/cells.ts';
import { readDate, readDateTime } from '../read/dates.ts';
import { completePerson } from '../rows/parties.ts';
import { remembered } from '../rows/remembered.ts';
import { newRow } from '../rows/row.ts';
import type { Note } from './items.ts';

/** What is gathered about one node or tie while its attributes are read. The first fault stands. */
export interface Saying {
  readonly type: TypeName;
  readonly said: Record<string, string[]>;
  readonly notes: Note[];
  /** Attributes the model has no place for, as text. */
  readonly beside: string[];
  fault: Note | null;
}

/** More than a document's worth of text in one value is no property of anything. */
const longest = 65_000;
const longestName = 1_000;
const pastProperties = new Set(['birthDate', 'deathDate', 'incorporationDate', 'fileDate']);

export const startSaying = (type: TypeName): Saying => ({ type, said: {}, notes: [], beside: [], fault: null });

/** Takes attributes of other tools' files for properties of ours: parsed by their type; what is unknown is told once for each
 * type and kept as a line of the notes; what is never taken in is left out and told. `loosely`: names may be spelt as in a
 * table, or be the labels of the property in either language. */
export function createSayer(today: string, loosely: boolean) {
  const told = new Set<string>();
  const names = new Map<TypeName, ReadonlyMap<string, string>>();
  const todayEnds = lastDay(today);

  const isRefused = remembered(isRefusedColumn);

  function once(what: string): boolean {
    if (told.has(what)) return false;
    // A file of a million kinds of attributes is told the first thousands of them.
    if (told.size < 10_000) told.add(what);
    return true;
  }

  function propertyNamed(type: TypeName, name: string): string | undefined {
    const properties = propertiesOf(type);
    if (Object.hasOwn(properties, name)) return name;
    if (!loosely) return undefined;
    let known = names.get(type);
    if (known === undefined) {
      known = new Map(
        Object.entries(properties)
          .reverse()
          .flatMap(([own, { label }]) => [label.en, label.zh, own].map((spelt) => [foldText(spelt), own] as const)),
      );
      names.set(type, known);
    }
    return known.get(foldText(name));
  }

  function beside(saying: Saying, name: string, values: readonly string[]): void {
    if (once(`${saying.type} ${name}`)) saying.notes.push({ why: 'unknown_property', field: name.slice(0, 64) });
    saying.beside.push(`${name.slice(0, 64)}: ${values.join('; ')}`.slice(0, longest));
  }

  function say(saying: Saying, name: string, given: readonly string[]) {
    const values = given.map((value) => value.trim()).filter((value) => value !== '');
    if (values.length === 0) return;
    if (isRefused(name)) {
      if (once(`refused ${name}`)) saying.notes.push({ why: 'refused_property', field: name.slice(0, 64) });
      return;
    }
    if (values.some((value) => value.includes('\0'))) return faulty(saying, 'not_text', name);
    if (values.some((value) => value.includes('\uFFFD'))) return faulty(saying, 'not_utf8', name);
    if (values.some((value) => value.length > longest)) return faulty(saying, 'bad_value', name);
    const property = propertyNamed(saying.type, name);
    if (property === undefined) return beside(saying, name, values);
    const definition = propertiesOf(saying.type)[property]!; // just found there
    const read = values.map((value) => parsedAs(definition, value));
    if (read.includes(undefined)) {
      // A role decides who is protected: a word for it that is not known may not pass as none.
      if (definition.type === 'enum' && property !== 'role') return beside(saying, name, values);
      return faulty(saying, 'bad_value', name);
    }
    const sound = read.filter((value) => value !== undefined);
    if (pastProperties.has(property) && sound.some((value) => firstDay(value.slice(0, 10)) > todayEnds))
      return faulty(saying, 'future', name);
    const held = saying.said[property] ?? [];
    saying.said[property] = held;
    for (const value of sound) if (!held.includes(value)) held.push(value);
  }

  return {
    once,
    say,
    /** Whether an attribute of this name is a property of the type. */
    knows: (type: TypeName, name: string): boolean => propertyNamed(type, name) !== undefined,
    /** All said: what the model has no place for becomes notes; a person's number is read as the bundle reads it. */
    finish(saying: Saying): Record<string, readonly string[]> {
      const { said, type } = saying;
      if (saying.beside.length > 0) {
        const into = typeDefinitions[type].class === 'tie' ? 'description' : 'notes';
        said[into] = [...(said[into] ?? []), ...saying.beside];
      }
      if (type !== 'Person' || (said.idNumber?.length ?? 0) > 1) return said;
      const row = newRow([], 0);
      const complete = completePerson(row, said, today);
      saying.notes.push(...row.notes);
      return complete;
    },
  };
}
export type Sayer = ReturnType<typeof createSayer>;

function faulty(saying: Saying, why: Note['why'], field: string): void {
  saying.fault ??= { why, field: field.slice(0, 64) };
}

/** undefined: it is no value of this property. */
function parsedAs(definition: PropertyDefinition, value: string): string | undefined {
  switch (definition.type) {
    case 'date':
      return readDateTime(foldWidth(value).replace(/(?:Z|[+-]00:00)$/, ''));
    case 'number':
    case 'money':
      return readNumber(value.replace(/[%％]$/, ''));
    case 'boolean':
      return enumValue('yesNo', value);
    case 'enum':
      return definition.enum === undefined ? undefined : enumValue(definition.enum, value);
    case 'phone':
      return normalisePhone(value) ?? value;
    case 'name':
      return value.length > longestName ? undefined : value;
    default:
      return value;
  }
}

/** Takes the dates of a tie out of its properties: one start and one end are its validity, as given; of several the widest is. */
export function validityIn(saying: Saying): { from: string | null; to: string | null } {
  const { said } = saying;
  const day = (values: readonly string[] | undefined) => values?.map((value) => readDate(value.slice(0, 10)) ?? value);
  const starts = day(said.startDate) ?? [];
  const ends = day(said.endDate) ?? [];
  const from = [...starts].sort((a, b) => firstDay(a) - firstDay(b))[0] ?? null;
  const to = [...ends].sort((a, b) => lastDay(b) - lastDay(a))[0] ?? null;
  if (from !== null && to !== null && firstDay(from) > lastDay(to)) faulty(saying, 'ends_before_start', 'endDate');
  if (said.startDate?.length === 1 && said.startDate[0] === from) delete said.startDate;
  if (said.endDate?.length === 1 && said.endDate[0] === to) delete said.endDate;
  return { from, to };
}
