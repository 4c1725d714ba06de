/** Signs that a spreadsheet takes for a formula, also behind blanks and line breaks. */
const formula = /^[\s\u3000]*[=+\-@\t\r＝＋－＠]/;

/** One line of CSV for a person's spreadsheet: quoted where needed, formulas disarmed by an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

export function csvCell(cell: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
