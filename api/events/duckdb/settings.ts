import type { EventRow } from '../events.ts';
import { createLineBuffer } from './lineBuffer.ts';

/** Columns of a setting, in its order. */
export const settingColumns = {
  setting: 'INTEGER',
  detail: 'VARCHAR',
  source: 'VARCHAR',
  origin: 'VARCHAR',
  grade: 'INTEGER',
  compartment: 'VARCHAR',
  approval: 'VARCHAR',
  known_day: 'INTEGER',
  file: 'VARCHAR',
} as const;

type Setting = Pick<
  EventRow,
  'detail' | 'source' | 'origin' | 'grade' | 'compartment' | 'approval' | 'knownDay' | 'file'
>;

/** Numbers of the settings of a stage: what whole runs of its rows share. The rows that follow each other mostly differ in approval and detail alone. */
export function createSettings() {
  const numbers = new Map<string, Map<string, number[]>>();
  const all: Setting[] = [];

  function alike(row: EventRow): number[] {
    const known = numbers.get(row.approval)?.get(row.detail);
    if (known !== undefined) return known;
    const made: number[] = [];
    const byDetail = numbers.get(row.approval);
    if (byDetail === undefined) numbers.set(row.approval, new Map([[row.detail, made]]));
    else byDetail.set(row.detail, made);
    return made;
  }
  return {
    numberOf(row: EventRow): number {
      const candidates = alike(row);
      for (const number of candidates) if (isSame(all[number]!, row)) return number;
      const made = all.push(row) - 1;
      candidates.push(made);
      return made;
    },
    lines(): Uint8Array {
      const lines = createLineBuffer(1 << 12);
      for (const [number, one] of all.entries()) {
        lines.whole(number);
        lines.text(one.detail);
        lines.text(one.source);
        lines.text(one.origin);
        lines.whole(one.grade);
        lines.text(one.compartment);
        lines.text(one.approval);
        lines.whole(one.knownDay);
        lines.text(one.file);
        lines.endLine();
      }
      return lines.take();
    },
  };
}

const isSame = (a: Setting, b: Setting): boolean =>
  a.source === b.source &&
  a.origin === b.origin &&
  a.grade === b.grade &&
  a.compartment === b.compartment &&
  a.knownDay === b.knownDay &&
  a.file === b.file;
