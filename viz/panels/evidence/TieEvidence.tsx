import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { assertionQuery } from '../../client/assertions.ts';
import type { Tie } from '../../client/ties.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../parts/controls.tsx';
import { EntityName } from '../../parts/EntityName.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { useClocks } from '../../state/asOf.ts';
import { AssertionList } from './AssertionList.tsx';
import { DutyReason } from './DutyReason.tsx';
import { EventRows } from './EventRows.tsx';

const sumUnits: Readonly<Record<string, { divide: number; message: 'evidence.yuan' | 'evidence.seconds' }>> = {
  payments: { divide: 100, message: 'evidence.yuan' },
  calls: { divide: 1, message: 'evidence.seconds' },
};

/** One tie: what it is, from when to when, how much, why it counts as duty, and then what it rests on. */
export function TieEvidence({ tie }: { tie: Tie }) {
  const { t, kind, number, period, value } = useWords();
  const [isOpen, setOpen] = useState(false);
  const unit = sumUnits[tie.kind];
  const events = tie.events ?? null;
  return (
    <section className="tie">
      <h3>
        {kind(tie.kind)}
        {tie.certainty === 'suspected' && <span className="tag dashed">{value('certainty', 'suspected')}</span>}
      </h3>
      <p className="faint">{period(tie.first?.slice(0, 10), tie.last?.slice(0, 10))}</p>
      {events !== null && (
        <p>
          {t('evidence.fold', { n: number(tie.count ?? 0) })}
          {tie.sum != null && unit !== undefined && ` · ${t(unit.message, { n: number(tie.sum / unit.divide) })}`}
        </p>
      )}
      {tie.directed && (
        <p className="faint">
          <EntityName id={tie.from} /> → <EntityName id={tie.to} />
        </p>
      )}
      <DutyReason reason={tie.dutyReason} />
      {events !== null && !isOpen && (
        <Button icon="table" onPress={() => setOpen(true)}>
          {t('evidence.openRows')}
        </Button>
      )}
      {events !== null && isOpen && <EventRows query={events} />}
      {tie.assertions.length > 0 && <Assertions ids={tie.assertions} />}
    </section>
  );
}

function Assertions({ ids }: { ids: readonly string[] }) {
  const clocks = useClocks();
  const answers = useQueries({ queries: ids.map((id) => assertionQuery(id, clocks)) });
  const failed = answers.find((answer) => answer.error !== null);
  if (failed !== undefined) return <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (answers.some((answer) => answer.isPending)) return <Loading rows={2} />;
  return <AssertionList assertions={answers.flatMap((answer) => answer.data ?? [])} />;
}
