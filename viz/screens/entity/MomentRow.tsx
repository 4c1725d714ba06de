import { useState } from 'react';
import type { Moment } from '../../client/timeline.ts';
import { useWords } from '../../i18n/useWords.ts';
import { EvidenceIds } from '../../panels/evidence/EvidenceIds.tsx';
import { Button } from '../../parts/controls.tsx';
import { EntityName } from '../../parts/EntityName.tsx';

/** One line of a timeline; it opens down to the rows of the month or the statements of the tie. */
export function MomentRow({ moment, isOfTwo }: { moment: Moment; isOfTwo: boolean }) {
  const { t, kind, number, period } = useWords();
  const [isOpen, setOpen] = useState(false);
  const isMonth = moment.what === 'month';
  const evidence = moment.events === null ? moment.assertions : [moment.events];
  return (
    <li>
      <time>{isMonth ? moment.from : period(moment.from, moment.to)}</time>
      <span>
        {kind(moment.kind)}
        {isMonth && ` ${t('timeline.times', { n: number(moment.count) })}`}
      </span>
      <span>
        {isOfTwo && (
          <>
            <EntityName id={moment.about.id} caption={moment.about.caption} /> –{' '}
          </>
        )}
        <EntityName id={moment.other.id} caption={moment.other.caption} />
      </span>
      <span className="faint">{t(moment.duty ? 'common.duty' : 'common.private')}</span>
      <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
        {t(isOpen ? 'timeline.closeRows' : 'evidence.openRows')}
      </Button>
      {isOpen && (
        <div className="timeline-rows">
          <EvidenceIds ids={evidence} />
        </div>
      )}
    </li>
  );
}
