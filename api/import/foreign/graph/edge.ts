import { type EventKind, eventKinds } from '../../../../model/standing/kinds.ts';
import { enumValue } from '../../../../model/vocabulary/enums.ts';
import { foldText } from '../../../../model/vocabulary/fold.ts';
import {
  isTieKind,
  kindOfType,
  type TieKind,
  tieKindNames,
  tieKinds,
  typeOfTie,
} from '../../../../model/vocabulary/kinds.ts';
import { type TypeName, typeDefinitions, typesOfClass } from '../../../../model/vocabulary/types.ts';
import type { FaultItem, TieItem } from '../items.ts';
import { type Sayer, startSaying, validityIn } from '../saying.ts';

/** An edge of a graph file as it stands there. */
export interface GraphEdge {
  readonly line: number;
  /** Its row key. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly fields: readonly [from: string, to: string];
  /** What kind of tie it is: an attribute `kind` or `type`, a label. The first that is ours decides. */
  readonly kinds: readonly string[];
  readonly attributes: readonly (readonly [name: string, values: readonly string[]])[];
}

/** What our own files say of a tie beside its properties. */
const ownColumns: ReadonlySet<string> = new Set(['duty', 'count', 'kind', 'sum', 'grade', 'assertions', 'tieId']);
const typeNames = new Map<string, TypeName>(typesOfClass('tie').map((type) => [foldText(type), type]));

const kindLabels = new Map(
  tieKindNames.flatMap((kind) =>
    [tieKinds[kind].label.zh, tieKinds[kind].label.en].map((label): [string, TieKind] => [foldText(label), kind]),
  ),
);
/** Other words for what comes in under an approval alone: as an unknown link it would come in without. */
const eventWords: Readonly<Record<EventKind, RegExp>> = {
  calls: /^(phone_?calls?|called|calls?_(to|with)|phoned|sms|texted|通话|话单|打电话|短信)$/i,
  payments: /^(paid|pays|payment_to|transfers?|transferred(_to)?|transactions?|转账|汇款|付款|交易|资金往来)$/i,
  copresence:
    /^(co_?located(_with)?|stayed_with|travell?ed_with|met_with|same_(room|hotel|flight|train)|同住|同行|同宿)$/i,
};

function kindNamed(name: string): { kind: TieKind; type: TypeName } | undefined {
  const event = eventKinds.find((kind) => eventWords[kind].test(name));
  const word = event ?? (isTieKind(name) ? name : (enumValue('tieKind', name) ?? kindLabels.get(foldText(name))));
  if (word !== undefined && isTieKind(word)) return { kind: word, type: tieKinds[word].type };
  const type = typeNames.get(foldText(name));
  const kind = type === undefined ? undefined : kindOfType(type);
  return type === undefined || kind === undefined ? undefined : { kind, type };
}

/** An edge → a tie. Its kind is ours where something names it, else another link of the lowest grade whose role is what the file
 * calls it. edge: SOURCE → TARGET as the file has them. */
export function edgeItem(sayer: Sayer, edge: GraphEdge): TieItem | FaultItem {
  const { line, fields } = edge;
  const fault = (why: FaultItem['why'], field: string | null): FaultItem => ({
    item: 'fault',
    line,
    inner: false,
    why,
    field,
  });
  const [from, to] = [edge.from.trim(), edge.to.trim()];
  if (from === '') return fault('missing', fields[0]);
  if (to === '') return fault('missing', fields[1]);
  const names = edge.kinds.map((name) => name.trim()).filter((name) => name !== '');
  const known = names.map(kindNamed).find((found) => found !== undefined);
  const type = known?.type ?? 'UnknownLink';
  const saying = startSaying(type);
  if (known === undefined && sayer.once(`untyped tie ${names[0] ?? ''}`))
    saying.notes.push({ why: 'untyped_tie', field: names[0]?.slice(0, 64) ?? null });
  let given = '';
  for (const [name, values] of edge.attributes) {
    if (ownColumns.has(name)) continue;
    if (name === 'role') given = values[0]?.trim() ?? '';
    if (name !== 'weight') sayer.say(saying, name, values);
    else if (values.every((value) => Number(value) > 0 && Number.isFinite(Number(value))))
      sayer.say(saying, name, values);
    else saying.notes.push({ why: 'weight', field: 'weight' });
  }
  const kind = known?.kind ?? 'other';
  // Several kinds of unknown links between two parties are several ties.
  const role = saying.said.role?.[0] ?? (given !== '' ? given : known === undefined ? (names[0] ?? '') : '');
  const definition = typeDefinitions[type];
  if (role !== '' && saying.said.role === undefined && Object.hasOwn(definition.properties, 'role'))
    saying.said.role = [role];
  const validity = validityIn(saying);
  const said = sayer.finish(saying);
  if (saying.fault !== null) return fault(saying.fault.why, saying.fault.field);
  return {
    item: 'tie',
    line,
    inner: false,
    notes: saying.notes,
    key: edge.key,
    kind,
    type: known === undefined ? type : kind === 'tender' ? typeOfTie(kind, role) : type,
    from: [from],
    to: [to],
    ends: fields,
    role: role.slice(0, 500),
    said,
    validity,
    lowest: known === undefined,
  };
}
