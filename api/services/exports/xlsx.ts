import { strToU8, zipSync } from 'fflate';
import type { Cell, Table } from './csv.ts';
import { escapeXml } from './gexf.ts';

/** What a sheet can hold; more rows go on to a sheet of the same name with a number. */
const mostRows = 1_048_576;
const longestCell = 32_767;
const styles = { plain: 0, head: 1, text: 2 } as const;
/** What a spreadsheet would take for a formula, when the cell is edited or saved as CSV. */
const formula = /^[\s\u3000]*[=+\-@\t\r＝＋－＠]/;

/** An XLSX workbook (ECMA-376) of plain tables: every text a text, none of it a formula, no macros, no outside links. Equal tables
 * are equal bytes. A text longer than a cell may be is cut, and the cells that were are counted. */
export function xlsxBytes(
  tables: readonly { readonly name: string; readonly header: Table['header']; readonly rows: Table['rows'] }[],
): {
  bytes: Uint8Array;
  cutCells: number;
} {
  let cutCells = 0;
  const sheets = tables.flatMap(({ name, header, rows }) => {
    const parts = Math.max(1, Math.ceil(rows.length / (mostRows - 1)));
    return Array.from({ length: parts }, (_, part) => ({
      name: part === 0 ? name : `${name} ${part + 1}`,
      header,
      rows: rows.slice(part * (mostRows - 1), (part + 1) * (mostRows - 1)),
    }));
  });

  function cell(value: Cell, head: boolean): string {
    if (value === null || value === '') return '<c/>';
    if (typeof value === 'number' && Number.isFinite(value)) return `<c><v>${value}</v></c>`;
    let text = String(value);
    if (text.length > longestCell) {
      text = text.slice(0, longestCell);
      cutCells += 1;
    }
    const style = head ? styles.head : formula.test(text) ? styles.text : styles.plain;
    return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  }
  const row = (values: readonly Cell[], head = false): string =>
    `<row>${values.map((value) => cell(value, head)).join('')}</row>`;

  const files: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mime}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${mime}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${mime}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packageUri}"><Relationship Id="rId1" Type="${officeUri}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${sheetUri}" xmlns:r="${officeUri}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packageUri}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${officeUri}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${officeUri}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${sheetUri}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`,
  };
  for (const [at, { header, rows }] of sheets.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `${declaration}<worksheet xmlns="${sheetUri}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${row(header, true)}${rows.map((values) => row(values)).join('')}</sheetData></worksheet>`;
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(1980, 0, 1),
  });
  return { bytes, cutCells };
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const sheetUri = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeUri = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageUri = 'http://schemas.openxmlformats.org/package/2006/relationships';
