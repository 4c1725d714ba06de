import { compareText } from '../../../model/audience.ts';
import { dayText } from '../../../model/dates.ts';
import { tieKinds } from '../../../model/vocabulary/kinds.ts';
import {
  isTypeName,
  propertiesOf,
  propertyOf,
  type TypeName,
  typeDefinitions,
} from '../../../model/vocabulary/types.ts';
import type { Collected } from './collect.ts';
import { termsOf } from './terms.ts';

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Record<string, readonly string[]>;
}

/** FollowTheMoney JSON lines: its own types and properties only, so that its library reads every line; says what it left out. */
export function ftmLines({ entities, ties, folds, said }: Collected): {
  text: string;
  leftOut: Record<string, number>;
} {
  const leftOut: Record<string, number> = {};
  const written = new Set<string>();
  const assertions = new Map(said.map((one) => [one.id, one]));
  const lines: FtmEntity[] = [];
  for (const view of entities) {
    if (isOurs(view.type)) continue;
    written.add(view.id);
    const properties = Object.fromEntries(
      Object.entries(view.properties).map(([name, values]) => [name, values.map((one) => one.value)]),
    );
    lines.push({ id: view.id, schema: view.type, properties: known(view.type, properties) });
  }
  for (const tie of ties)
    for (const term of termsOf(tie, assertions))
      addEdge(term.id, tie.type, tie.from, tie.to, dated(relationIn(tie.type, term.properties), term.from, term.to));
  for (const fold of folds) {
    addEdge(fold.id, tieKinds[fold.kind].type, fold.from, fold.to, {
      startDate: [dayText(Math.floor(fold.firstSeconds / 86_400))],
      endDate: [dayText(Math.floor(fold.lastSeconds / 86_400))],
      ...(fold.kind === 'payments' ? { amount: [(fold.sum / 100).toFixed(2)], currency: ['CNY'] } : {}),
      ...(fold.kind === 'calls' ? { duration: [String(fold.sum)] } : {}),
      summary: [`${fold.count}`],
    });
  }
  for (const view of entities) if (isOurs(view.type)) leave(view.type);
  lines.sort((a, b) => compareText(a.id, b.id));
  return { text: lines.map((line) => `${JSON.stringify(spelt(line))}\n`).join(''), leftOut };

  function addEdge(
    id: string,
    type: TypeName,
    from: string,
    to: string,
    properties: Record<string, readonly string[]>,
  ): void {
    const edge = typeDefinitions[type].edge;
    if (isOurs(type) || edge === undefined || !written.has(from) || !written.has(to)) {
      leave(type);
      return;
    }
    lines.push({
      id,
      schema: type,
      properties: { ...known(type, properties), [edge.source]: [from], [edge.target]: [to] },
    });
  }
  function leave(type: string): void {
    leftOut[type] = (leftOut[type] ?? 0) + 1;
  }
}

/** As its library wants them: no underscore in an id, telephone numbers with their country. Both are read back as they were. */
function spelt({ id, schema, properties }: FtmEntity): FtmEntity {
  const definitions = isTypeName(schema) ? propertiesOf(schema) : {};
  const respelt: Readonly<Partial<Record<string, (value: string) => string>>> = { entity: ftmId, phone: withCountry };
  return {
    id: ftmId(id),
    schema,
    properties: Object.fromEntries(
      Object.entries(properties)
        .sort(byName)
        .map(([name, values]) => {
          const spell = respelt[definitions[name]?.type ?? ''];
          return [name, spell === undefined ? values : values.map(spell)];
        }),
    ),
  };
}
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => compareText(a, b);
const ftmId = (id: string): string => id.replace(/^([a-z])_/, '$1-');
const withCountry = (number: string): string =>
  /^1\d{10}$/.test(number) ? `+86${number}` : /^0\d{9,11}$/.test(number) ? `+86${number.slice(1)}` : number;

/** A bundle's role of kin and associates has no property there: it stands among the words of the relationship. */
function relationIn(type: TypeName, said: Record<string, readonly string[]>): Record<string, readonly string[]> {
  if (propertyOf(type, 'relationship') === undefined || said.role === undefined) return said;
  return { ...said, relationship: [...new Set([...(said.relationship ?? []), ...said.role])] };
}

/** The dates of a term; where a source gave several, they stand as given. */
function dated(
  said: Record<string, readonly string[]>,
  first: string | null,
  last: string | null,
): Record<string, readonly string[]> {
  const { startDate = [], endDate = [] } = said;
  return {
    ...said,
    ...(first === null || startDate.length > 1 ? {} : { startDate: [first] }),
    ...(last === null || endDate.length > 1 ? {} : { endDate: [last] }),
  };
}

const isOurs = (type: TypeName): boolean => typeDefinitions[type].extension;

function known(type: TypeName, properties: Record<string, readonly string[]>): Record<string, readonly string[]> {
  const definitions = propertiesOf(type);
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([name]) => Object.hasOwn(definitions, name) && definitions[name]!.extension !== true,
    ),
  );
}
