import type { ReactNode } from 'react';
import type { User } from '../client/session.ts';
import { Banners } from './Banners.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { useFrameKeys } from './useFrameKeys.ts';
import { useOwnJobs } from './useOwnJobs.ts';

/** Top bar, left rail and the page between: the same on every screen. */
export function Frame({ user, children }: { user: User; children: ReactNode }) {
  useFrameKeys();
  useOwnJobs();
  return (
    <div className="frame">
      <TopBar user={user} />
      <Rail />
      <main className="page" id="page">
        <Banners />
        {children}
      </main>
    </div>
  );
}
