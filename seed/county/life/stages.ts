/** The steps of a case as a table: who takes them, how fast, what counts as favourable, and what ends the matter. */
export interface Step {
  stage: string;
  department: 'police' | 'procuratorate' | 'court' | 'prison';
  /** Days since the step before. */
  days: readonly [number, number];
  /** Log-odds of the favourable outcome in a middling case. */
  base: number;
  favourable: readonly string[];
  /** The empty text: no decision is made at all. */
  usual: readonly string[];
  favourableEnds?: boolean;
  /** Only after this decision. */
  needs?: string;
}

export const CRIMINAL_STEPS: readonly Step[] = [
  {
    stage: 'intake',
    department: 'police',
    days: [0, 1],
    base: -4.5,
    favourable: ['refused'],
    usual: ['accepted'],
    favourableEnds: true,
  },
  {
    stage: 'filing',
    department: 'police',
    days: [0, 5],
    base: -2.6,
    favourable: ['not_filed', 'downgraded', 'withdrawn'],
    usual: ['filed'],
    favourableEnds: true,
  },
  { stage: 'measure', department: 'police', days: [0, 6], base: -1, favourable: ['bail'], usual: ['detained'] },
  {
    stage: 'arrest',
    department: 'procuratorate',
    days: [5, 30],
    base: -1.5,
    favourable: ['not_arrested'],
    usual: ['arrested'],
    needs: 'detained',
  },
  {
    stage: 'charge',
    department: 'procuratorate',
    days: [20, 70],
    base: -2.1,
    favourable: ['not_charged'],
    usual: ['charged'],
    favourableEnds: true,
  },
  {
    stage: 'sentence',
    department: 'court',
    days: [25, 80],
    base: -0.8,
    favourable: ['probation', 'probation', 'fined'],
    usual: ['imprisoned'],
    needs: 'charged',
  },
  {
    stage: 'execution',
    department: 'prison',
    days: [30, 160],
    base: -2.2,
    favourable: ['commuted', 'paroled', 'served_outside'],
    usual: [''],
    needs: 'imprisoned',
  },
];

export const MINOR_STEPS: readonly Step[] = [
  {
    stage: 'intake',
    department: 'police',
    days: [0, 0],
    base: -2.2,
    favourable: ['refused'],
    usual: ['accepted'],
    favourableEnds: true,
  },
  {
    stage: 'filing',
    department: 'police',
    days: [0, 3],
    base: -0.7,
    favourable: ['not_filed'],
    usual: ['filed'],
    favourableEnds: true,
  },
  { stage: 'sentence', department: 'police', days: [3, 25], base: -1.2, favourable: ['withdrawn'], usual: ['fined'] },
];

export const REASONS: Record<string, readonly string[]> = {
  refused: ['不属于本单位管辖', '事实不清'],
  not_filed: ['情节轻微', '双方达成调解', '证据不足'],
  downgraded: ['鉴定意见变更，转行政处理', '情节轻微'],
  withdrawn: ['证据不足', '双方和解'],
  bail: ['无社会危险性', '患病'],
  not_arrested: ['证据不足', '无逮捕必要'],
  not_charged: ['情节轻微', '证据不足'],
  probation: ['认罪认罚，积极退赔', '初犯'],
  fined: ['情节较轻'],
  commuted: ['确有悔改表现'],
  paroled: ['确有悔改表现'],
  served_outside: ['患病需治疗'],
};
