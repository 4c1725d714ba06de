import type { LinePattern } from '../canvas/style/tieLook.ts';

const dashes: Readonly<Record<LinePattern, string | undefined>> = {
  solid: undefined,
  longDash: '9 5',
  dotted: '2 4',
  hollow: undefined,
};

/** A short piece of a line as the canvas draws it. */
export function LineSample({
  colour,
  pattern,
  letter,
  width = 2.4,
}: {
  colour: string;
  pattern: LinePattern;
  letter?: string;
  width?: number;
}) {
  const dash = dashes[pattern];
  const lines = pattern === 'hollow' ? [5, 9] : [7];
  return (
    <svg className="line-sample" width="40" height="14" viewBox="0 0 40 14" aria-hidden="true">
      {lines.map((y) => (
        <path
          key={y}
          d={`M1 ${y}H39`}
          stroke={colour}
          strokeWidth={pattern === 'hollow' ? 1 : width}
          strokeDasharray={dash}
          fill="none"
        />
      ))}
      {letter !== undefined && (
        <text x="20" y="11" className="line-letter" textAnchor="middle" fill={colour}>
          {letter}
        </text>
      )}
    </svg>
  );
}
