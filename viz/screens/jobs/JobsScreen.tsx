import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { JobList } from './JobList.tsx';

export function JobsScreen() {
  const { t } = useWords();
  useTitle('frame.jobs');
  return (
    <div className="column">
      <h1>{t('frame.jobs')}</h1>
      <JobList />
    </div>
  );
}
