import { useMutation } from '@tanstack/react-query';
import { ProgressBar } from 'react-aria-components';
import { Link } from 'wouter';
import { cancelJob, isOver, type Job, jobQuery } from '../client/jobs.ts';
import { queryClient } from '../client/queryClient.ts';
import { useWords } from '../i18n/useWords.ts';
import { useAddress } from '../state/asOf.ts';
import { useKnownJobs } from '../state/knownJobs.ts';
import { Button } from './controls.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { resultId } from './useJob.ts';

const pages: Readonly<Record<string, string>> = {
  communities: '/communities',
  screen: '/screening',
  screens: '/screening',
  import: '/import',
  imports: '/import',
};

/** One long job: what, how far in counts, stop, and where its result is. */
export function JobLine({ job }: { job: Job }) {
  const { t, value, number } = useWords();
  const address = useAddress();
  const stopping = useMutation({
    mutationFn: () => cancelJob(job.id),
    async onSuccess() {
      useKnownJobs.getState().heard(await queryClient.fetchQuery({ ...jobQuery(job.id), staleTime: 0 }));
    },
  });
  const { progress } = job;
  const result = resultId(job);
  const page = pages[job.kind];
  return (
    <div className="job" aria-live="polite">
      <div className="row">
        <b>{value('jobKind', job.kind.replace(/s$/, '') === 'communitie' ? 'communities' : job.kind)}</b>
        <span>{value('jobState', job.state)}</span>
        {progress !== null && progress.phase !== '' && !isOver(job) && <span className="faint">{progress.phase}</span>}
        {progress !== null && !isOver(job) && (
          <span className="faint">
            {progress.total === null ? number(progress.done) : `${number(progress.done)} / ${number(progress.total)}`}
          </span>
        )}
        <span className="grow" />
        {!isOver(job) && <Button onPress={() => stopping.mutate()}>{t('common.cancel')}</Button>}
        {job.kind === 'export' && job.result !== null && (
          <a href={job.result} download>
            {t('export.download')}
          </a>
        )}
        {result !== null && page !== undefined && <Link href={address(`${page}/${result}`)}>{t('jobs.result')}</Link>}
      </div>
      {!isOver(job) && (
        <ProgressBar
          aria-label={t('jobs.progress')}
          value={progress?.done ?? 0}
          maxValue={progress?.total ?? 1}
          isIndeterminate={progress?.total == null}
        >
          {({ percentage, isIndeterminate }) => (
            <div className="bar">
              <div
                className={`bar-fill${isIndeterminate ? ' unknown' : ''}`}
                style={{ width: isIndeterminate ? '30%' : `${percentage ?? 0}%` }}
              />
            </div>
          )}
        </ProgressBar>
      )}
      {job.error !== null && <p className="notice error">{job.error.detail || job.error.title}</p>}
      {stopping.error !== null && <ProblemNotice error={stopping.error} />}
    </div>
  );
}
