import { useQuery } from '@tanstack/react-query';
import { isOver, jobsQuery } from '../../client/jobs.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { JobLine } from '../../parts/JobLine.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { useKnownJobs } from '../../state/knownJobs.ts';

/** One's own long work, what still runs first. */
export function JobList() {
  const { t } = useWords();
  const known = useKnownJobs((state) => state.jobs);
  const query = useQuery(jobsQuery);
  if (known.length === 0)
    return (
      <Answered query={query} rows={2}>
        {() => <Empty why={t('jobs.none')} />}
      </Answered>
    );
  const jobs = [...known].sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
  return (
    <>
      {query.error !== null && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <CutNotice answer={query.data} shown={query.data.items.length} />}
      <ul className="plain-list">
        {jobs.map((job) => (
          <li key={job.id}>
            <JobLine job={job} />
          </li>
        ))}
      </ul>
    </>
  );
}
