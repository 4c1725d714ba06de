import { choiceColumn, column, reference, required } from './column.ts';
import type { BundleFile } from './definition.ts';

/** Records about the work itself: no ties, never walked. */
export const recordFiles = {
  informants: {
    name: 'informants',
    file: 'informants.csv',
    label: { zh: '登记线人', en: 'Registered informants' },
    makes: 'record',
    types: ['Informant'],
    columns: [
      reference('handler_id', 'person', { property: 'handler', ...required }),
      reference('person_id', 'person', { property: 'person', ...required }),
      column('from', 'date', { property: 'startDate' }),
      column('to', 'date', { property: 'endDate' }),
    ],
  },
  duties: {
    name: 'duties',
    file: 'duties.csv',
    label: { zh: '公务接触', en: 'Duties' },
    makes: 'record',
    types: ['Duty'],
    columns: [
      reference('person_id', 'person', { property: 'person', ...required }),
      reference('other_id', 'party', { property: 'other', ...required }),
      column('from', 'datetime', { property: 'startDate', ...required }),
      column('to', 'datetime', { property: 'endDate' }),
      choiceColumn('kind', 'dutyKind', { property: 'dutyKind' }),
      column('note', 'text', { property: 'summary' }),
    ],
  },
  disclosures: {
    name: 'disclosures',
    file: 'disclosures.csv',
    label: { zh: '报告事项', en: 'Disclosures' },
    makes: 'record',
    types: ['Disclosure'],
    columns: [
      reference('person_id', 'person', { property: 'person', ...required }),
      column('at', 'datetime', { property: 'date', ...required }),
      choiceColumn('kind', 'disclosureKind', { property: 'disclosureKind' }),
      reference('about_id', 'any', { property: 'about', mayDangle: true }),
      column('note', 'text', { property: 'summary' }),
    ],
  },
  records_obtained: {
    name: 'records_obtained',
    file: 'records_obtained.csv',
    label: { zh: '已调取记录', en: 'Records obtained' },
    makes: 'record',
    types: ['RecordsObtained'],
    columns: [
      reference('person_id', 'person', { property: 'person', ...required }),
      choiceColumn('kind', 'recordsKind', { property: 'recordsKind', ...required }),
      column('from', 'date', { property: 'startDate' }),
      column('to', 'date', { property: 'endDate' }),
      reference('approval_id', 'approval', { property: 'approval' }),
    ],
  },
} as const satisfies Record<string, BundleFile>;
