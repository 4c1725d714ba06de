import { isOver } from '../../client/jobs.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Empty } from '../../parts/Empty.tsx';
import { JobLine } from '../../parts/JobLine.tsx';
import { useKnownJobs } from '../../state/knownJobs.ts';

/** Long work started from this page, what still runs first. */
export function JobList() {
  const { t } = useWords();
  const known = useKnownJobs((state) => state.jobs);
  if (known.length === 0) return <Empty why={t('jobs.none')} />;
  const jobs = [...known].sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
  return (
    <ul className="plain-list">
      {jobs.map((job) => (
        <li key={job.id}>
          <JobLine job={job} />
        </li>
      ))}
    </ul>
  );
}
