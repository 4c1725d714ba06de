import { type MarkShape, marks } from '../../model/vocabulary/marks.ts';
import { entityLook } from '../canvas/style/entityLook.ts';
import { entityIcons } from '../canvas/style/icons.ts';
import { useWords } from '../i18n/useWords.ts';
import { useTheme } from '../theme/useTheme.ts';

const outlines: Readonly<Record<MarkShape, string>> = {
  circle: 'M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0 -20z',
  framedCircle: 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0 -16z',
  square: 'M2.5 2.5h19v19h-19z',
  doubleSquare: 'M4.5 4.5h15v15h-15z',
  hexagon: 'M6.5 2.5h11l5.5 9.5l-5.5 9.5h-11l-5.5 -9.5z',
  diamond: 'M12 0.5l11.5 11.5l-11.5 11.5l-11.5 -11.5z',
  smallRounded: 'M7 3h10a4 4 0 0 1 4 4v10a4 4 0 0 1 -4 4h-10a4 4 0 0 1 -4 -4v-10a4 4 0 0 1 4 -4z',
};
const frames: Partial<Record<MarkShape, string>> = { framedCircle: 'M1 1h22v22h-22z', doubleSquare: 'M1 1h22v22h-22z' };

/** Shape, icon and colour of an entity in a list or the legend, with its words for readers. */
export function EntityMark({
  type,
  roles = [],
  size = 22,
}: {
  type: string;
  roles?: readonly string[];
  size?: number;
}) {
  const { say } = useWords();
  const theme = useTheme();
  const look = entityLook(type, roles, theme);
  const frame = frames[look.shape];
  return (
    <svg
      className="entity-mark"
      width={size}
      height={size}
      viewBox="-1 -1 26 26"
      role="img"
      aria-label={say(marks[look.mark].label)}
    >
      {frame !== undefined && <path d={frame} fill="none" stroke={look.colour} strokeWidth="1.5" />}
      <path d={outlines[look.shape]} fill={look.colour} />
      <g className="entity-mark-icon" transform="translate(4.6 4.6) scale(0.62)">
        {(entityIcons[look.icon] ?? []).map((line) => (
          <path key={line} d={line} />
        ))}
      </g>
    </svg>
  );
}
