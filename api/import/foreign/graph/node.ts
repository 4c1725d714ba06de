import { foldText } from '../../../../model/vocabulary/fold.ts';
import { type TypeName, typeDefinitions, typesOfClass } from '../../../../model/vocabulary/types.ts';
import { ownId } from '../declared.ts';
import { datedBy, presenceProperties } from '../ftm/schemata.ts';
import { always, type FaultItem, type NodeItem } from '../items.ts';
import { type Sayer, startSaying } from '../saying.ts';

/** A node of a graph file as it stands there. */
export interface GraphNode {
  readonly line: number;
  readonly id: string;
  readonly label: string | null;
  /** Names of its type: labels, a `type` attribute. The first that is ours decides. */
  readonly types: readonly string[];
  readonly attributes: readonly (readonly [name: string, values: readonly string[]])[];
}

/** What our own files say of an entity beside its properties: worked out again from what comes in. */
const ownColumns: ReadonlySet<string> = new Set(['key', 'roles', 'caption']);
/** Fixed sizes and places of a drawing. */
const drawing: ReadonlySet<string> = new Set(['x', 'y', 'z', 'r', 'g', 'b', 'size', 'color', 'colour']);

const entityNames = new Map<string, TypeName>(
  typesOfClass('entity')
    .filter((type) => type !== 'Lead' && type !== 'Tip')
    .flatMap((type) => {
      const { label } = typeDefinitions[type];
      return [label.en, label.zh, type].map((name): [string, TypeName] => [foldText(name), type]);
    }),
);

/** A node → an entity. Its type is ours where a label or a type attribute names one, else a party of unknown kind, with the
 * labels kept as its classification; its label is its name, unless an attribute is. */
export function nodeItem(sayer: Sayer, node: GraphNode): NodeItem | FaultItem {
  const { line } = node;
  const fault = (why: FaultItem['why'], field: string | null): FaultItem => ({
    item: 'fault',
    line,
    inner: false,
    why,
    field,
  });
  const id = node.id.trim();
  if (id === '') return fault('missing', 'id');
  if (id.length > 1000 || id.includes('\0')) return fault('bad_value', 'id');
  const types = node.types.map((name) => name.trim()).filter((name) => name !== '');
  const type = types.map((name) => entityNames.get(foldText(name))).find((found) => found !== undefined);
  const saying = startSaying(type ?? 'LegalEntity');
  if (type === undefined && sayer.once(`untyped ${types.join(' ')}`))
    saying.notes.push({ why: 'untyped', field: types[0]?.slice(0, 64) ?? null });
  if (type === undefined && types.length > 0) saying.said.classification = [...new Set(types)];
  for (const [name, values] of node.attributes) {
    if (ownColumns.has(name) || drawing.has(name)) continue;
    if (presenceProperties.has(name)) saying.notes.push({ why: 'presence', field: name });
    else sayer.say(saying, name, values);
  }
  const label = node.label?.trim() ?? '';
  if (label !== '' && label !== id) {
    if (saying.said.name === undefined) sayer.say(saying, 'name', [label]);
    else if (!saying.said.name.includes(label)) sayer.say(saying, 'label', [label]);
  }
  const said = sayer.finish(saying);
  if (saying.fault !== null) return fault(saying.fault.why, saying.fault.field);
  const from = said[datedBy[saying.type] ?? '']?.[0]?.slice(0, 10) ?? null;
  const validity = from === null ? always : { from, to: null };
  const ownKey = ownId(id) === undefined ? null : (node.attributes.find(([name]) => name === 'key')?.[1][0] ?? null);
  return { item: 'node', line, inner: false, notes: saying.notes, id, ownKey, type: saying.type, said, validity };
}
