import { choiceColumn, column, reference, required } from './column.ts';
import type { BundleFile } from './definition.ts';

/** Cases, who is in them, and what was decided. */
export const caseFiles = {
  cases: {
    name: 'cases',
    file: 'cases.csv',
    label: { zh: '案件', en: 'Cases' },
    makes: 'entity',
    types: ['CourtCase'],
    columns: [
      column('id', 'id', required),
      column('title', 'text', { zh: '标题', property: 'name' }),
      choiceColumn('kind', 'caseKind', { property: 'caseKind', ...required }),
      column('charge', 'text', { property: 'charge' }),
      column('area', 'text', { property: 'area' }),
      reference('organisation_id', 'organisation', { property: 'handlingUnit' }),
      column('opened', 'date', { property: 'fileDate', ...required }),
      column('closed', 'date', { property: 'closeDate' }),
      column('evidence', 'number', { property: 'evidence' }),
      column('severity', 'number', { property: 'severity' }),
      column('notes', 'text', { property: 'notes' }),
    ],
  },
  case_parties: {
    name: 'case_parties',
    file: 'case_parties.csv',
    label: { zh: '涉案人员', en: 'Case parties' },
    makes: 'tie',
    types: ['CourtCaseParty'],
    columns: [
      reference('case_id', 'case', required),
      reference('person_id', 'person', required),
      choiceColumn('role', 'caseRole', { property: 'role', ...required }),
      column('priors', 'integer', { property: 'priors' }),
      column('pleaded', 'boolean', { property: 'pleaded' }),
      column('restitution', 'text', { property: 'restitution' }),
      column('illness', 'text', { property: 'illness' }),
    ],
  },
  decisions: {
    name: 'decisions',
    file: 'decisions.csv',
    label: { zh: '办案决定', en: 'Decisions' },
    makes: 'entity',
    types: ['Decision', 'DecisionLink'],
    columns: [
      column('id', 'id', required),
      reference('case_id', 'case', { property: 'case', ...required }),
      reference('person_id', 'person', { property: 'party' }),
      choiceColumn('stage', 'stage', { property: 'stage', ...required }),
      choiceColumn('decision', 'decision', { property: 'decision', ...required }),
      column('at', 'datetime', { property: 'date', ...required }),
      reference('handler_id', 'person', { property: 'handler' }),
      reference('approver_id', 'person', { property: 'approver' }),
      reference('asked_by_id', 'person', { property: 'askedBy' }),
      column('reason', 'text', { property: 'reason' }),
    ],
  },
} as const satisfies Record<string, BundleFile>;
