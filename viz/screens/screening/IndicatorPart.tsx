import type { Indicator } from '../../client/screens.ts';
import { useWords } from '../../i18n/useWords.ts';
import { EvidenceIds } from '../../panels/evidence/EvidenceIds.tsx';
import { Disclosed } from '../../parts/Disclosed.tsx';

const full = 160;

/** One part: a sentence, observed and expected as two bars on one scale, what was tried in the person's favour, and its rows. */
export function IndicatorPart({ part, pool }: { part: Indicator; pool: number }) {
  const { t, say, value, number } = useWords();
  const { observed, expected, coverage, stratum, innocent, evidence, without, logLr } = part;
  const scale = Math.max(observed ?? 0, expected ?? 0);
  const wide = (amount: number) => (scale === 0 ? 0 : (amount / scale) * full);
  return (
    <div className="part">
      <p>
        <span className="tag">
          {value('indicatorFamily', part.family)} {part.id}
        </span>{' '}
        {say(part.text)}
      </p>
      <dl className="pairs small">
        <div>
          <dt>{t('screening.observed')}</dt>
          <dd>
            {observed != null && <span className="amount observed" style={{ width: wide(observed) }} />}
            {observed == null ? t('common.unknown') : number(observed)}
          </dd>
        </div>
        <div>
          <dt>{t('screening.expected')}</dt>
          <dd>
            {expected != null && <span className="amount" style={{ width: wide(expected) }} />}
            {expected == null ? t('common.unknown') : number(expected)}
            {stratum && <span className="faint"> {say(stratum)}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('screening.weight')}</dt>
          <dd>{logLr == null ? t('common.unknown') : number(logLr)}</dd>
        </div>
        <div>
          <dt>{t('screening.coverageShort')}</dt>
          <dd>{coverage == null ? t('common.unknown') : number(coverage)}</dd>
        </div>
        {without != null && (
          <div>
            <dt>{t('screening.without')}</dt>
            <dd>{t('screening.withoutRank', { rank: number(without), n: number(pool) })}</dd>
          </div>
        )}
      </dl>
      {innocent.length > 0 && (
        <ul className="innocent">
          {innocent.map((one) => (
            <li key={one.id}>
              {say(one)} — <b>{t(one.holds ? 'screening.holds' : 'screening.doesNotHold')}</b>
            </li>
          ))}
        </ul>
      )}
      {evidence.length > 0 && (
        <Disclosed title={t('evidence.openRowsN', { n: number(evidence.length) })}>
          <EvidenceIds ids={evidence} />
        </Disclosed>
      )}
    </div>
  );
}
