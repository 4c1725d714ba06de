import { Link } from 'wouter';
import { useTitle } from '../../frame/useTitle.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Icon, type IconName } from '../../parts/Icon.tsx';
import { useAddress } from '../../state/asOf.ts';
import { BoardList } from '../boards/BoardList.tsx';
import { JobList } from '../jobs/JobList.tsx';

const doors: readonly { path: string; icon: IconName; name: MessageKey; what: MessageKey }[] = [
  { path: '/search', icon: 'search', name: 'frame.search', what: 'home.search' },
  { path: '/links', icon: 'link', name: 'frame.links', what: 'home.links' },
  { path: '/communities', icon: 'circles', name: 'frame.communities', what: 'home.communities' },
  { path: '/screening', icon: 'clipboard', name: 'frame.screening', what: 'home.screening' },
  { path: '/import', icon: 'upload', name: 'frame.import', what: 'home.import' },
];

export function HomeScreen() {
  const { t } = useWords();
  const address = useAddress();
  useTitle('frame.home');
  return (
    <div className="column">
      <h1>{t('frame.home')}</h1>
      <div className="doors">
        {doors.map(({ path, icon, name, what }) => (
          <Link key={path} href={address(path)} className="door">
            <Icon name={icon} size={24} />
            <b>{t(name)}</b>
            <span className="faint">{t(what)}</span>
          </Link>
        ))}
      </div>
      <h2>{t('home.myBoards')}</h2>
      <BoardList most={8} />
      <h2>{t('frame.jobs')}</h2>
      <JobList />
      <p className="faint fairness">{t('common.fairness')}</p>
    </div>
  );
}
