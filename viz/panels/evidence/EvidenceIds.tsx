import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { assertionQuery } from '../../client/assertions.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { Button } from '../../parts/controls.tsx';
import { useClocks } from '../../state/asOf.ts';
import { AssertionCard } from './AssertionCard.tsx';
import { EventRows } from './EventRows.tsx';

const shownAtOnce = 10;

/** Opens the evidence an answer names: event queries (`q_…`) down to their rows, assertions to their cards. */
export function EvidenceIds({ ids }: { ids: readonly string[] }) {
  const { t, number } = useWords();
  const [most, setMost] = useState(shownAtOnce);
  const each = [...new Set(ids)];
  if (each.length === 0) return <p className="faint">{t('evidence.noRows')}</p>;
  return (
    <div className="evidence">
      {each
        .slice(0, most)
        .map((id) => (id.startsWith('q_') ? <EventRows key={id} query={id} /> : <OneAssertion key={id} id={id} />))}
      {each.length > most && (
        <Button onPress={() => setMost(most + shownAtOnce)}>
          {t('common.andMore', { n: number(each.length - most) })}
        </Button>
      )}
    </div>
  );
}

function OneAssertion({ id }: { id: string }) {
  const query = useQuery(assertionQuery(id, useClocks()));
  return (
    <Answered query={query} rows={1}>
      {(assertion) => <AssertionCard assertion={assertion} />}
    </Answered>
  );
}
