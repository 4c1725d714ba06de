import type { Assertion, Ends, Judgement, Properties, Said } from './assertion.ts';
import { compareText } from './audience.ts';
import { captionOf } from './caption.ts';
import type { ClockDays } from './clocks.ts';
import { validAt } from './clocks.ts';
import { firstDay, lastDay } from './dates.ts';
import { gradeRank } from './grades.ts';
import type { Id } from './ids.ts';
import { happeningKinds } from './standing/kinds.ts';
import type { TypeName } from './vocabulary/types.ts';

/** One value of a property and the assertions that say it, best first. */
export interface MergedValue {
  readonly value: string;
  readonly assertions: readonly Id[];
}
export interface EntityView {
  readonly id: Id;
  readonly key: string;
  readonly type: TypeName;
  readonly caption: string;
  readonly members: readonly Id[];
  readonly properties: Readonly<Record<string, readonly MergedValue[]>>;
}
export interface TieView {
  readonly id: Id;
  readonly ends: Ends;
  readonly type: TypeName;
  readonly properties: Readonly<Record<string, readonly MergedValue[]>>;
  readonly assertions: readonly Id[];
  readonly first: string | null;
  readonly last: string | null;
  readonly certainty: 'confirmed' | 'suspected';
}

/** Best grade first, then newest, then by id: one order for every merge. */
export function compareAssertions(a: Assertion, b: Assertion): number {
  return gradeRank(a.grade) - gradeRank(b.grade) || compareText(b.knownAt, a.knownAt) || compareText(a.id, b.id);
}

/** Whether it speaks at these clocks: known by then, not taken back as far as this reader may know, and valid then. */
export function speaks(said: Said, clocks: ClockDays): boolean {
  return isKnown(said, clocks) && holds(said, clocks);
}

/** Known by then and not taken back by then, whenever it was true. */
export function isKnown(said: Said, clocks: ClockDays): boolean {
  if (firstDay(said.knownAt.slice(0, 10)) > clocks.knownTo) return false;
  return said.retraction === null || firstDay(said.retraction.knownAt.slice(0, 10)) > clocks.knownTo;
}

function holds(said: Assertion, clocks: ClockDays): boolean {
  const days = validityOf(said);
  return validAt(clocks, days.from, clocks.trueFrom === null ? days.toForDay : days.toForWindow);
}

/** The days an assertion holds, by how one asks: at a single day or within a window.
 * A dated happening (decision, tender, case) holds from its day on; a window asks for the day itself. */
export function validityOf(said: Pick<Assertion, 'ends' | 'validFrom' | 'validTo'>): {
  from: number;
  toForDay: number;
  toForWindow: number;
} {
  const from = firstDay(said.validFrom);
  const happening = said.ends !== null && happeningKinds.has(said.ends.kind);
  if (happening) return { from, toForDay: lastDay(null), toForWindow: lastDay(said.validFrom ?? said.validTo) };
  const to = lastDay(said.validTo);
  return { from, toForDay: to, toForWindow: to };
}

/** Merges what a reader may see about one entity (all its members). Undefined when nothing speaks: then it does not exist. */
export function mergeEntity(members: readonly Id[], said: readonly Said[], clocks: ClockDays): EntityView | undefined {
  const speaking = said.filter((one) => one.ends === null && speaks(one, clocks)).sort(compareAssertions);
  const best = speaking[0];
  if (best === undefined) return undefined;
  const visible = members.filter((id) => speaking.some((one) => one.about === id)).sort(compareText);
  const properties = mergeProperties(speaking);
  const keys = speaking.map((one) => one.key).sort(compareText);
  return {
    id: visible[0]!,
    key: keys[0]!,
    type: best.kind,
    caption: captionOf(best.kind, properties, best.validFrom, keys[0]!),
    members: visible,
    properties,
  };
}

/** Merges what a reader may see about one tie. That both ends must be visible too is the caller's to check. */
export function mergeTie(said: readonly Said[], clocks: ClockDays): TieView | undefined {
  const speaking = said.filter((one) => one.ends !== null && speaks(one, clocks)).sort(compareAssertions);
  const best = speaking[0];
  if (best?.ends == null) return undefined;
  const from = speaking.map((one) => one.validFrom).filter((date) => date !== null);
  const to = speaking.map((one) => one.validTo);
  return {
    id: best.about,
    ends: best.ends,
    type: best.kind,
    properties: mergeProperties(speaking),
    assertions: speaking.map((one) => one.id),
    first: from.length === 0 ? null : from.reduce((a, b) => (firstDay(a) <= firstDay(b) ? a : b)),
    last: to.some((date) => date === null) ? null : to.reduce((a, b) => (lastDay(a) >= lastDay(b) ? a : b)),
    certainty: speaking.every((one) => one.properties.certainty?.[0] === 'suspected') ? 'suspected' : 'confirmed',
  };
}

/** Differing values are all kept, each with the assertions that say it; the order is that of the best assertion. */
function mergeProperties(
  speaking: readonly { readonly id: Id; readonly properties: Properties }[],
): Record<string, MergedValue[]> {
  const merged: Record<string, Map<string, Id[]>> = Object.create(null);
  for (const one of speaking) {
    for (const [name, values] of Object.entries(one.properties)) {
      merged[name] ??= new Map();
      for (const value of values) {
        const ids = merged[name].get(value);
        if (ids === undefined) merged[name].set(value, [one.id]);
        else if (!ids.includes(one.id)) ids.push(one.id);
      }
    }
  }
  return Object.fromEntries(
    Object.keys(merged)
      .sort(compareText)
      .map((name) => [name, [...merged[name]!].map(([value, assertions]) => ({ value, assertions }))]),
  );
}

/** Which entities are one, by the last judgement of each pair known by then. Returns each member's group, sorted, least id first. */
export function groupsOf(judgements: readonly Judgement[], clocks: ClockDays): Map<Id, readonly Id[]> {
  const last = new Map<string, Judgement>();
  for (const one of judgements) {
    if (firstDay(one.knownAt.slice(0, 10)) > clocks.knownTo) continue;
    const pair = [one.a, one.b].sort(compareText).join(' ');
    const held = last.get(pair);
    if (held === undefined || compareJudgements(held, one) < 0) last.set(pair, one);
  }
  const parent = new Map<Id, Id>();
  const find = (id: Id): Id => {
    let root = id;
    while ((parent.get(root) ?? root) !== root) root = parent.get(root)!;
    parent.set(id, root);
    return root;
  };
  for (const one of last.values()) {
    if (one.judgement !== 'positive') continue;
    const [low, high] = [find(one.a), find(one.b)].sort(compareText) as [Id, Id];
    parent.set(high, low);
    parent.set(low, low);
  }
  const groups = new Map<Id, Id[]>();
  for (const id of parent.keys()) {
    const root = find(id);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [id]);
    else group.push(id);
  }
  const byMember = new Map<Id, readonly Id[]>();
  for (const group of groups.values()) {
    group.sort(compareText);
    for (const id of group) byMember.set(id, group);
  }
  return byMember;
}

function compareJudgements(a: Judgement, b: Judgement): number {
  return compareText(a.knownAt, b.knownAt) || compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id);
}
