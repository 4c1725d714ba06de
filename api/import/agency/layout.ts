import { type AgencyFormatName, agencyFormats, agencyRole } from '../../../model/vocabulary/agency.ts';
import { isRefusedColumn } from '../../../model/vocabulary/bundle.ts';

/** Where the columns of a format stand in one file. */
export interface Layout {
  readonly format: AgencyFormatName;
  readonly width: number;
  readonly at: ReadonlyMap<string, number>;
  /** The sender's header of each role. */
  readonly headers: ReadonlyMap<string, string>;
  readonly unknown: readonly string[];
  /** A role, or the header of a column that is never taken in, at fault. */
  readonly fault: { readonly why: 'duplicate_column' | 'refused_column'; readonly field: string } | null;
}

/** The layout that a line gives as a header of this format; null where it is none. */
export function layoutOf(format: AgencyFormatName, cells: readonly string[]): Layout | null {
  const at = new Map<string, number>();
  const headers = new Map<string, string>();
  const unknown: string[] = [];
  let fault: Layout['fault'] = null;
  for (const [index, cell] of cells.entries()) {
    const header = cell.trim();
    if (header === '') continue;
    if (isRefusedColumn(header)) fault ??= { why: 'refused_column', field: header };
    const role = agencyRole(format, header);
    if (role === undefined) unknown.push(header);
    else if (role === 'passed over') continue;
    else if (at.has(role)) fault ??= { why: 'duplicate_column', field: header };
    else {
      at.set(role, index);
      headers.set(role, header);
    }
  }
  const isHeader = agencyFormats[format].needed.every((group) => group.some((role) => at.has(role)));
  return isHeader ? { format, width: cells.length, at, headers, unknown, fault } : null;
}

/** The layout of the template: for a file without a header whose format was named and whose rows are as wide. */
export function templateLayout(format: AgencyFormatName): Layout {
  const layout = layoutOf(format, agencyFormats[format].template);
  if (layout === null) throw new Error(`The template of ${format} is no header of it`);
  return layout;
}
