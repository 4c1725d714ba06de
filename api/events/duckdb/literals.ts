import { EngineUnavailable, InvalidInput } from '../../../model/errors.ts';
import { type Id, isId } from '../../../model/ids.ts';

/** Texts that have to stand in a statement (a view takes no parameters). A control character would end or hide part of it. */
export function textLiteral(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001f\u007f]/.test(text))
    throw new InvalidInput('text', 'a control character cannot be part of a name');
  return `'${text.replaceAll("'", "''")}'`;
}

export const textList = (texts: readonly string[]): string => texts.map(textLiteral).join(', ');

export function wholeLiteral(value: number): string {
  if (!Number.isSafeInteger(value)) throw new EngineUnavailable('not a whole number');
  return String(value);
}

/** Batches name folders: only an id may. */
export function checkedBatch(batch: Id): Id {
  if (!isId(batch)) throw new InvalidInput('batch', 'not the id of a batch');
  return batch;
}
