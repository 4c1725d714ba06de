import { Link, useLocation } from 'wouter';
import type { MessageKey } from '../i18n/messages.ts';
import { useWords } from '../i18n/useWords.ts';
import { IconButton } from '../parts/controls.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { useAddress } from '../state/asOf.ts';
import { usePreferences } from '../state/preferences.ts';

const places: readonly { path: string; icon: IconName; name: MessageKey }[] = [
  { path: '/', icon: 'home', name: 'frame.home' },
  { path: '/search', icon: 'search', name: 'frame.search' },
  { path: '/boards', icon: 'board', name: 'frame.boards' },
  { path: '/links', icon: 'link', name: 'frame.links' },
  { path: '/communities', icon: 'circles', name: 'frame.communities' },
  { path: '/screening', icon: 'clipboard', name: 'frame.screening' },
  { path: '/import', icon: 'upload', name: 'frame.import' },
  { path: '/jobs', icon: 'clock', name: 'frame.jobs' },
  { path: '/settings', icon: 'settings', name: 'frame.settings' },
];

export function Rail() {
  const { t } = useWords();
  const [path] = useLocation();
  const address = useAddress();
  const { railOpen, change } = usePreferences();
  const isHere = (place: string) => (place === '/' ? path === '/' : path.startsWith(place.replace(/s$/, '')));
  return (
    <nav className={`rail${railOpen ? ' open' : ''}`} aria-label={t('frame.places')}>
      <IconButton
        icon="menu"
        label={t(railOpen ? 'frame.closeRail' : 'frame.openRail')}
        onPress={() => change({ railOpen: !railOpen })}
      />
      {places.map(({ path: place, icon, name }) => (
        <Link
          key={place}
          href={address(place)}
          className="rail-link"
          aria-current={isHere(place) ? 'page' : undefined}
          title={t(name)}
        >
          <Icon name={icon} size={20} />
          <span className={railOpen ? '' : 'hidden-text'}>{t(name)}</span>
        </Link>
      ))}
    </nav>
  );
}
