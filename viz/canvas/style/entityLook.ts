import { iconOf, type MarkName, type MarkShape, markOf, marks } from '../../../model/vocabulary/marks.ts';
import { isTypeName } from '../../../model/vocabulary/types.ts';

export type Theme = 'light' | 'dark';

/** Codes of the shapes in the node program. */
export const shapeCodes: Readonly<Record<MarkShape, number>> = {
  circle: 0,
  framedCircle: 1,
  square: 2,
  doubleSquare: 3,
  hexagon: 4,
  diamond: 5,
  smallRounded: 6,
};

/** Radius in pixels at the middle zoom. Size says what a thing is, never how much it is suspected. */
const sizes: Readonly<Record<MarkShape, number>> = {
  circle: 15,
  framedCircle: 16,
  square: 15,
  doubleSquare: 16,
  hexagon: 18,
  diamond: 15,
  smallRounded: 11,
};

export interface EntityLook {
  readonly mark: MarkName;
  readonly shape: MarkShape;
  readonly icon: string;
  readonly colour: string;
  readonly size: number;
}

/** The one place where an entity gets its look; marks and hues come from the vocabulary. */
export function entityLook(type: string, roles: readonly string[], theme: Theme): EntityLook {
  const mark = isTypeName(type) ? markOf(type, roles) : 'small';
  const { shape, colour } = marks[mark];
  return { mark, shape, icon: isTypeName(type) ? iconOf(type) : 'map-pin', colour: colour[theme], size: sizes[shape] };
}
