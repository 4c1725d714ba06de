import type { AssertionDraft } from '../../../model/assertion.ts';
import { type Audience, audienceOf, general } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { isPartialDate } from '../../../model/dates.ts';
import { Forbidden, InvalidInput, NotFound } from '../../../model/errors.ts';
import { type Grade, leastGrade } from '../../../model/grades.ts';
import { type Id, randomId, tieId } from '../../../model/ids.ts';
import { enumValue } from '../../../model/vocabulary/enums.ts';
import { kindOfType, type TieKind, tieKinds } from '../../../model/vocabulary/kinds.ts';
import { propertiesOf, type TypeName, typeDefinitions } from '../../../model/vocabulary/types.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Entities } from '../entities.ts';
import type { AssertionJson, Evidence } from '../evidence/assertions.ts';
import type { HandBatch } from './batch.ts';

export interface HandEntry {
  readonly about?: Id;
  readonly kind: TypeName;
  readonly ends?: {
    readonly from: Id;
    readonly to: Id;
    readonly kind?: TieKind | undefined;
    readonly role?: string | undefined;
  };
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly source: string;
  readonly grade?: Grade;
  readonly compartment?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly knownAt?: string;
}

/** Calls, payments, co-presence, accounts and phones come under an approval, by import alone. */
const restricted: ReadonlySet<TypeName> = new Set([
  'Call',
  'Payment',
  'CoPresence',
  'BankAccount',
  'Phone',
  'PhoneUse',
  'Approval',
  'Informant',
]);

/** What a person writes by hand: an assertion, taking one back, contesting one, same or not the same. */
export function createHand({
  facts,
  entities,
  evidence,
  write,
  random,
}: {
  facts: Facts;
  entities: Entities;
  evidence: Evidence;
  write: HandBatch;
  /** Where new ids come from; tests that compare two stores bring the same one twice. */
  random?: (size: number) => Uint8Array;
}) {
  return {
    async enter(viewer: Viewer, clocks: Clocks, entry: HandEntry): Promise<AssertionJson> {
      const compartment = heldCompartment(viewer, entry.compartment);
      if (restricted.has(entry.kind))
        throw new InvalidInput('kind', 'this kind comes in under an approval, by import alone', 'no_basis');
      const properties = checkedProperties(entry.kind, entry.properties);
      const readers = readersOf(viewer, compartment);
      const ends = await checkedEnds(viewer, readers, clocks, entry);
      if (entry.about !== undefined) await entities.get(readers, clocks, entry.about);
      const draft: AssertionDraft = {
        about: ends === null ? (entry.about ?? randomId('e', random)) : tieId(ends.kind, ends.from, ends.to, ends.role),
        kind: entry.kind,
        ends,
        properties,
        key: `hand/${randomId('h', random).slice(2)}`,
        source: entry.source,
        origin: viewer.user.unit ?? entry.source,
        grade: entry.grade ?? leastGrade,
        compartment,
        approval: null,
        validFrom: checkedDate('validFrom', entry.validFrom),
        validTo: checkedDate('validTo', entry.validTo),
        knownAt: entry.knownAt ?? clocks.knownAt,
      };
      const written = await write(
        viewer,
        'hand',
        { drafts: [draft] },
        { action: 'assertion', subjects: [draft.about] },
      );
      return evidence.one(viewer.audience, clocks, written.assertions[0]!.id);
    },

    /** Taken back for whoever may see it: the retraction has the compartment of what it takes back. */
    async retract(viewer: Viewer, clocks: Clocks, id: Id, reason: string): Promise<AssertionJson> {
      const said = await visible(viewer, clocks, id);
      if (said.retraction === null) {
        const retraction = {
          assertion: id,
          by: viewer.user.name,
          reason,
          knownAt: clocks.knownAt,
          compartment: said.compartment,
        };
        await write(
          viewer,
          'retraction',
          { retractions: [retraction] },
          { action: 'retraction', subjects: [said.about] },
        );
      }
      return evidence.one(viewer.audience, clocks, id);
    },

    async object(viewer: Viewer, clocks: Clocks, id: Id, text: string): Promise<AssertionJson> {
      const said = await visible(viewer, clocks, id);
      const objection = {
        assertion: id,
        by: viewer.user.name,
        text,
        answer: null,
        knownAt: clocks.knownAt,
        compartment: said.compartment,
      };
      await write(viewer, 'objection', { objections: [objection] }, { action: 'objection', subjects: [said.about] });
      return evidence.one(viewer.audience, clocks, id);
    },

    async judge(
      viewer: Viewer,
      clocks: Clocks,
      asked: {
        a: Id;
        b: Id;
        judgement: 'positive' | 'negative' | 'unsure' | 'none';
        reason: string;
        compartment?: string;
      },
    ) {
      const compartment = heldCompartment(viewer, asked.compartment);
      if (asked.a === asked.b) throw new InvalidInput('b', 'an entity is itself already');
      const known = await entities.visible(readersOf(viewer, compartment), clocks, [asked.a, asked.b]);
      if (!known.has(asked.a) || !known.has(asked.b)) throw new NotFound();
      const judgement = {
        a: asked.a,
        b: asked.b,
        judgement: asked.judgement,
        by: viewer.user.name,
        reason: asked.reason,
        knownAt: clocks.knownAt,
        compartment,
      };
      const written = await write(
        viewer,
        'judgement',
        { judgements: [judgement] },
        { action: 'judgement', subjects: [asked.a, asked.b] },
      );
      return written.judgements[0]!;
    },
  };

  async function visible(viewer: Viewer, clocks: Clocks, id: Id) {
    await evidence.one(viewer.audience, clocks, id);
    return (await facts.assertionsById(viewer.audience, clocks, [id]))[0]!;
  }

  async function checkedEnds(viewer: Viewer, readers: Audience, clocks: Clocks, entry: HandEntry) {
    const isTie = typeDefinitions[entry.kind].class === 'tie';
    if (entry.ends === undefined) {
      if (isTie) throw new InvalidInput('ends', 'a tie has two ends', 'missing_field');
      return null;
    }
    if (!isTie) throw new InvalidInput('ends', 'only a tie has ends');
    const kind = entry.ends.kind ?? kindOfType(entry.kind);
    if (kind === undefined || (tieKinds[kind].type !== entry.kind && entry.kind !== 'Bid'))
      throw new InvalidInput('ends.kind', 'this kind of tie has another type', 'unknown_kind');
    const { from, to, role = '' } = entry.ends;
    if (from === to) throw new InvalidInput('ends.to', 'a tie joins two entities');
    const known = await entities.visible(readers, clocks, [from, to]);
    if (!known.has(from)) throw new InvalidInput('ends.from', 'no such entity', 'unknown_id');
    if (!known.has(to)) throw new InvalidInput('ends.to', 'no such entity', 'unknown_id');
    if (kind === 'case' && role === 'suspect' && !viewer.user.roles.includes('supervisor'))
      throw new Forbidden('forbidden_role', 'naming somebody a suspect by hand needs a supervisor');
    return { kind, from, to, role };
  }
}
export type Hand = ReturnType<typeof createHand>;

