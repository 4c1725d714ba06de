import type { TypeDefinition } from './types/definition.ts';
import { choice, date, entity, identifier, many, ours, text } from './types/property.ts';

const period = { startDate: ours(date('起', 'Start date')), endDate: ours(date('止', 'End date')) };

/** What is kept about the work itself: never walked, never counted as an entity. */
export const recordTypes = {
  Informant: {
    name: 'Informant',
    label: { zh: '登记线人', en: 'Registered informant' },
    plural: { zh: '登记线人', en: 'Registered informants' },
    extension: true,
    class: 'record',
    properties: {
      handler: ours(entity('承办人', 'Handler')),
      person: ours(entity('人员', 'Person')),
      ...period,
    },
  },
  Duty: {
    name: 'Duty',
    label: { zh: '公务接触', en: 'Duty' },
    plural: { zh: '公务接触', en: 'Duties' },
    extension: true,
    class: 'record',
    properties: {
      person: ours(entity('人员', 'Person')),
      other: ours(entity('对方', 'Other party')),
      ...period,
      dutyKind: ours(choice('dutyKind', '公务类别', 'Kind of duty')),
      summary: ours(text('说明', 'Note')),
    },
  },
  Disclosure: {
    name: 'Disclosure',
    label: { zh: '报告事项', en: 'Disclosure' },
    plural: { zh: '报告事项', en: 'Disclosures' },
    extension: true,
    class: 'record',
    properties: {
      person: ours(entity('报告人', 'Person')),
      date: ours(date('报告时间', 'Date')),
      disclosureKind: ours(choice('disclosureKind', '报告类别', 'Kind of disclosure')),
      about: ours(entity('关于', 'About')),
      summary: ours(text('说明', 'Note')),
    },
  },
  Approval: {
    name: 'Approval',
    label: { zh: '批准文书', en: 'Approval' },
    plural: { zh: '批准文书', en: 'Approvals' },
    extension: true,
    class: 'record',
    properties: {
      number: ours(identifier('文号', 'Number')),
      authority: ours(text('批准机关', 'Authority')),
      level: ours(choice('approvalLevel', '批准级别', 'Level')),
      legalRef: ours(text('法律依据', 'Legal reference')),
      case: ours(entity('案件', 'Case')),
      kinds: ours(many(choice('approvalKind', '种类', 'Kinds'))),
      subjects: ours(many(entity('对象名单', 'Subjects'))),
      dataFrom: ours(date('数据起', 'Data from')),
      dataTo: ours(date('数据止', 'Data to')),
      validFrom: ours(date('有效起', 'Valid from')),
      validTo: ours(date('有效止', 'Valid to')),
      obtainedOn: ours(date('取得日期', 'Obtained on')),
      retainUntil: ours(date('保存至', 'Retain until')),
      approver: ours(text('批准人', 'Approver')),
      secondApprover: ours(text('复核人', 'Second approver')),
    },
  },
  RecordsObtained: {
    name: 'RecordsObtained',
    label: { zh: '已调取记录', en: 'Records obtained' },
    plural: { zh: '已调取记录', en: 'Records obtained' },
    extension: true,
    class: 'record',
    properties: {
      person: ours(entity('人员', 'Person')),
      recordsKind: ours(choice('recordsKind', '记录类别', 'Kind of records')),
      ...period,
      approval: ours(identifier('批准编号', 'Approval')),
    },
  },
} as const satisfies Record<string, TypeDefinition>;
