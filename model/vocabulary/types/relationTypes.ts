import type { TypeDefinition } from './definition.ts';
import { choice, date, entity, many, money, number, ours, text } from './property.ts';
import { interest, interval } from './shared.ts';

/** A bundle says `role` of every tie; FollowTheMoney has only `relationship` on these two. */
const relationship = { relationship: text('关系', 'Relationship'), role: ours(text('角色', 'Role')) };

/** Standing ties between people, organisations and what they own. */
export const relationTypes = {
  Family: {
    name: 'Family',
    label: { zh: '亲属关系', en: 'Family' },
    plural: { zh: '亲属关系', en: 'Family ties' },
    extension: false,
    class: 'tie',
    edge: { source: 'person', target: 'relative', directed: false },
    properties: {
      ...interval,
      ...relationship,
      person: entity('人员', 'Person'),
      relative: entity('亲属', 'Relative'),
    },
  },
  Associate: {
    name: 'Associate',
    label: { zh: '社会关系', en: 'Associate' },
    plural: { zh: '社会关系', en: 'Associates' },
    extension: false,
    class: 'tie',
    edge: { source: 'person', target: 'associate', directed: false },
    properties: {
      ...interval,
      ...relationship,
      person: entity('人员', 'Person'),
      associate: entity('往来人', 'Associate'),
    },
  },
  Employment: {
    name: 'Employment',
    label: { zh: '任职', en: 'Employment' },
    plural: { zh: '任职', en: 'Employments' },
    extension: false,
    class: 'tie',
    // edge: EMPLOYEE works for EMPLOYER
    edge: { source: 'employee', target: 'employer', directed: true },
    properties: {
      ...interest,
      employee: entity('任职人', 'Employee'),
      employer: entity('任职单位', 'Employer'),
      department: ours(choice('department', '系统', 'Department')),
      rank: ours(number('职级', 'Rank')),
      area: ours(text('地区', 'Area')),
      remit: ours(many(text('分管', 'Remit'))),
    },
  },
  Occupancy: {
    name: 'Occupancy',
    label: { zh: '职位任期', en: 'Occupancy' },
    plural: { zh: '职位任期', en: 'Occupancies' },
    extension: false,
    class: 'tie',
    // edge: HOLDER holds POST
    edge: { source: 'holder', target: 'post', directed: true },
    properties: {
      ...interval,
      holder: entity('任职人', 'Holder'),
      post: entity('职位', 'Position'),
      status: text('状态', 'Status'),
      constituency: text('选区', 'Constituency'),
      declarationDate: date('申报日期', 'Declaration date'),
      electionDate: date('当选日期', 'Election date'),
      periodStart: date('任期起', 'Period start'),
      periodEnd: date('任期止', 'Period end'),
    },
  },
  Directorship: {
    name: 'Directorship',
    label: { zh: '董事高管', en: 'Directorship' },
    plural: { zh: '董事高管', en: 'Directorships' },
    extension: false,
    class: 'tie',
    // edge: DIRECTOR directs ORGANIZATION
    edge: { source: 'director', target: 'organization', directed: true },
    properties: {
      ...interest,
      director: entity('董事高管', 'Director'),
      organization: entity('组织', 'Organization'),
      secretary: text('董事会秘书', 'Secretary'),
    },
  },
  Membership: {
    name: 'Membership',
    label: { zh: '成员关系', en: 'Membership' },
    plural: { zh: '成员关系', en: 'Memberships' },
    extension: false,
    class: 'tie',
    // edge: MEMBER belongs to ORGANIZATION
    edge: { source: 'member', target: 'organization', directed: true },
    properties: { ...interest, member: entity('成员', 'Member'), organization: entity('组织', 'Organization') },
  },
  Ownership: {
    name: 'Ownership',
    label: { zh: '所有权', en: 'Ownership' },
    plural: { zh: '所有权', en: 'Ownerships' },
    extension: false,
    class: 'tie',
    // edge: OWNER owns ASSET
    edge: { source: 'owner', target: 'asset', directed: true },
    properties: {
      ...interest,
      owner: entity('所有人', 'Owner'),
      asset: entity('资产', 'Asset'),
      percentage: number('持股比例', 'Percentage held'),
      ownershipType: text('所有权类型', 'Type of ownership'),
      legalBasis: text('法律依据', 'Legal basis'),
      sharesCount: text('股数', 'Number of shares'),
      sharesType: text('股份类型', 'Type of shares'),
      sharesValue: text('股份价值', 'Value of shares'),
      sharesCurrency: text('股份币种', 'Currency of shares'),
      paidIn: ours(money('实缴出资', 'Paid in')),
    },
  },
  Representation: {
    name: 'Representation',
    label: { zh: '代理关系', en: 'Representation' },
    plural: { zh: '代理关系', en: 'Representations' },
    extension: false,
    class: 'tie',
    // edge: AGENT represents CLIENT
    edge: { source: 'agent', target: 'client', directed: true },
    properties: { ...interest, agent: entity('代理人', 'Agent'), client: entity('被代理人', 'Client') },
  },
  UnknownLink: {
    name: 'UnknownLink',
    label: { zh: '其他关联', en: 'Other link' },
    plural: { zh: '其他关联', en: 'Other links' },
    extension: false,
    class: 'tie',
    edge: { source: 'subject', target: 'object', directed: false },
    properties: { ...interest, subject: entity('关联方', 'Subject'), object: entity('关联对象', 'Object') },
  },
  PhoneUse: {
    name: 'PhoneUse',
    label: { zh: '用号关系', en: 'Phone use' },
    plural: { zh: '用号关系', en: 'Phone uses' },
    extension: true,
    class: 'tie',
    // edge: PERSON uses PHONE
    edge: { source: 'person', target: 'phone', directed: true },
    properties: { ...interest, person: ours(entity('机主', 'User')), phone: ours(entity('电话号码', 'Phone')) },
  },
} as const satisfies Record<string, TypeDefinition>;
