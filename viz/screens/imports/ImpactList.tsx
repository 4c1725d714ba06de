import type { Impact } from '../../client/imports.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { useWords } from '../../i18n/useWords.ts';

/** What would go, in sentences with counts; only of what the asking one sees. */
export function ImpactList({ impact }: { impact: Impact }) {
  const { t, number } = useWords();
  const lines: readonly (readonly [MessageKey, number])[] = [
    ['import.goesAssertions', impact.assertions],
    ['import.goesEntities', impact.entities],
    ['import.goesTies', impact.ties],
    ['import.goesEvents', impact.events],
    ['import.goesApprovals', impact.approvals],
    ['import.goesOtherAssertions', impact.others.assertions],
    ['import.goesOtherEvents', impact.others.events],
  ];
  return (
    <>
      <p>{t('import.goes')}</p>
      <ul className="plain-list">
        {lines.map(
          ([key, n]) => (n > 0 || key === 'import.goesAssertions') && <li key={key}>{t(key, { n: number(n) })}</li>,
        )}
      </ul>
    </>
  );
}
