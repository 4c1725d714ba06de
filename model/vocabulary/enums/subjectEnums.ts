import type { Words } from '../words.ts';

/** Values that say what a person, an organisation or a post is. */
export const subjectEnums = {
  organisationKind: {
    company: { zh: '企业', en: 'Company' },
    public_body: { zh: '公共机构', en: 'Public body' },
    village_committee: { zh: '村民委员会', en: 'Village committee' },
    school: { zh: '学校', en: 'School' },
    hospital: { zh: '医院', en: 'Hospital' },
    association: { zh: '社会团体', en: 'Association' },
    gang: { zh: '涉黑涉恶团伙', en: 'Gang' },
    other: { zh: '其他', en: 'Other' },
  },
  gangTier: {
    black: { zh: '涉黑', en: 'Black (mafia-type)' },
    'evil-group': { zh: '恶势力犯罪集团', en: 'Evil group' },
    'evil-gang': { zh: '恶势力团伙', en: 'Evil gang' },
    disorder: { zh: '乱象', en: 'Disorder' },
  },
  department: {
    police: { zh: '公安', en: 'Police' },
    procuratorate: { zh: '检察', en: 'Procuratorate' },
    court: { zh: '法院', en: 'Court' },
    prison: { zh: '监狱', en: 'Prison' },
    justice: { zh: '司法行政', en: 'Justice' },
    housing: { zh: '住建', en: 'Housing' },
    natural_resources: { zh: '自然资源', en: 'Natural resources' },
    transport: { zh: '交通', en: 'Transport' },
    water: { zh: '水利', en: 'Water' },
    education: { zh: '教育', en: 'Education' },
    health: { zh: '卫健', en: 'Health' },
    market: { zh: '市场监管', en: 'Market supervision' },
    tax: { zh: '税务', en: 'Tax' },
    finance: { zh: '财政', en: 'Finance' },
    town: { zh: '乡镇', en: 'Town' },
    village: { zh: '村', en: 'Village' },
    party_organisation: { zh: '党组织', en: 'Party organisation' },
    discipline: { zh: '纪检监察', en: 'Discipline inspection' },
    other: { zh: '其他', en: 'Other' },
  },
  gender: {
    male: { zh: '男', en: 'Male' },
    female: { zh: '女', en: 'Female' },
    other: { zh: '其他', en: 'Other' },
  },
  entityRole: {
    official: { zh: '公职人员', en: 'Official' },
    suspect: { zh: '嫌疑人', en: 'Suspect' },
  },
} as const satisfies Record<string, Record<string, Words>>;
