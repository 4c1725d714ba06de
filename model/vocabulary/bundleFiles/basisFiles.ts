import { choiceColumn, choiceListColumn, column, reference, required } from './column.ts';
import type { BundleFile } from './definition.ts';

/** Where the rows of all other files come from, and by what right. */
export const basisFiles = {
  sources: {
    name: 'sources',
    file: 'sources.csv',
    label: { zh: '来源', en: 'Sources' },
    makes: 'source',
    types: [],
    columns: [
      column('id', 'id', required),
      column('name', 'text', { zh: '名称', ...required }),
      choiceColumn('kind', 'sourceKind'),
      column('origin', 'text'),
      column('grade', 'grade'),
      column('compartment', 'text'),
    ],
  },
  approvals: {
    name: 'approvals',
    file: 'approvals.csv',
    label: { zh: '批准文书', en: 'Approvals' },
    makes: 'approval',
    types: ['Approval'],
    columns: [
      column('id', 'id', required),
      column('number', 'text', { zh: '文号', property: 'number', ...required }),
      column('authority', 'text', { property: 'authority', ...required }),
      choiceColumn('level', 'approvalLevel', { property: 'level' }),
      column('legal_ref', 'text', { property: 'legalRef' }),
      reference('case_id', 'case', { property: 'case', ...required }),
      choiceListColumn('kinds', 'approvalKind', { property: 'kinds', ...required }),
      column('subjects', 'idList', { refersTo: 'person', property: 'subjects', ...required }),
      column('data_from', 'date', { property: 'dataFrom', ...required }),
      column('data_to', 'date', { property: 'dataTo', ...required }),
      column('valid_from', 'date', { property: 'validFrom', ...required }),
      column('valid_to', 'date', { property: 'validTo', ...required }),
      column('obtained_on', 'date', { property: 'obtainedOn' }),
      column('retain_until', 'date', { property: 'retainUntil', ...required }),
      column('approver', 'text', { property: 'approver' }),
      column('second_approver', 'text', { property: 'secondApprover' }),
    ],
  },
} as const satisfies Record<string, BundleFile>;
