import { useQuery } from '@tanstack/react-query';
import { batchQuery } from '../../client/imports.ts';
import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { ImportReportView } from './ImportReport.tsx';
import { TakeBack } from './TakeBack.tsx';
import { TakenBack } from './TakenBack.tsx';

/** One batch: what it brought and what was not taken. */
export function BatchScreen({ batch }: { batch: string }) {
  const { t } = useWords();
  const query = useQuery(batchQuery(batch));
  useTitle('import.batch');
  return (
    <div className="column">
      <h1>{t('import.batch')}</h1>
      <p className="faint">{batch}</p>
      <Answered query={query}>
        {({ head, report }) => (
          <>
            <TakenBack batch={head} />
            <ImportReportView report={report} />
            {head.left && <TakeBack batch={head.batch} />}
          </>
        )}
      </Answered>
    </div>
  );
}
