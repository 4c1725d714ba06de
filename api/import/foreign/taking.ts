import { gradeRank, leastGrade } from '../../../model/grades.ts';
import { isEventKind } from '../../../model/standing/kinds.ts';
import { propertiesOf } from '../../../model/vocabulary/types.ts';
import { type ImportContext, keyOf } from '../rows/context.ts';
import { entityDraft, tieDraft } from '../rows/drafts.ts';
import type { Provenance } from '../rows/provenance.ts';
import { type Declared, type DeclaredIds, fitsEnd, ownId } from './declared.ts';
import type { FaultItem, Item, NodeItem, Note, TieItem } from './items.ts';
import { endsOf } from './ownTie.ts';

/** Notes that something was not taken in, though its row was. */
const leftOut: ReadonlySet<Note['why']> = new Set(['refused_property', 'presence']);
const held: ReadonlySet<string> = new Set(['BankAccount', 'Phone', 'PhoneUse']);

/** Takes items as assertions. Calls and payments go another way (`eventRows.ts`) and are passed over here when `events` is set. */
export function createTaking(
  context: ImportContext,
  declared: DeclaredIds,
  provenance: Provenance,
  { file, fragments, events }: { readonly file: string; readonly fragments: boolean; readonly events: boolean },
) {
  const { report, intake, namespace } = context;
  const counts = report.fileReport(file);
  const lowest: Provenance = { ...provenance, grade: leastGrade, gradeRank: gradeRank(leastGrade) };

  function refuse(item: Item, why: Note['why'], field: string | null): void {
    report.reject(file, item.line, field, why, !item.inner);
  }
  function tell(item: NodeItem | TieItem, notes: readonly Note[]): void {
    for (const { why, field } of notes)
      if (leftOut.has(why)) report.reject(file, item.line, field, why, false);
      else report.note(file, item.line, field, why);
  }
  function accepted(item: NodeItem | TieItem): void {
    if (!item.inner) counts.accepted += 1;
    tell(item, item.notes);
  }

  /** References become ids of entities; one that leads nowhere is left out, and told. */
  function resolved(item: NodeItem | TieItem): Record<string, readonly string[]> {
    const definitions = propertiesOf(item.type);
    const said: Record<string, readonly string[]> = {};
    for (const [name, values] of Object.entries(item.said)) {
      if (definitions[name]?.type !== 'entity') {
        said[name] = values;
        continue;
      }
      const found = values.flatMap((raw) => declared.find(raw)?.id ?? ownId(raw) ?? []);
      if (found.length < values.length) report.note(file, item.line, name, 'reference_left_out');
      if (found.length > 0) said[name] = found;
    }
    return said;
  }

  function takeNode(item: NodeItem) {
    if (held.has(item.type)) return refuse(item, 'holding', null);
    const known = declared.find(item.id);
    if (known === undefined) return refuse(item, 'missing', 'id');
    if (known.type !== null && (known.type === 'Person') !== (item.type === 'Person') && known.type !== item.type)
      if (known.type !== 'LegalEntity' && item.type !== 'LegalEntity') return refuse(item, 'two_types', 'id');
    const key = item.ownKey ?? keyOf(namespace, item.id);
    const draft = entityDraft(known.id, item.type, key, resolved(item), provenance, item.validity);
    const assertion = intake.idOf(draft);
    if (known.assertion !== null && known.assertion !== assertion && !fragments) return refuse(item, 'differs', 'id');
    if (known.assertion !== null && !item.inner) report.note(file, item.line, 'id', 'repeated');
    known.assertion ??= assertion;
    intake.add(draft, assertion);
    accepted(item);
  }

  function endAt(item: TieItem, side: 'from' | 'to'): readonly Declared[] | null {
    const field = item.ends[side === 'from' ? 0 : 1];
    if (item[side].length === 0) {
      refuse(item, 'missing', field);
      return null;
    }
    const found = item[side].map((raw) => declared.find(raw));
    const sound = found.filter((one) => one !== undefined);
    if (sound.length < found.length) {
      refuse(item, 'unknown_reference', field);
      return null;
    }
    if (sound.some(({ type }) => type !== null && held.has(type))) {
      refuse(item, 'holding', field);
      return null;
    }
    if (sound.every(({ type }) => fitsEnd(item.type, side, type))) return sound;
    refuse(item, 'wrong_kind_of_party', field);
    return null;
  }

  function takeTie(item: TieItem) {
    if (held.has(item.type)) return refuse(item, 'holding', null);
    if (isEventKind(item.kind)) {
      if (item.from.some((raw) => ownId(raw) !== undefined)) refuse(item, 'folded_figure', null);
      else if (!events) refuse(item, 'no_approval', null);
      return;
    }
    const from = endAt(item, 'from');
    const to = from === null ? null : endAt(item, 'to');
    if (from === null || to === null) return;
    const said = resolved(item);
    for (const a of from)
      for (const b of to) {
        if (a.id === b.id) report.note(file, item.line, item.ends[1], 'self_tie');
        // edge: FROM → TO, as the type says
        const ends = endsOf(item, a.id, b.id);
        intake.add(tieDraft(ends, item.type, item.key, said, item.lowest ? lowest : provenance, item.validity));
      }
    accepted(item);
  }

  return (item: Item): void => {
    if (!item.inner) counts.rows += 1;
    if (item.item === 'node') takeNode(item);
    else if (item.item === 'tie') takeTie(item);
    else refuseAs(item);
  };
  function refuseAs(item: FaultItem): void {
    refuse(item, item.why, item.field);
  }
}
