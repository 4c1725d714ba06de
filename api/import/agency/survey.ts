import { detached } from '../rows/detached.ts';
import type { Entry, ReportedEnd } from './entry.ts';

/** Whom the rows name as holder of a number, and where. */
export interface Naming extends ReportedEnd {
  readonly file: number;
  readonly line: number;
  /** It is the account or telephone that the record is about. */
  own: boolean;
}
export interface Survey {
  /** Rows told by another row: by file, their lines. */
  readonly leftOut: readonly ReadonlySet<number>[];
  /** Rows that others tell too: by file and line, where those stand. */
  readonly also: readonly ReadonlyMap<number, string>[];
  /** Each number under which a file knows one account: the card, where exactly one was seen with the account. */
  readonly canonical: (number: string) => string;
  /** By number: each identity number named for it once, '' included. */
  readonly namings: ReadonlyMap<string, ReadonlyMap<string, Naming>>;
}

/** First reading of all tables of one kind: which rows tell the same event.
 *
 * Two rows are one event where time (to the second), amount in fen (of calls: the kind), the paying and the paid account (caller
 * and called number) are equal, and either
 *  - both are told by the same side: with equal serial numbers; without serial numbers the k-th of such rows of one file and the
 *    k-th of another, as equal rows of one file are events of their own; or
 *  - one is told by each side: matched one to one, those with equal serial numbers first, then in their order. (Every bank counts
 *    serial numbers for itself, so that differing ones say nothing.) So many rows a side has, so many events there are at least.
 * The row of the paying (calling) side stands; of equals the first one does. Cost: O(rows) time, a key a row in memory. */
export function createSurvey(fileNames: readonly string[]) {
  const seen = new Map<string, number>();
  const leftOut = fileNames.map(() => new Set<number>());
  const also = fileNames.map(() => new Map<number, string>());
  const own = new Set<string>();
  const cards = new Map<string, Set<string>>();
  const namings = new Map<string, Map<string, Naming>>();
  let ordinals = new Map<string, number>();
  let current = -1;

  function dropFor(dropped: number, kept: number): void {
    leftOut[fileOf(dropped)]?.add(lineOf(dropped));
    const [file, line] = [fileOf(kept), lineOf(kept)];
    const place = `${fileNames[fileOf(dropped)] ?? ''}:${lineOf(dropped)}`;
    const before = also[file]?.get(line);
    const further = also[fileOf(dropped)]?.get(lineOf(dropped));
    also[fileOf(dropped)]?.delete(lineOf(dropped));
    also[file]?.set(line, [before, place, further].filter((one) => one !== undefined).join('; '));
  }

  function name(end: ReportedEnd, isOwn: boolean, file: number, line: number): void {
    if (end.number === '' || (!isOwn && end.name === '' && end.identity === '')) return;
    let known = namings.get(end.number);
    if (known === undefined) {
      known = new Map();
      namings.set(detached(end.number), known);
    }
    const before = known.get(end.identity);
    if (before !== undefined) before.own ||= isOwn;
    else {
      const [number, bank] = [detached(end.number), detached(end.bank)];
      known.set(detached(end.identity), {
        number,
        name: detached(end.name),
        identity: detached(end.identity),
        bank,
        file,
        line,
        own: isOwn,
      });
    }
  }

  function take(entry: Entry, file: number, line: number): void {
    if (file !== current) {
      current = file;
      ordinals = new Map();
    }
    name(entry.own, true, file, line);
    name(entry.other, false, file, line);
    own.add(detached(entry.own.number));
    if (entry.ownSecond !== '' && entry.ownSecond !== entry.own.number) {
      const known = cards.get(entry.ownSecond);
      if (known === undefined) cards.set(detached(entry.ownSecond), new Set([entry.own.number]));
      else known.add(entry.own.number);
    }
    if (entry.sameness === null || entry.other.number === '') return;
    const [from, to] = entry.side === 'out' ? [entry.own, entry.other] : [entry.other, entry.own];
    const told = [from.number, to.number, entry.sameness, entry.side].join(between);
    const key = detached(told + between + (entry.serial === '' ? noSerial + next(told) : entry.serial));
    const place = packed(file, line);
    const kept = seen.get(key);
    if (kept === undefined) seen.set(key, place);
    else dropFor(place, kept);
  }
  function next(told: string): number {
    const ordinal = (ordinals.get(told) ?? 0) + 1;
    ordinals.set(detached(told), ordinal);
    return ordinal;
  }

  function canonical(number: string): string {
    const known = own.has(number) ? undefined : cards.get(number);
    if (known?.size !== 1) return number;
    const [card] = known;
    return card ?? number;
  }

  /** Joins what both sides tell: only where both are sides that some record is about. */
  function joinSides(): void {
    const groups = new Map<string, { out: Told[]; in: Told[] }>();
    for (const [key, place] of seen) {
      const [from = '', to = '', sameness = '', side = '', serial = ''] = key.split(between);
      const [payer, payee] = [canonical(from), canonical(to)];
      if (!own.has(side === 'out' ? payee : payer)) continue;
      const event = [payer, payee, sameness].join(between);
      const group = groups.get(event) ?? { out: [], in: [] };
      groups.set(event, group);
      group[side === 'out' ? 'out' : 'in'].push({ place, serial });
    }
    seen.clear();
    for (const { out, in: into } of groups.values()) joinGroup(out, into);
  }
  function joinGroup(out: readonly Told[], into: readonly Told[]): void {
    const bySerial = new Map<string, Told[]>();
    for (const one of [...into].reverse()) {
      const known = bySerial.get(one.serial);
      if (known === undefined) bySerial.set(one.serial, [one]);
      else known.push(one);
    }
    const taken = new Set<Told>();
    const alone = out.filter((one) => {
      const match = one.serial.startsWith(noSerial) ? undefined : bySerial.get(one.serial)?.pop();
      if (match === undefined) return true;
      taken.add(match);
      dropFor(match.place, one.place);
      return false;
    });
    const open = into.filter((one) => !taken.has(one));
    for (const [place, one] of alone.entries()) {
      const match = open[place];
      if (match === undefined) return;
      dropFor(match.place, one.place);
    }
  }

  return {
    take,
    finish(): Survey {
      joinSides();
      return { leftOut, also, canonical, namings };
    },
  };
}

interface Told {
  readonly place: number;
  readonly serial: string;
}
/** No cell holds it: a row with a NUL is refused. */
const between = '\0';
const noSerial = '#';
/** File and line in one number. */
const linesPerFile = 2 ** 40;
const packed = (file: number, line: number): number => file * linesPerFile + line;
const fileOf = (place: number): number => Math.floor(place / linesPerFile);
const lineOf = (place: number): number => place % linesPerFile;
