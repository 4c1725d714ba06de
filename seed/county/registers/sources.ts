/** Where rows come from, how good each source is by default, and who may see what it says. */
import type { Row } from '../tables.ts';

export const SOURCE = {
  register: 'S-register',
  companies: 'S-companies',
  personnel: 'S-personnel',
  cases: 'S-cases',
  telecomA: 'S-telecom-a',
  telecomB: 'S-telecom-b',
  bankA: 'S-bank-a',
  bankB: 'S-bank-b',
  lodging: 'S-lodging',
  procurement: 'S-procurement',
  operations: 'S-operations',
  integrity: 'S-integrity',
  interviews: 'S-interviews',
  letters: 'S-letters',
  special: 'S-special',
} as const;

/** The one named compartment of the demonstration beside that of the informants. */
export const SPECIAL_COMPARTMENT = 'special-1';
export const INFORMANT_COMPARTMENT = 'informants';

const LIST: readonly (readonly [string, string, string, string, string])[] = [
  [SOURCE.register, '户籍登记', 'register', 'household-register', 'A2'],
  [SOURCE.companies, '企业登记', 'register', 'company-register', 'A2'],
  [SOURCE.personnel, '干部人事档案', 'personnel', 'personnel-office', 'A2'],
  [SOURCE.cases, '执法办案系统', 'case', 'case-system', 'A1'],
  [SOURCE.telecomA, '甲运营商话单', 'telecom', 'telecom-a', 'A1'],
  [SOURCE.telecomB, '乙运营商话单', 'telecom', 'telecom-b', 'A1'],
  [SOURCE.bankA, '甲银行流水', 'bank', 'bank-a', 'A1'],
  [SOURCE.bankB, '乙银行流水', 'bank', 'bank-b', 'A1'],
  [SOURCE.lodging, '住宿出行登记', 'register', 'lodging-register', 'A2'],
  [SOURCE.procurement, '公共资源交易平台', 'procurement', 'procurement-platform', 'A2'],
  [SOURCE.operations, '行动台账', 'case', 'operations-ledger', 'A2'],
  [SOURCE.integrity, '廉政申报', 'personnel', 'integrity-office', 'B2'],
  [SOURCE.interviews, '走访询问笔录', 'report', 'interviews', 'C3'],
  [SOURCE.letters, '群众来信', 'tip', 'letters', 'E4'],
  [SOURCE.special, '专案组材料', 'report', 'special-team', 'B2'],
];

export const sourceRows = (): Row[] =>
  LIST.map(([id, name, kind, origin, grade]) => ({
    id,
    name,
    kind,
    origin,
    grade,
    compartment: id === SOURCE.special ? SPECIAL_COMPARTMENT : 'general',
  }));
