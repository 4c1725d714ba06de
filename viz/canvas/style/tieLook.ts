import { isTieKind, type TieFamily, tieKinds } from '../../../model/vocabulary/kinds.ts';
import { tieFamilyMarks } from '../../../model/vocabulary/tieMarks.ts';
import type { Language } from '../../../model/vocabulary/words.ts';
import type { PictureTie } from '../../client/subgraph.ts';
import { familyOf } from '../../state/board/filters.ts';
import type { Theme } from './entityLook.ts';

export type LinePattern = 'solid' | 'longDash' | 'dotted' | 'hollow';
export const patternCodes: Readonly<Record<LinePattern, number>> = { solid: 0, longDash: 1, dotted: 2, hollow: 3 };

/** Four widths by count; the scale stands in the legend. */
export const widthSteps = [
  { from: 1, width: 1.4 },
  { from: 5, width: 2.4 },
  { from: 20, width: 3.6 },
  { from: 100, width: 5 },
] as const;
export const widthOf = (count: number): number =>
  widthSteps.findLast((step) => count >= step.from)?.width ?? widthSteps[0].width;

const grey: Readonly<Record<Theme, string>> = { light: '#767D88', dark: '#8B94A3' };
const mixed: Readonly<Record<Theme, string>> = { light: '#454C57', dark: '#C3CAD4' };

export interface LineLook {
  readonly pattern: LinePattern;
  readonly colour: string;
  readonly width: number;
  readonly arrow: boolean;
  readonly families: readonly TieFamily[];
}

/** One line stands for the ties of a pair on one side. Its hue is the family's when there is one family, else neutral. */
export function lineLook(ties: readonly PictureTie[], duty: boolean, theme: Theme): LineLook {
  const families = [...new Set(ties.map((tie) => familyOf(tie.kind)))];
  const [family] = families;
  const count = ties.reduce((sum, tie) => sum + Math.max(1, tie.count), 0);
  const hue = families.length === 1 && family !== undefined ? tieFamilyMarks[family].colour[theme] : mixed[theme];
  return {
    pattern: duty ? 'hollow' : ties.every((tie) => tie.suspected) ? 'longDash' : 'solid',
    colour: duty ? grey[theme] : hue,
    width: duty ? 4 : widthOf(count),
    arrow: isOneWay(ties),
    families,
  };
}

/** An arrow only where every type has a direction and all point the same way. */
function isOneWay(ties: readonly PictureTie[]): boolean {
  const [first] = ties;
  return (
    first !== undefined &&
    ties.every((tie) => tie.from === first.from && isTieKind(tie.kind) && tieKinds[tie.kind].directed)
  );
}

export function lineText(look: LineLook, ties: readonly PictureTie[], language: Language): string {
  const letters = look.families.map((family) => tieFamilyMarks[family].letter[language]).join('·');
  const count = ties.reduce((sum, tie) => sum + Math.max(1, tie.count), 0);
  return count > 1 ? `${letters} ${count}` : letters;
}
