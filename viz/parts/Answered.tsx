import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './Loading.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

export interface AnsweredProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch' | 'isPending'>;
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}
/** Loading, error or the answer: the same three states on every screen. */
export function Answered<T>({ query, rows = 5, children }: AnsweredProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading rows={rows} />;
}
