import { isKindOf, type TypeName } from './types.ts';
import type { Words } from './words.ts';

/** How entities and ties look: shape, icon and colours with their words, for canvas, legend, table and exports.
 * Colour never carries meaning alone; hues follow Okabe–Ito without vermilion, as red is for errors and overdue clocks. */

export type MarkShape = 'circle' | 'framedCircle' | 'square' | 'doubleSquare' | 'hexagon' | 'diamond' | 'smallRounded';

export interface ThemedColour {
  readonly light: string;
  readonly dark: string;
}

export interface MarkDefinition {
  readonly label: Words;
  readonly shape: MarkShape;
  readonly shapeLabel: Words;
  /** File name of the icon set shipped with the viewer. */
  readonly icon: string;
  readonly colour: ThemedColour;
}

export const marks = {
  person: {
    label: { zh: '人员', en: 'Person' },
    shape: 'circle',
    shapeLabel: { zh: '圆形', en: 'Circle' },
    icon: 'user',
    colour: { light: '#0072B2', dark: '#5AB4F0' },
  },
  official: {
    label: { zh: '公职人员', en: 'Person holding a post' },
    shape: 'framedCircle',
    shapeLabel: { zh: '方框内圆形', en: 'Circle in a square frame' },
    icon: 'user',
    colour: { light: '#0072B2', dark: '#5AB4F0' },
  },
  company: {
    label: { zh: '企业及其他组织', en: 'Company or other organisation' },
    shape: 'square',
    shapeLabel: { zh: '方形', en: 'Square' },
    icon: 'building',
    colour: { light: '#A86A00', dark: '#E69F00' },
  },
  publicBody: {
    label: { zh: '公共机构、村和党组织', en: 'Public body, village or party organisation' },
    shape: 'doubleSquare',
    shapeLabel: { zh: '双边方形', en: 'Square with a double border' },
    icon: 'building-bank',
    colour: { light: '#2A7FA5', dark: '#56B4E9' },
  },
  gang: {
    label: { zh: '涉黑涉恶团伙', en: 'Gang' },
    shape: 'hexagon',
    shapeLabel: { zh: '六边形', en: 'Hexagon' },
    icon: 'circles-relation',
    colour: { light: '#9A4A78', dark: '#CC79A7' },
  },
  case: {
    label: { zh: '案件、决定、行动、招标和活动', en: 'Case, decision, operation, tender or event' },
    shape: 'diamond',
    shapeLabel: { zh: '菱形', en: 'Diamond' },
    icon: 'folder',
    colour: { light: '#007A5A', dark: '#2CC295' },
  },
  small: {
    label: { zh: '账户、电话、车辆、不动产和地址', en: 'Account, phone, vehicle, estate or address' },
    shape: 'smallRounded',
    shapeLabel: { zh: '小圆角方形', en: 'Small rounded square' },
    icon: 'map-pin',
    colour: { light: '#5A6270', dark: '#A3ACB9' },
  },
} as const satisfies Record<string, MarkDefinition>;

export type MarkName = keyof typeof marks;

/** Types whose mark or icon is not that of an organisation. */
const looks: Readonly<Partial<Record<TypeName, { mark: MarkName; icon: string }>>> = {
  LegalEntity: { mark: 'person', icon: 'user' },
  Person: { mark: 'person', icon: 'user' },
  PublicBody: { mark: 'publicBody', icon: 'building-bank' },
  Gang: { mark: 'gang', icon: 'circles-relation' },
  Position: { mark: 'publicBody', icon: 'armchair' },
  CourtCase: { mark: 'case', icon: 'folder' },
  Decision: { mark: 'case', icon: 'gavel' },
  Operation: { mark: 'case', icon: 'flag' },
  Tender: { mark: 'case', icon: 'file-invoice' },
  Event: { mark: 'case', icon: 'calendar-event' },
  Trip: { mark: 'case', icon: 'route' },
  Lead: { mark: 'case', icon: 'bulb' },
  Tip: { mark: 'case', icon: 'inbox' },
  BankAccount: { mark: 'small', icon: 'credit-card' },
  Phone: { mark: 'small', icon: 'phone' },
  Vehicle: { mark: 'small', icon: 'car' },
  RealEstate: { mark: 'small', icon: 'home' },
  Address: { mark: 'small', icon: 'map-pin' },
};

export function markOf(type: TypeName, roles: readonly string[] = []): MarkName {
  if (type === 'Person' && roles.includes('official')) return 'official';
  const look = looks[type];
  if (look) return look.mark;
  return isKindOf(type, 'Organization') ? 'company' : 'small';
}

export function iconOf(type: TypeName): string {
  return looks[type]?.icon ?? marks[markOf(type)].icon;
}
