import type { TieFamily } from './kinds.ts';
import type { ThemedColour } from './marks.ts';
import type { Words } from './words.ts';

/** How a tie is drawn, by who says it. Duty lies below and apart from the private ones. */
export const tieStyles = {
  said: { line: 'solid', label: { zh: '来源记载', en: 'Said by a source' } },
  suspected: { line: 'longDash', label: { zh: '来源称疑似', en: 'Said by a source as suspected' } },
  machine: { line: 'dotted', label: { zh: '系统推测，待人工确认', en: 'Found by the machine, not confirmed' } },
  duty: { line: 'hollow', label: { zh: '公务关系', en: 'Duty' } },
} as const satisfies Record<string, { line: string; label: Words }>;

export type TieStyleName = keyof typeof tieStyles;

/** Letter at mid-line where hues would be too many, and the hue where they are few. */
export const tieFamilyMarks: Readonly<Record<TieFamily, { letter: Words; colour: ThemedColour }>> = {
  kin: { letter: { zh: '亲', en: 'K' }, colour: { light: '#9A4A78', dark: '#CC79A7' } },
  social: { letter: { zh: '社', en: 'S' }, colour: { light: '#0072B2', dark: '#5AB4F0' } },
  work: { letter: { zh: '职', en: 'W' }, colour: { light: '#6B5B95', dark: '#A99BD1' } },
  business: { letter: { zh: '商', en: 'B' }, colour: { light: '#A86A00', dark: '#E69F00' } },
  money: { letter: { zh: '款', en: 'M' }, colour: { light: '#007A5A', dark: '#2CC295' } },
  contact: { letter: { zh: '联', en: 'C' }, colour: { light: '#2A7FA5', dark: '#56B4E9' } },
  case: { letter: { zh: '案', en: 'L' }, colour: { light: '#7A6A00', dark: '#D6C22E' } },
  presence: { letter: { zh: '同', en: 'P' }, colour: { light: '#4F6F52', dark: '#9CC5A1' } },
  other: { letter: { zh: '其', en: 'O' }, colour: { light: '#5A6270', dark: '#A3ACB9' } },
};

/** Small signs at the corners of an entity. */
export const cornerMarks = {
  recordedSuspect: { sign: '案', label: { zh: '有立案记载的嫌疑人', en: 'Recorded suspect' } },
  presumed: { sign: 'dottedOutline', label: { zh: '系统推测', en: 'Presumed by the machine' } },
  confirmed: { sign: 'tick', label: { zh: '人工已确认', en: 'Confirmed by a person' } },
  pinned: { sign: 'pin', label: { zh: '已固定', en: 'Pinned' } },
  note: { sign: 'foldedCorner', label: { zh: '有批注', en: 'Has a note' } },
  hiddenNeighbours: { sign: '+N', label: { zh: '未展开的邻居', en: 'Neighbours not shown' } },
  start: { sign: 'boldName', label: { zh: '画布起点', en: 'Start of this board' } },
} as const satisfies Record<string, { sign: string; label: Words }>;

export type CornerMarkName = keyof typeof cornerMarks;
