import { isRecord } from '../isRecord.ts';
import type { FaultItem, Item, ItemReader, Note } from '../items.ts';
import { readLines } from '../lines.ts';
import { createEntityReader } from './entity.ts';

/** FollowTheMoney JSON lines: one entity a line, also the API's form with entities inside entities, and the changes of a delta
 * (`{"op", "entity"}`). Each line stands or falls alone. */
export function ftmReader(today: string): ItemReader {
  const read = createEntityReader(today);
  return async function* items(file, how) {
    for await (const lines of readLines(file.read(), how)) {
      const found: Item[] = [];
      for (const { text, number, tooLong } of lines) {
        if (tooLong) found.push(fault(number, 'line_too_long'));
        else if (text.trim() !== '') lineItems(text, number, found);
      }
      if (found.length > 0) yield found;
    }
  };

  function lineItems(text: string, line: number, into: Item[]) {
    const given = parsed(text);
    if (!isRecord(given)) return void into.push(fault(line, 'bad_json'));
    if (!isRecord(given.entity) || typeof given.op !== 'string') return read(given, line, into);
    if (given.op === 'DEL') return void into.push(fault(line, 'deletion', 'op'));
    if (given.op !== 'ADD' && given.op !== 'MOD') return void into.push(fault(line, 'bad_value', 'op'));
    read(given.entity, line, into);
  }
}

/** Undefined where it is no JSON: whoever asks wants an object. A mark that another file began with is no part of the line. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fault(line: number, why: Note['why'], field: string | null = null): FaultItem {
  return { item: 'fault', line, inner: false, why, field };
}
