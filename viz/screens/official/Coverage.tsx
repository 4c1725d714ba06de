import type { OfficialPage } from '../../client/officials.ts';
import { useWords } from '../../i18n/useWords.ts';

/** What was asked for at all. What is missing is unknown, never zero. */
export function Coverage({ coverage }: { coverage: OfficialPage['coverage'] }) {
  const { t, value, period } = useWords();
  return (
    <dl className="pairs">
      {coverage.map(({ kind, obtained }) => (
        <div key={kind}>
          <dt>{value('recordsKind', kind)}</dt>
          <dd>
            {obtained.length === 0 ? (
              <b>{t('official.notObtained')}</b>
            ) : (
              obtained.map((one) => period(one.from, one.to)).join(' · ')
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
