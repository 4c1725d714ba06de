import type { EnumName } from '../enums.ts';
import type { BundleColumn, ColumnReference, ColumnType } from './definition.ts';
import { headerWords } from './headers.ts';

type Extras = Partial<Pick<BundleColumn, 'property' | 'required' | 'mayDangle' | 'refersTo'>> & { zh?: string };

export function column(name: string, type: ColumnType, { zh, ...extras }: Extras = {}): BundleColumn {
  return { name, ...headerWords(name, zh), type, ...extras };
}

export function choiceColumn(name: string, values: EnumName, { zh, ...extras }: Extras = {}): BundleColumn {
  return { name, ...headerWords(name, zh), type: 'enum', enum: values, ...extras };
}

export function choiceListColumn(name: string, values: EnumName, { zh, ...extras }: Extras = {}): BundleColumn {
  return { name, ...headerWords(name, zh), type: 'list', enum: values, ...extras };
}

export function reference(name: string, refersTo: ColumnReference, extras: Extras = {}): BundleColumn {
  return column(name, 'id', { ...extras, refersTo });
}

export const required = { required: true } as const;

/** Every file may have these. */
export const commonColumns: readonly BundleColumn[] = [
  reference('source_id', 'source'),
  column('origin', 'text'),
  column('grade', 'grade'),
  column('compartment', 'text'),
  column('valid_from', 'date'),
  column('valid_to', 'date'),
  column('known_at', 'date'),
];
