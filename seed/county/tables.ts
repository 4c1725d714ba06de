/** The files of a bundle, their columns in order, and the county made of them. */
const COMMON = ['source_id', 'grade', 'compartment', 'known_at'];
const EVENT = ['approval_id', 'source_id', 'compartment', 'known_at'];

export const COLUMNS = {
  sources: ['id', 'name', 'kind', 'origin', 'grade', 'compartment'],
  approvals: [
    ...['id', 'number', 'authority', 'level', 'legal_ref', 'case_id', 'kinds', 'subjects', 'data_from', 'data_to'],
    ...['valid_from', 'valid_to', 'obtained_on', 'retain_until', 'approver', 'second_approver'],
  ],
  people: [
    ...['id', 'name', 'other_names', 'id_number', 'gender', 'birth_date', 'hometown', 'address', 'area', 'phones'],
    ...['prior_convictions', 'notes', ...COMMON],
  ],
  organisations: [
    ...['id', 'name', 'kind', 'uscc', 'industry', 'area', 'founded', 'dissolved', 'tier', 'filed_case_id'],
    ...['weak_party_branch', 'responsible_unit_id', 'notes', ...COMMON],
  ],
  posts: [...['person_id', 'organisation_id', 'title', 'department', 'rank', 'area', 'remit', 'from', 'to', ...COMMON]],
  ties: [...['from_id', 'to_id', 'kind', 'role', 'share', 'paid_in', 'certainty', 'from', 'to', 'notes', ...COMMON]],
  phones: ['number', 'person_id', 'device', 'from', 'to', ...EVENT],
  calls: ['from_id', 'to_id', 'at', 'seconds', 'kind', 'count', ...EVENT],
  accounts: ['number', 'holder_id', 'bank', 'from', 'to', ...EVENT],
  payments: ['payer_id', 'payee_id', 'at', 'amount', 'channel', 'memo', ...EVENT],
  copresence: ['event_id', 'person_id', 'kind', 'place', 'from', 'to', 'on_duty', ...EVENT],
  cases: [
    ...['id', 'title', 'kind', 'charge', 'area', 'organisation_id', 'opened', 'closed', 'evidence', 'severity'],
    ...['notes', ...COMMON],
  ],
  case_parties: ['case_id', 'person_id', 'role', 'priors', 'pleaded', 'restitution', 'illness', ...COMMON],
  decisions: [
    ...['id', 'case_id', 'person_id', 'stage', 'decision', 'at', 'handler_id', 'approver_id', 'asked_by_id'],
    ...['reason', ...COMMON],
  ],
  tenders: [
    ...['id', 'name', 'organisation_id', 'official_id', 'industry', 'area', 'at', 'budget', 'method', ...COMMON],
  ],
  bids: ['tender_id', 'company_id', 'amount', 'won', ...COMMON],
  operations: ['id', 'target_id', 'organisation_id', 'at', 'outcome', ...COMMON],
  awareness: ['operation_id', 'person_id', 'from', ...COMMON],
  informants: ['handler_id', 'person_id', 'from', 'to', ...COMMON],
  duties: ['person_id', 'other_id', 'from', 'to', 'kind', 'note', ...COMMON],
  disclosures: ['person_id', 'at', 'kind', 'about_id', 'note', ...COMMON],
  records_obtained: ['person_id', 'kind', 'from', 'to', 'approval_id', 'source_id', 'known_at'],
} as const satisfies Record<string, readonly string[]>;

export type TableName = keyof typeof COLUMNS;
export type Cell = string | number | boolean | undefined;
/** Keyed by the English header; an absent cell is not known. */
export type Row = Readonly<Record<string, Cell>>;
export type Tables = Record<TableName, Row[]>;

export interface Truth {
  seed: number;
  mechanisms: 'a' | 'b';
  umbrellas: { officialId: string; gangIds: string[]; channels: string[]; observable: boolean }[];
  gangs: { gangId: string; members: string[] }[];
  lookalikes: { officialId: string; kind: string }[];
}

export interface County {
  tables: Tables;
  truth: Truth;
}

// Object.keys of a constant: the names are exactly these
export const TABLE_NAMES = Object.keys(COLUMNS) as TableName[];

export function emptyTables(): Tables {
  // every name gets its array, so the record is whole
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, [] as Row[]])) as Tables;
}
