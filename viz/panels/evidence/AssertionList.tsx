import type { Assertion } from '../../client/assertions.ts';
import { useWords } from '../../i18n/useWords.ts';
import { AssertionCard } from './AssertionCard.tsx';

/** Every assertion; those of one origin are bracketed, as they count once. */
export function AssertionList({ assertions }: { assertions: readonly Assertion[] }) {
  const { t } = useWords();
  const byOrigin = new Map<string, Assertion[]>();
  for (const assertion of assertions) {
    const origin = assertion.origin ?? assertion.source.id;
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), assertion]);
  }
  return (
    <>
      {[...byOrigin].map(([origin, group]) =>
        group.length === 1 ? (
          group.map((assertion) => <AssertionCard key={assertion.id} assertion={assertion} />)
        ) : (
          <section
            key={origin}
            className="one-origin"
            aria-label={t('evidence.oneOrigin', { n: group.length, origin })}
          >
            <p className="faint">{t('evidence.oneOrigin', { n: group.length, origin })}</p>
            {group.map((assertion) => (
              <AssertionCard key={assertion.id} assertion={assertion} />
            ))}
          </section>
        ),
      )}
    </>
  );
}
