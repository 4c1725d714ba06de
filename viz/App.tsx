import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Route, Switch } from 'wouter';
import { asProblem } from './client/problem.ts';
import { sessionQuery } from './client/session.ts';
import { Frame } from './frame/Frame.tsx';
import { useWords } from './i18n/useWords.ts';
import { Boundary } from './parts/Boundary.tsx';
import { Loading } from './parts/Loading.tsx';
import { ProblemNotice } from './parts/ProblemNotice.tsx';
import { HomeScreen } from './screens/home/HomeScreen.tsx';
import { NotFoundScreen } from './screens/NotFoundScreen.tsx';
import { SearchScreen } from './screens/search/SearchScreen.tsx';
import { SignInScreen } from './screens/signIn/SignInScreen.tsx';
import { usePageAttributes } from './theme/useTheme.ts';

const BoardScreen = lazy(async () => ({ default: (await import('./screens/board/BoardScreen.tsx')).BoardScreen }));
const NewBoardScreen = lazy(async () => ({
  default: (await import('./screens/board/NewBoardScreen.tsx')).NewBoardScreen,
}));
const SnapshotScreen = lazy(async () => ({
  default: (await import('./screens/snapshot/SnapshotScreen.tsx')).SnapshotScreen,
}));
const BoardsScreen = lazy(async () => ({ default: (await import('./screens/boards/BoardsScreen.tsx')).BoardsScreen }));
const EntityScreen = lazy(async () => ({ default: (await import('./screens/entity/EntityScreen.tsx')).EntityScreen }));
const OfficialScreen = lazy(async () => ({
  default: (await import('./screens/official/OfficialScreen.tsx')).OfficialScreen,
}));
const LinksScreen = lazy(async () => ({ default: (await import('./screens/links/LinksScreen.tsx')).LinksScreen }));
const CommunitiesScreen = lazy(async () => ({
  default: (await import('./screens/communities/CommunitiesScreen.tsx')).CommunitiesScreen,
}));
const ScreeningScreen = lazy(async () => ({
  default: (await import('./screens/screening/ScreeningScreen.tsx')).ScreeningScreen,
}));
const ImportScreen = lazy(async () => ({ default: (await import('./screens/imports/ImportScreen.tsx')).ImportScreen }));
const BatchScreen = lazy(async () => ({ default: (await import('./screens/imports/BatchScreen.tsx')).BatchScreen }));
const JobsScreen = lazy(async () => ({ default: (await import('./screens/jobs/JobsScreen.tsx')).JobsScreen }));
const SettingsScreen = lazy(async () => ({
  default: (await import('./screens/settings/SettingsScreen.tsx')).SettingsScreen,
}));

/** Language, session, frame and the screen the address names. */
export function App() {
  const { language } = useWords();
  usePageAttributes();
  return (
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-GB'}>
      <Switch>
        <Route path="/sign-in" component={SignInScreen} />
        <Route component={SignedIn} />
      </Switch>
    </I18nProvider>
  );
}

function SignedIn() {
  const session = useQuery(sessionQuery);
  if (session.data === undefined) {
    if (session.error === null) return <Loading rows={3} />;
    if (asProblem(session.error).code === 'unauthenticated') return <SignInScreen />;
    return <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />;
  }
  return (
    <Frame user={session.data.user}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/">{screen(<HomeScreen />)}</Route>
          <Route path="/search">{screen(<SearchScreen />)}</Route>
          <Route path="/board/new">{screen(<NewBoardScreen />)}</Route>
          <Route path="/board/:id/snapshot/:snapshot">
            {({ id, snapshot }) => screen(<SnapshotScreen key={snapshot} board={id} id={snapshot} />)}
          </Route>
          <Route path="/board/:id">{({ id }) => screen(<BoardScreen key={id} id={id} />)}</Route>
          <Route path="/boards">{screen(<BoardsScreen />)}</Route>
          <Route path="/entity/:id/:tab?">
            {({ id, tab }) => screen(<EntityScreen key={id} id={id} tab={tab ?? 'summary'} />)}
          </Route>
          <Route path="/official/:id">{({ id }) => screen(<OfficialScreen key={id} id={id} />)}</Route>
          <Route path="/links">{screen(<LinksScreen />)}</Route>
          <Route path="/communities/:run?">{({ run }) => screen(<CommunitiesScreen run={run ?? null} />)}</Route>
          <Route path="/screening/:run?">{({ run }) => screen(<ScreeningScreen run={run ?? null} />)}</Route>
          <Route path="/import">{screen(<ImportScreen />)}</Route>
          <Route path="/import/:batch">{({ batch }) => screen(<BatchScreen batch={batch} />)}</Route>
          <Route path="/jobs">{screen(<JobsScreen />)}</Route>
          <Route path="/settings">{screen(<SettingsScreen />)}</Route>
          <Route>{screen(<NotFoundScreen />)}</Route>
        </Switch>
      </Suspense>
    </Frame>
  );
}

const screen = (content: React.ReactNode) => <Boundary>{content}</Boundary>;
