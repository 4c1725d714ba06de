import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Button as PressButton } from 'react-aria-components';
import { Link } from 'wouter';
import { isOver } from '../client/jobs.ts';
import { queryClient } from '../client/queryClient.ts';
import { signOut, type User } from '../client/session.ts';
import { useWords } from '../i18n/useWords.ts';
import { Icon } from '../parts/Icon.tsx';
import { useAddress } from '../state/asOf.ts';
import { useKnownJobs } from '../state/knownJobs.ts';
import { usePreferences } from '../state/preferences.ts';
import { purposeText, useSession } from '../state/session.ts';
import { PurposePicker } from './PurposePicker.tsx';
import { QuickSearch } from './QuickSearch.tsx';

export function TopBar({ user }: { user: User }) {
  const { t, language, value, number } = useWords();
  const address = useAddress();
  const change = usePreferences((state) => state.change);
  const purpose = useSession((state) => state.purpose);
  const running = useKnownJobs((state) => state.jobs.filter((job) => !isOver(job)).length);
  const [choosing, setChoosing] = useState(false);
  const leave = async () => {
    await signOut();
    queryClient.clear();
    location.assign('/sign-in');
  };
  return (
    <header className="top-bar">
      <Link href={address('/')} className="brand">
        {t('frame.product')}
      </Link>
      <QuickSearch />
      <span className="grow" />
      <Link href={address('/jobs')} className="bar-item" aria-live="polite">
        {running === 0 ? t('frame.noJobs') : t('frame.jobsRunning', { n: number(running) })}
      </Link>
      <PressButton className="bar-item" onPress={() => setChoosing(true)}>
        {t('frame.purpose')}: <span className="purpose">{`${value('purposeKind', purpose.kind)} ${purpose.text}`}</span>
      </PressButton>
      <PressButton className="bar-item" onPress={() => change({ language: language === 'zh' ? 'en' : 'zh' })}>
        <Icon name="language" size={16} /> {language === 'zh' ? 'English' : '中文'}
      </PressButton>
      <MenuTrigger>
        <PressButton className="bar-item">
          {user.name} <Icon name="chevronDown" size={14} />
        </PressButton>
        <Popover className="popover">
          <div className="user-card">
            <p>{user.roles.map((role) => value('role', role)).join(' · ')}</p>
            {user.unit !== null && <p className="faint">{user.unit}</p>}
            <p className="faint">{t('frame.compartments', { list: user.compartments.join(' · ') })}</p>
          </div>
          <Menu className="listbox" onAction={() => void leave()}>
            <MenuItem className="listbox-item" id="leave">
              {t('frame.signOut')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <PurposePicker key={purposeText(purpose)} isOpen={choosing} onClose={() => setChoosing(false)} />
    </header>
  );
}
