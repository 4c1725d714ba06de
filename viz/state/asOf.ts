import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { AskedClocks } from '../client/http.ts';
import { readUrl, type UrlState, writeUrl } from './url.ts';

/** Both clocks live in the address and travel with every link. */
export function useClocks(): AskedClocks {
  const search = useSearch();
  return useMemo(() => {
    const { state } = readUrl(search);
    return {
      ...(state.true === undefined ? {} : { trueAt: state.true }),
      ...(state.known === undefined ? {} : { knownAt: state.known }),
    };
  }, [search]);
}

/** While known-at is not now the page shows the past: nothing may be changed. */
export const isPast = (clocks: AskedClocks): boolean => clocks.knownAt !== undefined;

/** An address of this viewer with the clocks of the present one. */
export function useAddress(): (path: string, more?: UrlState) => string {
  const search = useSearch();
  return useMemo(() => {
    const { state } = readUrl(search);
    return (path: string, more: UrlState = {}) => {
      const query = writeUrl({ true: state.true, known: state.known, ...more });
      return query === '' ? path : `${path}?${query}`;
    };
  }, [search]);
}

export function useGo(): (path: string, more?: UrlState, options?: { replace?: boolean }) => void {
  const [, navigate] = useLocation();
  const address = useAddress();
  return (path, more, options) => navigate(address(path, more), options);
}

export function useUrlState(): { state: UrlState; dropped: readonly string[]; change(values: UrlState): void } {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const { state, dropped } = useMemo(() => readUrl(search), [search]);
  return {
    state,
    dropped,
    change(values) {
      const query = writeUrl({ ...state, ...values });
      navigate(query === '' ? path : `${path}?${query}`, { replace: true });
    },
  };
}
