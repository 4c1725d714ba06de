import { foldWidth } from '../../../model/identity/width.ts';
import { missingCode, readId } from '../read/cells.ts';

/** A cell as meant: without the tab or blanks behind it, a spreadsheet's apostrophe or `="…"` around it, and the code for "missing". */
export function plainCell(cell: string | undefined): string {
  if (cell === undefined) return '';
  let text = cell.trim();
  if (text.startsWith("'")) text = text.slice(1).trim();
  if (text.startsWith('=')) text = /^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text;
  return text === missingCode || text === '-' || text === '--' ? '' : text;
}

/** A number that names something (account, telephone, identity number, serial number): width folded, `.0` dropped.
 * `null` where a spreadsheet wrote it in powers of ten: its digits are lost. */
export function plainNumber(cell: string | undefined): string | null {
  const plain = plainCell(cell);
  // Nearly all are digits alone.
  if (/^\d*$/.test(plain)) return plain;
  const text = readId(plain).trim();
  return /^\d(?:\.\d+)?e\+?\d+$/i.test(text) ? null : foldWidth(text);
}

/** Date and time of day, in one cell or in two, as the bundle writes them; what is not understood is left for its reader to refuse. */
export function plainTime(date: string, time: string): string {
  const [day, clock] = [compactTime(foldWidth(date)), foldWidth(time)];
  if (day === '' || clock.length > 8) return compactTime(clock);
  if (clock === '') return day;
  const parts = /^(\d{1,2})[:.]?(\d{2})(?:[:.]?(\d{2}))?$/.exec(
    clock.length === 5 && !/\D/.test(clock) ? `0${clock}` : clock,
  );
  return parts === null ? `${day} ${clock}` : `${day.split(/[ T]/)[0]} ${parts[1]}:${parts[2]}:${parts[3] ?? '00'}`;
}

/** `20240501221030`, `20240501 221030` → `2024-05-01T22:10:30`. */
function compactTime(text: string): string {
  const parts = /^(\d{4})(\d{2})(\d{2})[ T]?(\d{2})(\d{2})(\d{2})$/.exec(text);
  return parts === null ? text : `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}`;
}

/** Duration → seconds: `65`, `00:01:05`, `1:05`, `1分5秒`, `65秒`; other text is left for the reader of the column to refuse. */
export function plainSeconds(cell: string): string {
  const text = foldWidth(cell).replace(/\s+/g, '');
  const clock = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})$/.exec(text);
  const words = clock ?? /^(?:(\d+)(?:小时|时))?(?:(\d+)分钟?)?(?:(\d+)秒)?$/.exec(text);
  if (words === null || text === '') return text;
  const [hours, minutes, seconds] = [words[1], words[2], words[3]].map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
  ];
  return String(hours * 3600 + minutes * 60 + seconds);
}
