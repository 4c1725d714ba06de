import { digest } from '../../../../model/ids.ts';
import { ownId } from '../declared.ts';
import { edgeItem } from '../graph/edge.ts';
import { nodeItem } from '../graph/node.ts';
import { FileFault, type Item, type ItemReader } from '../items.ts';
import { createSayer } from '../saying.ts';
import { isFaulty, readCsvRows } from './csvRows.ts';
import { type Neo4jColumn, neo4jValues, readNeo4jHeader } from './neo4jHeader.ts';

/** Node and tie tables as `neo4j-admin import` reads and APOC writes them: each file one kind, or both in one. An id with an id
 * space is known as `SPACE:ID`, as the same number may be a person and a case. */
export function neo4jReader(today: string): ItemReader {
  const sayer = createSayer(today, true);

  return async function* items(file, how) {
    let columns: readonly Neo4jColumn[] | undefined;
    for await (const rows of readCsvRows(file, how)) {
      const found: Item[] = [];
      for (const row of rows) {
        if (isFaulty(row)) {
          if (columns === undefined) throw new FileFault(row.code, row.line);
          found.push({ item: 'fault', line: row.line, inner: false, why: row.code, field: null });
        } else if (columns === undefined) columns = readNeo4jHeader(row.cells, row.line);
        else found.push(rowItem(columns, row.cells, row.line));
      }
      if (found.length > 0) yield found;
    }
    if (columns === undefined) throw new FileFault('empty_file');
  };

  function rowItem(columns: readonly Neo4jColumn[], cells: readonly string[], line: number): Item {
    const fault = (why: 'cells' | 'bad_value', field: string | null): Item => ({
      item: 'fault',
      line,
      inner: false,
      why,
      field,
    });
    if (cells.length !== columns.length) return fault('cells', null);
    const cellOf = (part: Neo4jColumn['part']): { text: string; column: Neo4jColumn } | undefined => {
      const index = columns.findIndex((column) => column.part === part);
      return index < 0 ? undefined : { text: (cells[index] ?? '').trim(), column: columns[index]! }; // found there
    };
    const attributes: [string, readonly string[]][] = [];
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? '';
      if (column.part !== 'property' || cell.trim() === '') continue;
      const values = neo4jValues(column, disarmed(cell));
      if (values === undefined) return fault('bad_value', column.name.slice(0, 64));
      attributes.push([column.name, values]);
    }
    const [id, start, end] = [cellOf('id'), cellOf('start'), cellOf('end')];
    const isTie = start !== undefined && end !== undefined && (id === undefined || id.text === '');
    if (isTie) {
      const label = cellOf('type')?.text ?? '';
      return edgeItem(sayer, {
        line,
        key: attributes.find(([name]) => name === 'tieId')?.[1][0] ?? digest(cells),
        from: spaced(start),
        to: spaced(end),
        fields: [fieldOf(start.column, ':START_ID'), fieldOf(end.column, ':END_ID')],
        // Our own tables say the kind beside the type, which several kinds share.
        kinds: [...attributes.filter(([name]) => name === 'kind').flatMap(([, values]) => values), label],
        attributes,
      });
    }
    const labels = (cellOf('label')?.text ?? '').split(/[;:]/);
    return nodeItem(sayer, { line, id: spaced(id), label: null, types: labels, attributes });
  }
}

function spaced(cell: { text: string; column: Neo4jColumn } | undefined): string {
  if (cell === undefined || cell.text === '') return '';
  const { text, column } = cell;
  return column.space === '' || ownId(text) !== undefined ? text : `${column.space}:${text}`;
}
/** What a safe table puts before a text that a spreadsheet would run is no part of the text. */
const disarmed = (cell: string): string => (/^'[\s\u3000]*[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell);
const fieldOf = ({ name }: Neo4jColumn, otherwise: string): string => (name === '' ? otherwise : name);