/** An unheld compartment and one that does not exist are refused in the same words. */
function heldCompartment(viewer: Viewer, compartment: string | undefined): string {
  const wanted = compartment ?? general;
  if (!viewer.audience.compartments.includes(wanted))
    throw new InvalidInput('compartment', 'not a compartment you hold');
  return wanted;
}

/** Those for whom a row of this compartment is written: it may speak only of what all of them know, else it would be counted
 * where nobody sees it, or tell them of somebody they did not know of. */
const readersOf = (viewer: Viewer, compartment: string): Audience =>
  audienceOf([compartment], viewer.audience.endedApprovals);

function checkedDate(name: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!isPartialDate(text)) throw new InvalidInput(name, 'a date is YYYY, YYYY-MM or YYYY-MM-DD');
  return text;
}

function checkedProperties(kind: TypeName, properties: HandEntry['properties']): Record<string, readonly string[]> {
  const definitions = propertiesOf(kind);
  return Object.fromEntries(
    Object.entries(properties).map(([name, values]) => {
      const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
      if (definition === undefined)
        throw new InvalidInput(`properties.${name}`, 'this type has no such property', 'unknown_field');
      const checks: Partial<Record<typeof definition.type, (value: string) => string | undefined>> = {
        date: (value) => (isPartialDate(value.slice(0, 10)) ? value : undefined),
        number: (value) => (Number.isFinite(Number(value)) ? value : undefined),
        money: (value) => (Number.isFinite(Number(value)) ? value : undefined),
        boolean: (value) => (value === 'true' || value === 'false' ? value : undefined),
        enum: (value) => enumValue(definition.enum!, value), // an enum property names its enum
      };
      const check = checks[definition.type] ?? ((value: string) => value);
      return [
        name,
        values.map((value) => {
          const checked = check(value);
          if (checked === undefined) throw new InvalidInput(`properties.${name}`, `not a ${definition.type}`);
          return checked;
        }),
      ];
    }),
  );
}
