import { useTitle } from '../frame/useTitle.ts';
import { useWords } from '../i18n/useWords.ts';
import { Empty } from '../parts/Empty.tsx';

/** The same for what does not exist and for what one may not see. */
export function NotFoundScreen() {
  const { t } = useWords();
  useTitle('frame.nothingHere');
  return <Empty why={t('problem.not_found')} />;
}
