import { isTieKind, type TieFamily, tieKinds } from '../../../model/vocabulary/kinds.ts';
import type { Picture, PictureTie } from '../../client/subgraph.ts';

export type DutyView = 'show' | 'fade' | 'hide';

/** What the viewer chose not to see. Filtered things leave the picture; chips say how many. */
export interface Filters {
  readonly families: ReadonlySet<TieFamily>;
  readonly types: ReadonlySet<string>;
  readonly duty: DutyView;
  /** Filtered things are dimmed instead of left out. */
  readonly dim: boolean;
}
export const noFilters: Filters = { families: new Set(), types: new Set(), duty: 'show', dim: false };

export const familyOf = (kind: string): TieFamily => (isTieKind(kind) ? tieKinds[kind].family : 'other');

export const isFiltering = (filters: Filters): boolean =>
  filters.families.size > 0 || filters.types.size > 0 || filters.duty !== 'show';

export function keepsTie(filters: Filters, tie: PictureTie): boolean {
  return !filters.families.has(familyOf(tie.kind)) && !(tie.duty && filters.duty === 'hide');
}

export const keepsType = (filters: Filters, type: string): boolean => !filters.types.has(type);

/** How much each filter leaves out, for the chips. */
export function effect(filters: Filters, picture: Picture): { entities: number; ties: number } {
  const entities = [...picture.entities.values()].filter((entity) => !keepsType(filters, entity.type)).length;
  const ties = picture.ties.filter((tie) => !keepsTie(filters, tie)).length;
  return { entities, ties };
}

export function toggledIn<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

const nextDuty: Readonly<Record<DutyView, DutyView>> = { show: 'fade', fade: 'hide', hide: 'show' };
export const cycleDuty = (filters: Filters): Filters => ({ ...filters, duty: nextDuty[filters.duty] });
