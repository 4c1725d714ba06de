import { stat } from 'node:fs/promises';
import type { Id } from '../../../model/ids.ts';
import { tieKindNames } from '../../../model/vocabulary/kinds.ts';
import { createCollector } from './collector.ts';
import type { Columns } from './columns.ts';
import { readSegment, SegmentUnreadable, segmentPath } from './segmentFile.ts';

export interface ColumnsReader {
  /** The columns of these batches. Only segments not read before are read; `missing` are not there or not whole and have to be
   * made again. A segment that went or was rewritten (an erasure) makes it start afresh. */
  load(batches: readonly Id[]): Promise<{ columns: Columns; missing: Id[] }>;
}

export function createColumnsReader(folder: string): ColumnsReader {
  let collector = createCollector(tieKindNames);
  let read = new Map<Id, string>(); // batch → what identified its file
  let turn: Promise<unknown> = Promise.resolve();

  async function load(batches: readonly Id[]): Promise<{ columns: Columns; missing: Id[] }> {
    const marks = await Promise.all(batches.map((batch) => fileMark(folder, batch)));
    const present = new Map(batches.map((batch, at) => [batch, marks[at]!]));
    if ([...read].some(([batch, mark]) => present.get(batch) !== mark)) {
      collector = createCollector(tieKindNames);
      read = new Map();
    }
    const missing: Id[] = [];
    for (const [batch, mark] of present) {
      if (read.has(batch)) continue;
      try {
        collector.add(await readSegment(folder, batch));
        read.set(batch, mark);
      } catch (error) {
        if (!(error instanceof SegmentUnreadable)) throw error;
        missing.push(batch);
      }
    }
    return { columns: collector.picture([...read.keys()]), missing };
  }

  return {
    /** One at a time: the tables are shared. */
    load(batches) {
      const result = turn.then(() => load(batches));
      turn = result.catch(() => undefined);
      return result;
    },
  };
}

/** A rewritten segment is a new file: another inode, time or size. */
async function fileMark(folder: string, batch: Id): Promise<string> {
  const found = await stat(segmentPath(folder, batch)).catch(() => undefined);
  return found === undefined ? 'none' : `${found.ino} ${found.mtimeMs} ${found.size}`;
}
