import type { TieFact } from '../../../analysis/umbrella/facts.ts';
import type { Said } from '../../../model/assertion.ts';
import type { Audience } from '../../../model/audience.ts';
import type { ClockDays, Clocks } from '../../../model/clocks.ts';
import type { Id } from '../../../model/ids.ts';
import type { TieKind } from '../../../model/vocabulary/kinds.ts';
import type { Facts } from '../../facts/facts.ts';
import { counts, dayOrNull, lastDayOrNull, mergedByAbout } from './said.ts';

const kinKinds = ['kin', 'spouse'] as const satisfies readonly TieKind[];
const socialKinds = [
  'household',
  'classmate',
  'comrade',
  'hometown',
  'colleague',
] as const satisfies readonly TieKind[];
const businessKinds = ['owner', 'director', 'representative', 'nominee'] as const satisfies readonly TieKind[];
const kinSteps = 2;

/** The stated ties a screen needs out of all there are: kin and marriage within two steps of an official or a suspect, shares and offices of
 * these people in companies, and recorded acquaintance between an official and a suspect. Two scans, as who is kin has to be known
 * before whose shares are kept; of the kin of the whole county only the two ends are held meanwhile. */
export async function gatherTies(
  facts: Facts,
  audience: Audience,
  clocks: Clocks,
  days: ClockDays,
  people: { one: (id: Id) => Id; officials: ReadonlySet<Id>; suspects: ReadonlySet<Id>; signal?: AbortSignal },
): Promise<TieFact[]> {
  const { one, officials, suspects } = people;
  const cancel = people.signal === undefined ? {} : { signal: people.signal };
  const kin = new Map<Id, Id[]>();
  const link = (a: Id, b: Id): void => {
    const held = kin.get(a);
    if (held === undefined) kin.set(a, [b]);
    else held.push(b);
  };
  for await (const chunk of facts.scan(audience, clocks, { kinds: kinKinds, ...cancel })) {
    for (const said of chunk) {
      if (said.ends === null || !counts(said, days)) continue;
      const [from, to] = [one(said.ends.from), one(said.ends.to)];
      link(from, to);
      link(to, from);
    }
  }
  const near = withinSteps([...officials, ...suspects], kin);
  const kept: Said[] = [];
  for await (const chunk of facts.scan(audience, clocks, {
    kinds: [...kinKinds, ...socialKinds, ...businessKinds],
    ...cancel,
  })) {
    for (const said of chunk) if (counts(said, days) && isWanted(said)) kept.push(said);
  }
  return [...mergedByAbout(kept, (said) => said.about).values()].flatMap((tie): TieFact[] => {
    const ends = tie.best.ends!;
    const [from, to] = [one(ends.from), one(ends.to)];
    if (from === to) return []; // its two ends were judged to be one
    return [
      {
        kind: ends.kind,
        from,
        to,
        role: ends.role,
        share: tie.number('percentage'),
        paidIn: tie.number('paidIn'),
        confirmed: tie.all.some((said) => said.properties.certainty?.[0] !== 'suspected'),
        fromDay: dayOrNull(tie.best.validFrom),
        toDay: lastDayOrNull(tie.best.validTo),
        assertions: tie.assertions,
      },
    ];
  });

  function isWanted(said: Said): boolean {
    if (said.ends === null) return false;
    const [from, to] = [one(said.ends.from), one(said.ends.to)];
    const kind = said.ends.kind;
    if ((kinKinds as readonly string[]).includes(kind)) return near.has(from) && near.has(to);
    if ((businessKinds as readonly string[]).includes(kind)) return near.has(from) || near.has(to);
    return (officials.has(from) && suspects.has(to)) || (officials.has(to) && suspects.has(from));
  }
}

function withinSteps(start: readonly Id[], neighbours: ReadonlyMap<Id, readonly Id[]>): Set<Id> {
  const seen = new Set(start);
  let frontier: readonly Id[] = [...seen];
  for (let step = 0; step < kinSteps; step++) {
    const next: Id[] = [];
    for (const id of frontier) {
      for (const other of neighbours.get(id) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        next.push(other);
      }
    }
    frontier = next;
  }
  return seen;
}
