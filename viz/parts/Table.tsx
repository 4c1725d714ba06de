import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useWords } from '../i18n/useWords.ts';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** A share of the width, or pixels. */
  readonly width?: string;
  readonly numeric?: boolean;
  /** Makes the column sortable. */
  readonly by?: (row: Row) => string | number;
}
export interface TableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly isSelected?: (row: Row) => boolean;
  /** What an opened row shows beneath itself. */
  readonly detail?: (row: Row) => ReactNode;
  readonly height?: 'fill' | 'auto';
  /** Rows of two lines of text. */
  readonly isTall?: boolean;
}
const rowHeight = 30;
const tallRowHeight = 48;
const windowFrom = 60;

/** The one table: a grid for readers and keyboard, windowed when long. Rows open with Enter. */
export function Table<Row>(props: TableProps<Row>) {
  const { t } = useWords();
  const [sort, setSort] = useState<{ id: string; down: boolean } | null>(null);
  const rows = sorted(props.rows, props.columns, sort);
  const template = { gridTemplateColumns: props.columns.map((column) => column.width ?? 'minmax(0, 1fr)').join(' ') };
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a grid or a treegrid, and both take a label
    <div
      className={`table ${props.height ?? 'auto'}${props.isTall === true ? ' tall' : ''}`}
      role={props.detail === undefined ? 'grid' : 'treegrid'}
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      tabIndex={-1}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the header cells' buttons take the focus */}
      <div className="table-head" role="row" style={template}>
        {props.columns.map((column) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
          <div
            key={column.id}
            role="columnheader"
            className={column.numeric === true ? 'numeric' : ''}
            aria-sort={ariaSort(sort, column.id)}
          >
            {column.by === undefined ? (
              column.title
            ) : (
              <button
                type="button"
                className="sorter"
                title={t('common.sortBy', { name: column.title })}
                onClick={() => setSort(turn(sort, column.id))}
              >
                {column.title} {sort?.id === column.id ? (sort.down ? '↓' : '↑') : ''}
              </button>
            )}
          </div>
        ))}
      </div>
      {rows.length > windowFrom && props.detail === undefined ? (
        <Windowed {...props} rows={rows} template={template} />
      ) : (
        <Plain {...props} rows={rows} template={template} />
      )}
    </div>
  );
}

interface BodyProps<Row> extends TableProps<Row> {
  readonly template: { gridTemplateColumns: string };
}

function Plain<Row>(props: BodyProps<Row>) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="table-body" role="presentation">
      {props.rows.map((row) => {
        const key = props.keyOf(row);
        const toggle = () => setOpen(open === key ? null : key);
        return (
          <div key={key} role="presentation">
            <Line
              {...props}
              row={row}
              {...(props.detail === undefined ? {} : { onOpen: toggle, isOpen: open === key })}
            />
            {open === key && (
              // biome-ignore lint/a11y/useSemanticElements: a row of the grid above
              // biome-ignore lint/a11y/useFocusableInteractive: what it holds takes the focus
              <div role="row" className="table-detail">
                {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
                <div role="gridcell">{props.detail?.(row)}</div>
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

function Windowed<Row>(props: BodyProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: props.rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => (props.isTall === true ? tallRowHeight : rowHeight),
    overscan: 12,
  });
  return (
    <div className="table-body windowed" role="presentation" ref={frame}>
      <div role="presentation" className="table-space" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = props.rows[index];
          if (row === undefined) return null;
          return (
            <Line
              key={props.keyOf(row)}
              {...props}
              row={row}
              place={{ transform: `translateY(${start}px)` }}
              index={index}
            />
          );
        })}
      </div>
    </div>
  );
}

interface LineProps<Row> extends BodyProps<Row> {
  readonly row: Row;
  readonly index?: number;
  readonly place?: { transform: string };
  readonly isOpen?: boolean;
}
function Line<Row>({ row, index, columns, template, place, onOpen, isSelected, isOpen }: LineProps<Row>) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    const step =
      event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null;
    if (event.key === 'Enter') onOpen?.(row);
    if (step === null) return;
    event.preventDefault();
    rowBeside(event.currentTarget, step)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the grid above
    <div
      role="row"
      className={`table-row${onOpen === undefined ? '' : ' opens'}`}
      style={{ ...template, ...place }}
      tabIndex={0}
      aria-rowindex={index === undefined ? undefined : index + 2}
      aria-selected={isSelected?.(row)}
      aria-expanded={isOpen}
      onClick={(event) => {
        // A link, box or button inside the row does its own thing.
        if (event.target instanceof Element && event.target.closest('a, button, label, input') === null) onOpen?.(row);
      }}
      onKeyDown={onKeyDown}
    >
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: a cell of the grid above
        // biome-ignore lint/a11y/useFocusableInteractive: rows take the focus, cells do not
        <div key={column.id} role="gridcell" className={column.numeric === true ? 'numeric' : ''}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

function rowBeside(line: HTMLElement, step: 'nextElementSibling' | 'previousElementSibling'): HTMLElement | null {
  const own = line[step];
  if (own instanceof HTMLElement && own.getAttribute('role') === 'row') return own;
  return line.parentElement?.[step]?.querySelector<HTMLElement>('[role="row"]') ?? null;
}

type Sort = { readonly id: string; readonly down: boolean } | null;
function turn(sort: Sort, id: string): Sort {
  if (sort?.id !== id) return { id, down: true };
  return sort.down ? { id, down: false } : null;
}
const ariaSort = (sort: Sort, id: string) => (sort?.id !== id ? undefined : sort.down ? 'descending' : 'ascending');

function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort): readonly Row[] {
  const by = columns.find((column) => column.id === sort?.id)?.by;
  if (by === undefined || sort === null) return rows;
  return [...rows].sort((a, b) => compare(by(a), by(b)) * (sort.down ? -1 : 1));
}
function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh');
}
