/** The model as data: every weight, prior and threshold of a screen, in one place and under one version. Fixed by hand from
 * published base rates and from what each figure can mean; nothing here was fitted to a generated county.
 *
 * Ratio priors: the rate of somebody who protects, against his peers', is taken as Gamma(shape, rate) above 1, mean shape / rate
 * before that cut. Contact and payments vary widely between people (shape 1); decisions and tenders far less (shape 2), where the
 * ratio is one of odds. */
export const rules = {
  version: 'umbrella-1',

  /** Share of all officials who protect somebody (published: 0.2–0.5 %); in the pool it is kept between the two bounds. */
  prior: { ofOfficials: 0.004, leastInPool: 0.03, mostInPool: 0.1 },

  /** ln LR of one part stays within these. */
  clip: { least: -3, most: 6 },

  /** An explanation that leaves at most this share of what speaks against is taken to hold: the part is 0. */
  explainedShare: 1 / 3,

  /** Inside a family the greatest part plus this share of the second; across families the weighted sum. One half for every family:
   * each part is read at its best and none is free of what the records leave out, and nothing measured on real outcomes sets one
   * family above another yet. */
  secondInFamily: 0.5,
  families: { contact: 0.5, leniency: 0.5, money: 0.5, interest: 0.5, other: 0.5 },

  ratios: {
    I1b: { shape: 1, rate: 1 / 8 },
    I2: { shape: 1, rate: 1 / 8 },
    I6: { shape: 2, rate: 2 / 3 },
    /** A warning is a single act: one contact in the right two days may be all there is. */
    I10: { shape: 1, rate: 1 / 20 },
    I12: { shape: 1, rate: 1 / 40 },
    I17: { shape: 2, rate: 2 / 5 },
  },

  peers: {
    /** Ranks 1–12 in three bands. */
    rankBands: [4, 8, 12],
    /** Bounds of the prior strength κ of a stratum, in events. */
    leastStrength: 1,
    mostStrength: 50,
    /** Bounds of the dispersion between people inside a stratum (Gamma shape; small is very uneven). */
    leastSpread: 0.1,
    mostSpread: 20,
  },

  pool: {
    /** Private ties counted from a gang's people to an official. */
    mostSteps: 2,
    /** Kinship steps that count as close. */
    kinSteps: 2,
    /** Who is in contact with more people than this is a hub (a shop, a hotline) and leads nowhere. */
    hubPartners: 150,
  },
  /** A holder of less than this share (percent) does not make a company the gang's. */
  firmShare: 10,

  contact: {
    strongFrom: 6,
    /** κ: contacts with suspects outside the group that the peers' figure is worth against the person's own. */
    outsidePrior: 3,
  },
  intermediary: {
    /** Up to so many people an acquaintance counts whole, beyond in proportion less (1/degree). */
    ordinaryCircle: 30,
    /** Added to the strong ties of the person in the middle, so that one tie out of one is no certainty. */
    circlePrior: 3,
    /** From this many people on, the person in the middle is a busy number. */
    busyCircle: 100,
  },
  leniency: {
    /** Decisions about others from which on the model is fitted without the gang's own. */
    leastOthers: 30,
    /** Penalty on every coefficient but the intercept (L2). */
    ridge: 1,
    /** Values of charge, unit and year that occur less often share one column. */
    leastPerColumn: 20,
    /** Prior variance of how lenient a decider is in general (log-odds). */
    ownVariance: 0.5,
    /** Handled this many times or more, and stricter than expected: told in favour of the person. */
    leastForStricter: 3,
  },
  warning: {
    hours: 48,
    /** An operation that failed speaks louder than one that did not. */
    outcomes: { missed: 1, partial: 0.75, success: 0.5, unknown: 0.75 } as Readonly<Record<string, number>>,
    manyAware: 15,
    /** Days the person's overall rate is worth when his rate in one duty state is estimated. */
    statePriorDays: 30,
  },
  money: {
    leastMonths: 4,
    /** Regular is paid in at least this share of the months from the first to the last. */
    leastDensity: 0.6,
    /** Share of the months whose note must give the explanation. */
    notedShare: 0.8,
    /** Rent and wages are steady: the greatest payment against the least. */
    steadyRatio: 1.5,
    /** Interest a year up to which a loan is lawful lending (the courts' former upper bound, as I14). */
    lawfulRate: 0.24,
  },
  shares: {
    /** A stratum of fewer companies is widened. */
    leastCompanies: 20,
  },
  tenders: {
    /** Tenders that the rate over all industries is worth in one industry. */
    sectorPrior: 10,
    /** Bidders from which on the lowest bid explains a win. */
    leastBidders: 3,
  },

  /** Posterior against the base rate. */
  bands: { above: 2, wellAbove: 10 },
} as const;

export type Rules = typeof rules;
export type RatioId = keyof Rules['ratios'];

/** Decisions that favour the person they are about, and those that do not; others (none today) are left out. */
export const favourable: ReadonlySet<string> = new Set([
  'refused',
  'not_filed',
  'withdrawn',
  'downgraded',
  'bail',
  'not_arrested',
  'not_charged',
  'probation',
  'fined',
  'acquitted',
  'commuted',
  'paroled',
  'served_outside',
]);
export const unfavourable: ReadonlySet<string> = new Set([
  'accepted',
  'filed',
  'detained',
  'arrested',
  'charged',
  'imprisoned',
]);

export type NoteReason = 'rent' | 'wage' | 'loan' | 'trade';
/** Words in payment notes that name a lawful reason. Rent and wages are steady besides; a loan bears lawful interest on what is seen to
 * have been lent; goods count only where the official has reported a business of kin. */
export const noteReasons: readonly {
  readonly reason: NoteReason;
  readonly words: readonly string[];
  readonly steady?: true;
  readonly disclosed?: true;
  readonly lent?: true;
}[] = [
  { reason: 'rent', words: ['房租', '租金', '租赁', '租', 'rent', 'lease'], steady: true },
  { reason: 'wage', words: ['工资', '薪', '劳务', 'wage', 'salary', 'payroll'], steady: true },
  { reason: 'loan', words: ['还款', '还贷', '归还', '借款', '贷款', '借条', 'loan', 'repay'], lent: true },
  { reason: 'trade', words: ['货款', '采购款', 'goods', 'purchase'], disclosed: true },
];
