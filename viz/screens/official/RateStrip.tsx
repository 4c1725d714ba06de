import { useWords } from '../../i18n/useWords.ts';

interface Rate {
  readonly decisions: number;
  readonly lighter: number;
}
const width = 360;
const rateOf = ({ decisions, lighter }: Rate): number | null => (decisions === 0 ? null : lighter / decisions);

/** Own rate as a mark on the peers' spread, both on one scale from none to all. */
export function RateStrip({
  own,
  peers,
}: {
  own: Rate;
  peers: Rate & { spread?: { least: number; most: number } | null | undefined };
}) {
  const { t } = useWords();
  const ownRate = rateOf(own);
  const peerRate = rateOf(peers);
  const at = (rate: number) => 6 + rate * (width - 12);
  return (
    <svg
      className="rate-strip"
      width={width}
      height="30"
      viewBox={`0 0 ${width} 30`}
      role="img"
      aria-label={t('official.stripLabel')}
    >
      <path d={`M6 12H${width - 6}`} className="axis" />
      {peers.spread && <path d={`M${at(peers.spread.least)} 12H${at(peers.spread.most)}`} className="spread" />}
      {peerRate !== null && <path d={`M${at(peerRate)} 6V18`} className="peer" />}
      {ownRate !== null && <path d={`M${at(ownRate)} 2l5 7h-10z`} className="own" />}
      <text x="6" y="28" className="axis-text">
        {t('official.none')}
      </text>
      <text x={width - 6} y="28" className="axis-text" textAnchor="end">
        {t('official.all')}
      </text>
    </svg>
  );
}
