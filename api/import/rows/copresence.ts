import { general } from '../../../model/audience.ts';
import type { BasisReason } from '../../../model/basis/basis.ts';
import type { Id } from '../../../model/ids.ts';
import type { EventRow } from '../../events/events.ts';
import type { Ground } from './approvals.ts';
import { type ImportContext, keyOf } from './context.ts';
import { entityAt } from './drafts.ts';
import type { EventMaker } from './events.ts';
import { createTimeReader } from './eventValues.ts';
import type { Provenance } from './provenance.ts';
import { faultOf, type Row, type RowReader } from './row.ts';

/** Who took part in each event of the file, gathered in a first reading: whether a row has a basis depends on the others of
 * its event, wherever they stand. A row of compartment C asks of those that every reader of C may see (general and C): whom a
 * sealed row alone puts there neither gives a general row its basis nor takes it. */
export function createGroups() {
  const groups = new Map<string, Map<string, Set<Id>>>();
  return {
    gather(
      context: ImportContext,
      reader: RowReader,
      rows: readonly Row[],
      provenances: readonly (Provenance | null)[],
    ): void {
      const [eventCell, personCell] = [reader.cell('event_id'), reader.cell('person_id')];
      for (const [place, row] of rows.entries()) {
        const compartment = provenances[place]?.compartment;
        if (compartment === undefined) continue;
        const group = reader.id(row, eventCell);
        const person = entityAt(context, reader, row, personCell, compartment);
        if (group === '' || person === null) continue;
        const parts = groups.get(group) ?? new Map<string, Set<Id>>();
        groups.set(group, parts);
        const members = parts.get(compartment);
        if (members === undefined) parts.set(compartment, new Set([person]));
        else members.add(person);
      }
    },
    membersOf(group: string, compartment: string): ReadonlySet<Id> {
      const [open, own] = [groups.get(group)?.get(general), groups.get(group)?.get(compartment)];
      return own === undefined || own === open ? (open ?? nobody) : new Set([...(open ?? nobody), ...own]);
    },
  };
}
export type Groups = ReturnType<typeof createGroups>;
const nobody: ReadonlySet<Id> = new Set();

/** copresence.csv: one row a participant; folded between the participants of one event. One of them has to be a subject. */
export function createCopresenceMaker(context: ImportContext, reader: RowReader, groups: Groups): EventMaker {
  const [eventCell, personCell, kindCell, placeCell, fromCell, toCell, dutyCell, approvalCell] = [
    'event_id',
    'person_id',
    'kind',
    'place',
    'from',
    'to',
    'on_duty',
    'approval_id',
  ].map((name) => reader.cell(name));
  const readTime = createTimeReader(context, reader);
  // An event may have thousands of rows: what holds for all of them is worked out once.
  const counselOf = new Map<string, { counsel: ReadonlySet<Id>; nobodyLeft: boolean }>();
  const basisOf = new Map<string, BasisReason | null>();

  /** Counsel is left out of an event with his suspect; where then fewer than two are left, so is the event. */
  function isPrivileged(person: Id, event: string, compartment: string): boolean {
    const privilege = context.privilege.of(compartment);
    if (privilege.none()) return false;
    const key = `${compartment} ${event}`;
    let known = counselOf.get(key);
    if (known === undefined) {
      const members = groups.membersOf(event, compartment);
      const counsel = new Set([...members].filter((one) => privilege.isCounselOfOne(one, members)));
      known = { counsel, nobodyLeft: counsel.size > 0 && members.size - counsel.size < 2 };
      counselOf.set(key, known);
    }
    return known.nobodyLeft || known.counsel.has(person);
  }

  function noSubject(event: string, ground: Ground, compartment: string): BasisReason | null {
    const key = `${ground.id} ${compartment} ${event}`;
    let known = basisOf.get(key);
    if (known === undefined) {
      known = ground.basis.ofParticipants('copresence', groups.membersOf(event, compartment));
      basisOf.set(key, known);
    }
    return known;
  }

  return {
    async make(rows, provenanceOf) {
      const provenances = rows.map(provenanceOf);
      await context.references.prepare(rows, reader, provenances);
      return rows.map((row, place) => {
        const provenance = provenances[place] ?? null;
        return provenance === null ? null : makeOne(row, provenance);
      });
    },
  };

  function makeOne(row: Row, provenance: Provenance): EventRow | null {
    const { compartment } = provenance;
    const event = reader.id(row, eventCell);
    const person = entityAt(context, reader, row, personCell, compartment);
    const detail = reader.value(row, kindCell) ?? '';
    const onDuty = reader.value(row, dutyCell);
    const started = readTime(row, fromCell, fromCell?.index ?? -1, 'first');
    const ended = readTime(row, toCell, toCell?.index ?? -1, 'last');
    if (started !== null && ended !== null && ended < started) faultOf(row, 'ends_before_start', 'to');
    if (row.fault !== null || person === null) return null;
    const ground = context.approvals.ground(reader.id(row, approvalCell), context.approval, compartment);
    if (typeof ground === 'string') {
      faultOf(row, ground, 'approval_id');
      return null;
    }
    const atSeconds = started ?? ended;
    const first = atSeconds === null ? null : Math.floor(atSeconds / 86_400);
    const last = atSeconds === null ? null : Math.floor((ended ?? atSeconds) / 86_400);
    const fault = noSubject(event, ground, compartment) ?? ground.basis.inWindow(first, last);
    if (fault !== null)
      faultOf(
        row,
        fault,
        fault === 'window' || fault === 'no_time' ? 'from' : fault === 'subject' ? 'person_id' : 'approval_id',
      );
    else if (isPrivileged(person, event, provenance.compartment)) faultOf(row, 'counsel', 'person_id');
    if (row.fault !== null || atSeconds === null) return null;
    return {
      from: person,
      to: null,
      fromGiven: reader.id(row, personCell),
      toGiven: null,
      group: keyOf(context.namespace, event),
      atSeconds,
      untilSeconds: started === null ? null : ended,
      amount: 0,
      count: 1,
      detail,
      note: reader.text(row, placeCell),
      onDuty: onDuty === null ? null : onDuty === 'true',
      source: provenance.source,
      origin: provenance.origin,
      grade: provenance.gradeRank,
      compartment: provenance.compartment,
      approval: ground.id,
      knownDay: provenance.knownDay,
      file: reader.file.file,
      line: row.line,
    };
  }
}
