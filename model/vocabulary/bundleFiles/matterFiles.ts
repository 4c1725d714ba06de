import { choiceColumn, column, reference, required } from './column.ts';
import type { BundleFile } from './definition.ts';

/** Tenders and operations, and who took part or knew. */
export const matterFiles = {
  tenders: {
    name: 'tenders',
    file: 'tenders.csv',
    label: { zh: '招标项目', en: 'Tenders' },
    makes: 'entity',
    types: ['Tender', 'TenderLink'],
    columns: [
      column('id', 'id', required),
      column('name', 'text', { zh: '名称', property: 'name' }),
      reference('organisation_id', 'organisation', { property: 'buyer' }),
      reference('official_id', 'person', { property: 'official' }),
      column('industry', 'text', { property: 'sector' }),
      column('area', 'text', { property: 'area' }),
      column('at', 'datetime', { property: 'date', ...required }),
      column('budget', 'money', { property: 'budget' }),
      column('method', 'text', { property: 'method' }),
    ],
  },
  bids: {
    name: 'bids',
    file: 'bids.csv',
    label: { zh: '投标', en: 'Bids' },
    makes: 'tie',
    types: ['Bid'],
    columns: [
      reference('tender_id', 'tender', required),
      reference('company_id', 'company', required),
      column('amount', 'money', { property: 'amount' }),
      column('won', 'boolean', { property: 'won', ...required }),
    ],
  },
  operations: {
    name: 'operations',
    file: 'operations.csv',
    label: { zh: '专项行动', en: 'Operations' },
    makes: 'entity',
    types: ['Operation', 'OperationTarget'],
    columns: [
      column('id', 'id', required),
      reference('target_id', 'party', { property: 'target' }),
      reference('organisation_id', 'organisation', { property: 'handlingUnit' }),
      column('at', 'datetime', { property: 'date', ...required }),
      choiceColumn('outcome', 'operationOutcome', { property: 'outcome' }),
    ],
  },
  awareness: {
    name: 'awareness',
    file: 'awareness.csv',
    label: { zh: '行动知悉人员', en: 'Awareness' },
    makes: 'tie',
    types: ['Awareness'],
    columns: [
      reference('operation_id', 'operation', required),
      reference('person_id', 'person', required),
      column('from', 'datetime', { property: 'startDate' }),
    ],
  },
} as const satisfies Record<string, BundleFile>;
