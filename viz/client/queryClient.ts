import { QueryCache, QueryClient } from '@tanstack/react-query';
import { useSession } from '../state/session.ts';
import { asProblem } from './problem.ts';

const retried: ReadonlySet<string> = new Set(['offline', 'busy', 'store_unavailable', 'engine_unavailable']);

/** Server data lives here and nowhere else. Trouble that passes is tried again; being signed out or offline is told to the frame. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error) {
      const { code } = asProblem(error);
      if (code === 'unauthenticated') useSession.getState().setSignedOut(true);
      if (code === 'offline') useSession.getState().setOffline(true);
    },
    onSuccess() {
      if (useSession.getState().offline) useSession.getState().setOffline(false);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && retried.has(asProblem(error).code),
    },
  },
});
