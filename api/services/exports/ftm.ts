import { compareText } from '../../../model/audience.ts';
import { dayText } from '../../../model/dates.ts';
import { tieKinds } from '../../../model/vocabulary/kinds.ts';
import { propertiesOf, type TypeName, typeDefinitions } from '../../../model/vocabulary/types.ts';
import type { Collected } from './collect.ts';

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Record<string, readonly string[]>;
}

/** FollowTheMoney JSON lines: its own types and properties only, so that its library reads every line; says what it left out. */
export function ftmLines({ entities, ties, folds }: Collected): { text: string; leftOut: Record<string, number> } {
  const leftOut: Record<string, number> = {};
  const written = new Set<string>();
  const lines: FtmEntity[] = [];
  for (const view of entities) {
    if (isOurs(view.type)) continue;
    written.add(view.id);
    const properties = Object.fromEntries(
      Object.entries(view.properties).map(([name, values]) => [name, values.map((one) => one.value)]),
    );
    lines.push({ id: view.id, schema: view.type, properties: known(view.type, properties) });
  }
  for (const tie of ties) {
    const properties = Object.fromEntries(
      Object.entries(tie.properties).map(([name, values]) => [name, values.map((one) => one.value)]),
    );
    addEdge(tie.id, tie.type, tie.from, tie.to, {
      ...properties,
      ...(tie.first === null ? {} : { startDate: [tie.first] }),
      ...(tie.last === null ? {} : { endDate: [tie.last] }),
    });
  }
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
  return { text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''), leftOut };

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

const isOurs = (type: TypeName): boolean => typeDefinitions[type].extension;

function known(type: TypeName, properties: Record<string, readonly string[]>): Record<string, readonly string[]> {
  const definitions = propertiesOf(type);
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([name]) => Object.hasOwn(definitions, name) && definitions[name]!.extension !== true,
    ),
  );
}
