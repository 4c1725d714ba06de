import { enumValue } from '../../../../model/vocabulary/enums.ts';
import { isTieKind, kindOfType, type TieKind, typeOfTie } from '../../../../model/vocabulary/kinds.ts';
import { isTypeName, propertyOf, type TypeName, typeDefinitions } from '../../../../model/vocabulary/types.ts';
import { isRecord } from '../isRecord.ts';
import { always, type FaultItem, type Item, type Note } from '../items.ts';
import { createSayer, type Saying, startSaying, validityIn } from '../saying.ts';
import { datedBy, nearestTies, nearestTypes, presenceProperties } from './schemata.ts';

const deepest = 8;
type Json = Readonly<Record<string, unknown>>;
interface Schema {
  readonly type: TypeName;
  readonly source: string;
  readonly target: string;
  /** What the file calls it, where that is none of ours. */
  readonly foreign: string | null;
}

/** One FollowTheMoney entity → items: itself, and before it the entities that stand inside it. */
export function createEntityReader(today: string) {
  const sayer = createSayer(today, false);

  return function read(given: Json, line: number, into: Item[], depth = 0) {
    const inner = depth > 0;
    const refuse = (why: Note['why'], field: string | null): void => {
      const fault: FaultItem = { item: 'fault', line, inner, why, field };
      into.push(fault);
    };
    if (depth > deepest) return refuse('too_deep', null);
    if (typeof given.id !== 'string' || given.id.trim() === '') return refuse('missing', 'id');
    const id = given.id.trim();
    if (id.includes('\0') || id.length > 1000) return refuse('bad_value', 'id');
    if (typeof given.schema !== 'string' || given.schema === '') return refuse('missing', 'schema');
    const schema = schemaOf(given.schema);
    if (schema === undefined) return refuse('unknown_type', given.schema.slice(0, 64));
    if (given.properties !== undefined && !isRecord(given.properties)) return refuse('bad_value', 'properties');

    const saying = startSaying(schema.type);
    if (schema.foreign !== null && sayer.once(`schema ${schema.foreign}`))
      saying.notes.push({ why: 'nearest_type', field: schema.foreign });
    const ends: Record<string, readonly string[]> = {};
    for (const [name, raw] of Object.entries(given.properties ?? {})) {
      const values = valuesOf(raw, (inside) => read(inside, line, into, depth + 1));
      if (values === undefined) return refuse('bad_value', name.slice(0, 64));
      if (name === schema.source || name === schema.target) ends[name] = values;
      else if (presenceProperties.has(name) && isPresence(schema.type)) presence(saying, name, values);
      else sayer.say(saying, name, values);
    }
    const made = schema.source === '' ? node(saying, id, line, inner) : tie(saying, schema, ends, id, line, inner);
    if (saying.fault !== null) return refuse(saying.fault.why, saying.fault.field);
    into.push(made);
  };

  function presence(saying: Saying, name: string, values: readonly string[]): void {
    if (values.length > 0) saying.notes.push({ why: 'presence', field: name });
  }

  function node(saying: Saying, id: string, line: number, inner: boolean): Item {
    const { type, notes } = saying;
    const said = sayer.finish(saying);
    const from = said[datedBy[type] ?? '']?.[0]?.slice(0, 10) ?? null;
    return {
      item: 'node',
      line,
      inner,
      notes,
      id,
      ownKey: null,
      type,
      said,
      validity: from === null ? always : { from, to: null },
    };
  }

  function tie(
    saying: Saying,
    schema: Schema,
    ends: Readonly<Record<string, readonly string[]>>,
    id: string,
    line: number,
    inner: boolean,
  ): Item {
    const { type, notes } = saying;
    const { kind, role } = kindAndRole(saying, schema);
    const validity = validityIn(saying);
    const said = sayer.finish(saying);
    const { source, target } = schema;
    return {
      item: 'tie',
      line,
      inner,
      notes,
      key: id,
      kind,
      type,
      from: ends[source] ?? [],
      to: ends[target] ?? [],
      ends: [source, target],
      role,
      said,
      validity,
      lowest: false,
    };
  }
}

function schemaOf(name: string): Schema | undefined {
  if (Object.hasOwn(nearestTies, name)) {
    const [source, target] = nearestTies[name]!; // just found there
    return { type: 'UnknownLink', source, target, foreign: name };
  }
  const near = Object.hasOwn(nearestTypes, name) ? nearestTypes[name] : undefined;
  const type = near ?? (isTypeName(name) ? name : undefined);
  if (type === undefined) return undefined;
  const { class: of, edge } = typeDefinitions[type];
  if (of === 'record' || type === 'Lead' || type === 'Tip') return undefined;
  return { type, source: edge?.source ?? '', target: edge?.target ?? '', foreign: near === undefined ? null : name };
}

/** What a tie is: its schema says the type; the words of its relationship may say more (`classmate`, 同学), and what is left of
 * them is its role. */
function kindAndRole(saying: Saying, schema: Schema): { kind: TieKind; role: string } {
  const { said, type } = saying;
  const kind = kindOfType(type) ?? 'other';
  if (schema.foreign !== null) {
    said.role ??= [schema.foreign];
    return { kind, role: said.role[0]! }; // set the line before
  }
  const relationship = said.relationship;
  if (relationship?.[0] === undefined) return { kind, role: said.role?.[0] ?? '' };
  const word = enumValue('tieKind', relationship[0]);
  if (word === undefined || !isTieKind(word) || typeOfTie(word) !== type) return { kind, role: relationship[0] };
  said.relationship = [relationship[0]];
  if (relationship.length > 1) said.role = relationship.slice(1);
  return { kind: word, role: relationship[1] ?? '' };
}

const isPresence = (type: TypeName): boolean => propertyOf(type, 'involved') !== undefined;

/** Values as FollowTheMoney has them: a list of texts, one text, or entities where their ids would stand. Undefined: none of these. */
function valuesOf(given: unknown, inside: (entity: Json) => void): readonly string[] | undefined {
  if (given === null) return [];
  const list = Array.isArray(given) ? given : [given];
  const values: string[] = [];
  for (const one of list) {
    if (typeof one === 'string') values.push(one);
    else if (isRecord(one) && typeof one.id === 'string') {
      inside(one);
      values.push(one.id.trim());
    } else return undefined;
  }
  return values;
}
