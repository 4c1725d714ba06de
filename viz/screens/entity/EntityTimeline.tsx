import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { tiesQuery } from '../../client/ties.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { EntityName } from '../../parts/EntityName.tsx';
import { useClocks } from '../../state/asOf.ts';

const most = 5;

/** Dated ties in order; what has no date is counted, not dropped. */
export function EntityTimeline({ id }: { id: string }) {
  const { t, kind, number, period } = useWords();
  const query = useInfiniteQuery(tiesQuery(id, { limit: 500 }, useClocks()));
  const { hasNextPage, fetchNextPage, data } = query;
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && pages < most) void fetchNextPage();
  }, [hasNextPage, fetchNextPage, pages]);
  const ties = data?.pages.flatMap((page) => page.items) ?? [];
  const dated = ties
    .filter((tie) => tie.first ?? tie.last)
    .sort((a, b) => (a.first ?? a.last ?? '').localeCompare(b.first ?? b.last ?? ''));
  return (
    <Answered query={query}>
      {() => (
        <>
          {dated.length === 0 && <Empty why={t('entity.noDates')} />}
          <ol className="timeline">
            {dated.map((tie) => (
              <li key={tie.id}>
                <time>{period(tie.first?.slice(0, 10), tie.last?.slice(0, 10))}</time>
                <span>{kind(tie.kind)}</span>
                <EntityName id={tie.other.id} caption={tie.other.caption} />
                <span className="faint">{t(tie.duty ? 'common.duty' : 'common.private')}</span>
              </li>
            ))}
          </ol>
          {ties.length > dated.length && (
            <p className="faint">{t('entity.undated', { n: number(ties.length - dated.length) })}</p>
          )}
          {hasNextPage && pages >= most && (
            <p className="notice cut">{t('common.cutFirst', { n: number(ties.length) })}</p>
          )}
        </>
      )}
    </Answered>
  );
}
