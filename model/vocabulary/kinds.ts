import { derivedTieKindWords, fileTieKindWords, type TieKind } from './tieKindWords.ts';
import { isTypeName, type TieTypeName, type TypeName, typeDefinitions } from './types.ts';
import type { Words } from './words.ts';

export type { FileTieKind, TieKind } from './tieKindWords.ts';

export const tieFamilies = {
  kin: { label: { zh: '亲属', en: 'Kin' } },
  social: { label: { zh: '社会', en: 'Social' } },
  work: { label: { zh: '工作', en: 'Work' } },
  business: { label: { zh: '经营', en: 'Business' } },
  money: { label: { zh: '资金', en: 'Money' } },
  contact: { label: { zh: '通联', en: 'Contact' } },
  case: { label: { zh: '案件', en: 'Case' } },
  presence: { label: { zh: '同行同住', en: 'Presence' } },
  other: { label: { zh: '其他', en: 'Other' } },
} as const satisfies Record<string, { label: Words }>;

export type TieFamily = keyof typeof tieFamilies;

export interface TieKindDefinition {
  readonly type: TieTypeName;
  readonly label: Words;
  readonly family: TieFamily;
  readonly directed: boolean;
  /** Folded from events, and open down to their rows. */
  readonly event?: true;
}

/** Kind → type and family. Label and direction follow from the words and the type. */
const shapes: Readonly<Record<TieKind, { type: TieTypeName; family: TieFamily; event?: true }>> = {
  kin: { type: 'Family', family: 'kin' },
  spouse: { type: 'Family', family: 'kin' },
  household: { type: 'Family', family: 'kin' },
  classmate: { type: 'Associate', family: 'social' },
  comrade: { type: 'Associate', family: 'social' },
  hometown: { type: 'Associate', family: 'social' },
  colleague: { type: 'Associate', family: 'work' },
  friend: { type: 'Associate', family: 'social' },
  godparent: { type: 'Associate', family: 'social' },
  associate: { type: 'Associate', family: 'social' },
  owner: { type: 'Ownership', family: 'business' },
  director: { type: 'Directorship', family: 'business' },
  employee: { type: 'Employment', family: 'work' },
  representative: { type: 'Representation', family: 'business' },
  nominee: { type: 'Representation', family: 'business' },
  gang_member: { type: 'Membership', family: 'social' },
  uses_property: { type: 'UnknownLink', family: 'business' },
  other: { type: 'UnknownLink', family: 'other' },
  calls: { type: 'Call', family: 'contact', event: true },
  payments: { type: 'Payment', family: 'money', event: true },
  copresence: { type: 'CoPresence', family: 'presence', event: true },
  case: { type: 'CourtCaseParty', family: 'case' },
  decision: { type: 'DecisionLink', family: 'case' },
  post: { type: 'Employment', family: 'work' },
  tender: { type: 'TenderLink', family: 'business' },
  operation: { type: 'OperationTarget', family: 'case' },
  awareness: { type: 'Awareness', family: 'case' },
  account: { type: 'Ownership', family: 'money' },
  phone: { type: 'PhoneUse', family: 'contact' },
};

const labels: Readonly<Record<TieKind, Words>> = { ...fileTieKindWords, ...derivedTieKindWords };

function define(kind: TieKind): TieKindDefinition {
  const shape = shapes[kind];
  return { ...shape, label: labels[kind], directed: typeDefinitions[shape.type].edge?.directed ?? false };
}

export function isTieKind(kind: string): kind is TieKind {
  return Object.hasOwn(shapes, kind);
}

export const tieKindNames: readonly TieKind[] = Object.keys(shapes).filter(isTieKind);

// Every kind of `shapes` is in `tieKindNames`, so the record is whole.
export const tieKinds = Object.fromEntries(tieKindNames.map((kind) => [kind, define(kind)])) as Readonly<
  Record<TieKind, TieKindDefinition>
>;

export function isTieFamily(family: string): family is TieFamily {
  return Object.hasOwn(tieFamilies, family);
}

export function kindsOfFamily(family: TieFamily): readonly TieKind[] {
  return tieKindNames.filter((kind) => tieKinds[kind].family === family);
}

/** Bidding is kind `tender` too, but a bid has an amount and a result: its type is Bid. */
export function typeOfTie(kind: TieKind, role?: string): TieTypeName {
  return kind === 'tender' && role === 'bidder' ? 'Bid' : tieKinds[kind].type;
}

/** organisations.csv `kind` → type; what is not listed is an Organization. */
const organisationTypes: Readonly<Record<string, TypeName>> = {
  company: 'Company',
  public_body: 'PublicBody',
  village_committee: 'PublicBody',
  gang: 'Gang',
};

export function typeOfOrganisation(organisationKind: string | undefined): TypeName {
  if (organisationKind === undefined || !Object.hasOwn(organisationTypes, organisationKind)) return 'Organization';
  return organisationTypes[organisationKind] ?? 'Organization';
}

/** Kind of a tie that came from a FollowTheMoney file, by its type. A member there is of any body, not of a gang: `other`. */
const kindsByType: Readonly<Record<TieTypeName, TieKind>> = {
  Family: 'kin',
  Associate: 'associate',
  Employment: 'employee',
  Occupancy: 'post',
  Directorship: 'director',
  Membership: 'other',
  Ownership: 'owner',
  Representation: 'representative',
  UnknownLink: 'other',
  PhoneUse: 'phone',
  Call: 'calls',
  Payment: 'payments',
  CoPresence: 'copresence',
  CourtCaseParty: 'case',
  DecisionLink: 'decision',
  TenderLink: 'tender',
  Bid: 'tender',
  OperationTarget: 'operation',
  Awareness: 'awareness',
};

export function kindOfType(type: string): TieKind | undefined {
  if (!isTypeName(type)) return undefined;
  const table: Readonly<Record<string, TieKind>> = kindsByType;
  return Object.hasOwn(table, type) ? table[type] : undefined;
}
