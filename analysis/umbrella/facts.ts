import type { Id } from '../../model/ids.ts';

/** Everything a screen computes from, as plain data: ids as texts, days and local seconds since 1970 as numbers, and beside each
 * figure the evidence it opens to (assertion ids, or `q_` ids of event rows). Made by api/services/screen/gather.ts for the
 * audience without the informants' compartment. Lists may come in any order. */
export interface ScreenFacts {
  /** The last day that counts: trueAt. */
  readonly day: number;
  readonly officials: readonly OfficialFact[];
  readonly protectedPeople: readonly Id[];
  readonly suspects: readonly SuspectFact[];
  readonly gangs: readonly GangFact[];
  /** Companies that a tie or a bid below names. */
  readonly companies: readonly CompanyFact[];
  /** How many companies the register knows, by area and industry ('' where not given). */
  readonly companyCounts: readonly { readonly area: string; readonly sector: string; readonly count: number }[];
  readonly ties: readonly TieFact[];
  readonly cases: readonly CaseFact[];
  readonly decisions: readonly DecisionFact[];
  readonly tenders: readonly TenderFact[];
  readonly bids: readonly BidFact[];
  readonly operations: readonly OperationFact[];
  readonly awareness: readonly AwarenessFact[];
  readonly disclosures: readonly DisclosureFact[];
  /** What was asked for at all: missing is unknown, never zero. */
  readonly obtained: readonly ObtainedFact[];
  readonly duties: readonly DutyFact[];
  /** Between an official and somebody in contact with a suspect (or a suspect himself). */
  readonly contacts: readonly ContactFact[];
  /** Between a suspect and anybody in contact with an official. */
  readonly suspectContacts: readonly ContactFact[];
  /** How many people the people in the middle are in contact with, in all. */
  readonly circles: readonly CircleFact[];
  /** Contact of officials who knew of an operation with the suspects it is about: one entry a moment, fabricated calls left out. */
  readonly moments: readonly MomentFact[];
  readonly payments: readonly PaymentFact[];
  /** The other way: officials and their closest kin to suspects and their companies. */
  readonly lent: readonly PaymentFact[];
}

export interface PostFact {
  readonly organisation: Id;
  readonly department: string;
  readonly rank: number | null;
  readonly area: string | null;
  readonly remit: readonly string[];
  readonly fromDay: number;
  readonly toDay: number;
  readonly assertions: readonly Id[];
}
export interface OfficialFact {
  readonly id: Id;
  readonly posts: readonly PostFact[];
}
export interface SuspectFact {
  readonly id: Id;
  /** Filed gangs only. */
  readonly gangs: readonly Id[];
  readonly cases: readonly Id[];
}
export interface GangFact {
  readonly id: Id;
  readonly filed: boolean;
  readonly tier: string | null;
  readonly area: string | null;
  readonly sectors: readonly string[];
  readonly members: readonly {
    readonly person: Id;
    readonly fromDay: number | null;
    readonly assertions: readonly Id[];
  }[];
}
export interface CompanyFact {
  readonly id: Id;
  readonly area: string;
  readonly sector: string;
}
/** Ties as sources state them; event ties are not here. Open ends are null. */
export interface TieFact {
  readonly kind: string;
  readonly from: Id;
  readonly to: Id;
  readonly role: string;
  readonly share: number | null;
  /** Fen. */
  readonly paidIn: number | null;
  readonly confirmed: boolean;
  readonly fromDay: number | null;
  readonly toDay: number | null;
  readonly assertions: readonly Id[];
}
export interface PartyFact {
  readonly person: Id;
  readonly roles: readonly string[];
  readonly priors: number | null;
  readonly pleaded: boolean | null;
  readonly restitution: boolean | null;
  readonly illness: boolean | null;
  readonly assertions: readonly Id[];
}
export interface CaseFact {
  readonly id: Id;
  readonly kind: string;
  readonly charge: string;
  readonly area: string;
  readonly unit: Id | null;
  readonly openedDay: number | null;
  /** 0–1, null where not recorded. */
  readonly evidence: number | null;
  readonly severity: number | null;
  readonly parties: readonly PartyFact[];
}
export interface DecisionFact {
  readonly id: Id;
  readonly caseId: Id;
  /** null: about the case as a whole. */
  readonly party: Id | null;
  readonly stage: string;
  readonly decision: string;
  readonly day: number;
  readonly handler: Id | null;
  readonly approver: Id | null;
  readonly assertions: readonly Id[];
}
export interface TenderFact {
  readonly id: Id;
  readonly official: Id | null;
  readonly sector: string;
  readonly area: string;
  readonly day: number;
  readonly method: string;
  readonly assertions: readonly Id[];
}
export interface BidFact {
  readonly tender: Id;
  readonly company: Id;
  /** Fen. */
  readonly amount: number | null;
  readonly won: boolean;
  readonly assertions: readonly Id[];
}
export interface OperationFact {
  readonly id: Id;
  /** A gang or a person. */
  readonly targets: readonly Id[];
  readonly atSeconds: number;
  readonly outcome: string | null;
  readonly assertions: readonly Id[];
}
export interface AwarenessFact {
  readonly operation: Id;
  readonly person: Id;
  readonly fromSeconds: number | null;
  readonly assertions: readonly Id[];
  /** Rows of contact with the target's people in the 48 hours before; empty where there were none. */
  readonly rows: readonly string[];
}
export interface DisclosureFact {
  readonly person: Id;
  readonly kind: string;
  readonly about: Id | null;
  readonly day: number;
  readonly assertions: readonly Id[];
}
export interface ObtainedFact {
  readonly person: Id;
  /** calls, bank, copresence, cases, shares, tenders */
  readonly kind: string;
  readonly fromDay: number | null;
  readonly toDay: number | null;
  readonly assertions: readonly Id[];
}
export interface DutyFact {
  readonly official: Id;
  readonly other: Id;
  readonly fromDay: number;
  readonly toDay: number;
}
export interface ContactFact {
  readonly kind: 'calls' | 'payments' | 'copresence';
  readonly person: Id;
  readonly other: Id;
  /** Outside duty, without incoming calls unanswered or under 10 seconds. */
  readonly count: number;
  readonly dutyCount: number;
  readonly evidence: readonly string[];
}
export interface CircleFact {
  readonly person: Id;
  readonly partners: number;
  /** Those with six private contacts or more. */
  readonly strong: number;
}
export interface MomentFact {
  readonly official: Id;
  readonly other: Id;
  readonly atSeconds: number;
}
/** Payments of one payer to one payee in one month (202403) under one note. */
export interface PaymentFact {
  readonly payer: Id;
  readonly payee: Id;
  readonly month: number;
  readonly note: string;
  readonly count: number;
  /** Fen. */
  readonly sum: number;
  readonly least: number;
  readonly most: number;
  readonly evidence: readonly string[];
}
