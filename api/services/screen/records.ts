import type {
  AwarenessFact,
  BidFact,
  CaseFact,
  DecisionFact,
  DisclosureFact,
  ObtainedFact,
  OperationFact,
  PartyFact,
  TenderFact,
} from '../../../analysis/umbrella/facts.ts';
import type { Said } from '../../../model/assertion.ts';
import type { ClockDays } from '../../../model/clocks.ts';
import { happenedBy } from '../../../model/clocks.ts';
import { localSeconds } from '../../../model/dates.ts';
import type { Id } from '../../../model/ids.ts';
import type { TieKind } from '../../../model/vocabulary/kinds.ts';
import type { TypeName } from '../../../model/vocabulary/types.ts';
import { counts, dayOrNull, lastDayOrNull, type Merged, mergedByAbout } from './said.ts';

export const recordTypes = [
  'CourtCase',
  'Decision',
  'Tender',
  'Operation',
  'Disclosure',
  'RecordsObtained',
  'Gang',
  'Company',
] as const satisfies readonly TypeName[];
export const recordKinds = [
  'case',
  'tender',
  'operation',
  'awareness',
  'gang_member',
] as const satisfies readonly TieKind[];

/** Cases, decisions, tenders, operations and registers, from what was scanned. `one` joins entities that were judged to be one. */
export function createRecords(clocks: ClockDays, one: (id: Id) => Id) {
  const said = new Map<string, Said[]>();
  const sectors = new Map<Id, { area: string; sector: string }>(); // companies are many: only these two words are kept

  function add(chunk: readonly Said[]): void {
    for (const item of chunk) {
      if (!counts(item, clocks)) continue;
      if (item.kind === 'Company') addCompany(item);
      else {
        const key = item.ends === null ? item.kind : item.ends.kind;
        const held = said.get(key);
        if (held === undefined) said.set(key, [item]);
        else held.push(item);
      }
    }
  }

  function addCompany(item: Said): void {
    const id = one(item.about);
    const before = sectors.get(id);
    sectors.set(id, {
      area: before?.area || (item.properties.area?.[0] ?? ''),
      sector: before?.sector || (item.properties.sector?.[0] ?? ''),
    });
  }

  const entities = (type: TypeName): [Id, Merged][] => [
    ...mergedByAbout(said.get(type) ?? [], (item) => one(item.about)),
  ];
  const ties = (kind: TieKind): Merged[] => [...mergedByAbout(said.get(kind) ?? [], (item) => item.about).values()];
  const idOrNull = (id: string | null): Id | null => (id === null ? null : one(id));

  return {
    add,
    companies: (): ReadonlyMap<Id, { area: string; sector: string }> => sectors,

    cases(): CaseFact[] {
      const parties = partiesByCase();
      return entities('CourtCase').map(([id, record]) => ({
        id,
        kind: record.text('caseKind') ?? '',
        charge: record.text('charge') ?? '',
        area: record.text('area') ?? '',
        unit: idOrNull(record.text('handlingUnit')),
        openedDay: record.day('fileDate'),
        evidence: record.number('evidence'),
        severity: record.number('severity'),
        parties: parties.get(id) ?? [],
      }));
    },

    decisions: (): DecisionFact[] =>
      entities('Decision').flatMap(([id, record]) => {
        const caseId = record.text('case');
        const day = record.day('date') ?? dayOrNull(record.best.validFrom);
        if (caseId === null || day === null || !happenedBy(clocks, day)) return [];
        return [
          {
            id,
            caseId: one(caseId),
            party: idOrNull(record.text('party')),
            stage: record.text('stage') ?? '',
            decision: record.text('decision') ?? '',
            day,
            handler: idOrNull(record.text('handler')),
            approver: idOrNull(record.text('approver')),
            assertions: record.assertions,
          },
        ];
      }),

    tenders: (): TenderFact[] =>
      entities('Tender').flatMap(([id, record]) => {
        const day = record.day('date') ?? dayOrNull(record.best.validFrom);
        if (day === null || !happenedBy(clocks, day)) return [];
        return [
          {
            id,
            official: idOrNull(record.text('official')),
            sector: record.text('sector') ?? '',
            area: record.text('area') ?? '',
            day,
            method: record.text('method') ?? '',
            assertions: record.assertions,
          },
        ];
      }),

    bids: (): BidFact[] =>
      ties('tender')
        .filter((tie) => tie.best.ends?.role === 'bidder')
        .map((tie) => ({
          tender: one(tie.best.ends!.to),
          company: one(tie.best.ends!.from),
          amount: tie.number('amount'),
          won: tie.truth('won') === true,
          assertions: tie.assertions,
        })),

    operations(): OperationFact[] {
      const targets = new Map<Id, Id[]>();
      for (const tie of ties('operation')) {
        const id = one(tie.best.ends!.from);
        targets.set(id, [...(targets.get(id) ?? []), one(tie.best.ends!.to)]);
      }
      return entities('Operation').flatMap(([id, record]) => {
        const atSeconds = record.seconds('date') ?? secondsOf(record.best.validFrom);
        if (atSeconds === null || !happenedBy(clocks, Math.floor(atSeconds / 86_400))) return [];
        const named = [...(targets.get(id) ?? []), ...record.list('target').map(one)];
        return [
          {
            id,
            targets: [...new Set(named)],
            atSeconds,
            outcome: record.text('outcome'),
            assertions: record.assertions,
          },
        ];
      });
    },

    /** Rows of contact are added once the events have been asked. */
    awareness: (): Omit<AwarenessFact, 'rows'>[] =>
      ties('awareness').map((tie) => ({
        operation: one(tie.best.ends!.to),
        person: one(tie.best.ends!.from),
        fromSeconds: tie.seconds('startDate') ?? secondsOf(tie.best.validFrom),
        assertions: tie.assertions,
      })),

    disclosures: (): DisclosureFact[] =>
      entities('Disclosure').flatMap(([, record]) => {
        const person = record.text('person');
        const day = record.day('date') ?? dayOrNull(record.best.validFrom);
        if (person === null || day === null) return [];
        return [
          {
            person: one(person),
            kind: record.text('disclosureKind') ?? '',
            about: idOrNull(record.text('about')),
            day,
            assertions: record.assertions,
          },
        ];
      }),

    /** Rows of an approval that has ended can no longer be read: what was obtained by it is unknown again. */
    obtained: (endedApprovals: readonly string[]): ObtainedFact[] =>
      entities('RecordsObtained').flatMap(([, record]) => {
        const person = record.text('person');
        const kind = record.text('recordsKind');
        if (person === null || kind === null || endedApprovals.includes(record.text('approval') ?? '')) return [];
        return [
          {
            person: one(person),
            kind,
            fromDay: record.day('startDate') ?? dayOrNull(record.best.validFrom),
            toDay: lastDayOrNull(record.text('endDate') ?? record.best.validTo),
            assertions: record.assertions,
          },
        ];
      }),

    gangPlaces: (): ReadonlyMap<Id, { area: string | null; sectors: readonly string[] }> =>
      new Map(
        entities('Gang').map(([id, record]) => [id, { area: record.text('area'), sectors: record.list('sector') }]),
      ),

    /** `person gang` → first day and the assertions that say so. */
    memberships(): ReadonlyMap<string, { fromDay: number | null; assertions: readonly Id[] }> {
      return new Map(
        ties('gang_member').map((tie) => [
          `${one(tie.best.ends!.from)} ${one(tie.best.ends!.to)}`,
          { fromDay: dayOrNull(tie.best.validFrom), assertions: tie.assertions },
        ]),
      );
    },
  };

  function partiesByCase(): Map<Id, PartyFact[]> {
    const byPair = mergedByAbout(said.get('case') ?? [], (item) => `${one(item.ends!.to)} ${one(item.ends!.from)}`);
    const byCase = new Map<Id, PartyFact[]>();
    for (const record of byPair.values()) {
      const { from, to } = record.best.ends!;
      const party: PartyFact = {
        person: one(from),
        roles: [...new Set(record.all.map((item) => item.ends!.role))],
        priors: record.number('priors'),
        pleaded: record.truth('pleaded'),
        restitution: record.truth('restitution'),
        illness: record.truth('illness'),
        assertions: record.assertions,
      };
      byCase.set(one(to), [...(byCase.get(one(to)) ?? []), party]);
    }
    return byCase;
  }
}
export type Records = ReturnType<typeof createRecords>;

function secondsOf(date: string | null): number | null {
  if (date === null || date === '') return null;
  const day = dayOrNull(date);
  return localSeconds(date) ?? (day === null ? null : day * 86_400);
}
