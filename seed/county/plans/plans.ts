/**
 * What people are going to do, before any register sees it.
 *
 * Planted umbrellas and innocent look-alikes fill the same lists, and whoever writes calls, payments, decisions, tenders or
 * operations reads only these lists: he cannot know, and no row can tell, on whose account a plan stands here.
 */
import type { Company, Gang, Official, Person } from '../cast/world.ts';

export interface ContactPlan {
  a: Person;
  b: Person;
  calls: number;
  from: number;
  to: number;
  /** Share of the calls late in the evening and at night. */
  night: number;
  /** `a` uses the number kept for this. */
  keptNumber?: boolean;
  office?: boolean;
}

export interface PaymentPlan {
  payer: Person;
  payee: Person;
  amount: number;
  months: number;
  start: number;
  memo: string;
}

export interface LoanPlan {
  lender: Person;
  borrower: Person;
  principal: number;
  monthlyRate: number;
  periods: number;
  start: number;
}

export interface FavourPlan {
  official: Official;
  /** Absent: towards everybody. */
  gang?: Gang;
  /** Log-odds added to a favourable decision; negative is strict. */
  shift: number;
  kinds: readonly ('criminal' | 'administrative' | 'police_call')[];
}

export interface CaseLoadPlan {
  official: Official;
  gang: Gang;
  share: number;
}

export interface IntercessionPlan {
  official: Official;
  gang: Gang;
  share: number;
  shift: number;
}

export interface WarningPlan {
  official: Official;
  gang: Gang;
  member: Person;
  /** Between official and member, where the warning does not go straight. */
  through?: Person;
  probability: number;
  missed: number;
}

export interface InformantPlan {
  handler: Official;
  informant: Person;
  gang: Gang;
  from: number;
}

export interface TenderPlan {
  official: Official;
  companies: Company[];
  /** Probability that a tender of his goes to them whatever the bids. */
  favour: number;
  /** The trade is thin: they are often the only or the lowest bidder. */
  thin?: boolean;
}

export interface MeetingPlan {
  people: Person[];
  kind: 'meal' | 'trip' | 'visit' | 'meeting' | 'hotel';
  times: number;
  onDuty: boolean;
}

export interface DutyPlan {
  official: Official;
  other: Person;
  kind: 'task' | 'visit';
  note: string;
  from: number;
  to: number;
}

export interface DisclosurePlan {
  official: Official;
  at: number;
  kind: 'interference' | 'personal_matters' | 'gift' | 'kin_business';
  aboutId?: string;
  note: string;
}

export interface TiePlan {
  from: string;
  to: string;
  kind: string;
  role: string;
  since: number;
  notes?: string;
}

export interface Plans {
  contacts: ContactPlan[];
  payments: PaymentPlan[];
  loans: LoanPlan[];
  favours: FavourPlan[];
  caseLoads: CaseLoadPlan[];
  intercessions: IntercessionPlan[];
  warnings: WarningPlan[];
  informants: InformantPlan[];
  tenders: TenderPlan[];
  meetings: MeetingPlan[];
  duties: DutyPlan[];
  disclosures: DisclosurePlan[];
  ties: TiePlan[];
}

export const noPlans = (): Plans => ({
  contacts: [],
  payments: [],
  loans: [],
  favours: [],
  caseLoads: [],
  intercessions: [],
  warnings: [],
  informants: [],
  tenders: [],
  meetings: [],
  duties: [],
  disclosures: [],
  ties: [],
});
