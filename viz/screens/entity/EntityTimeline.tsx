import { useInfiniteQuery } from '@tanstack/react-query';
import { timelineQuery } from '../../client/timeline.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Button } from '../../parts/controls.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { EntityPicker } from '../../parts/EntityPicker.tsx';
import { useClocks, useUrlState } from '../../state/asOf.ts';
import { MomentRow } from './MomentRow.tsx';

/** One entity in time, or two together: dated ties, and contact by month. What has no date is counted, not dropped. */
export function EntityTimeline({ id }: { id: string }) {
  const { t, number } = useWords();
  const { state, change } = useUrlState();
  const other = state.with === id ? undefined : state.with;
  const query = useInfiniteQuery(timelineQuery(id, other, useClocks()));
  const pages = query.data?.pages ?? [];
  const moments = pages.flatMap((page) => page.items);
  const undated = pages[0]?.undated ?? 0;
  // Pages to come are a button, not a cut; a cut is where the answer itself ends.
  const last = pages.at(-1);
  return (
    <section className="entity-timeline">
      <EntityPicker
        label={t('timeline.with')}
        chosen={other === undefined ? [] : [other]}
        onChange={([chosen]) => change({ with: chosen })}
        one
      />
      <p className="faint">{t(other === undefined ? 'timeline.howOne' : 'timeline.howTwo')}</p>
      <Answered query={query}>
        {() => (
          <>
            {!query.hasNextPage && <CutNotice answer={last} shown={moments.length} />}
            {moments.length === 0 && <Empty why={t('entity.noDates')} />}
            <ol className="timeline">
              {moments.map((moment) => (
                <MomentRow key={keyOf(moment)} moment={moment} isOfTwo={other !== undefined} />
              ))}
            </ol>
            {query.hasNextPage && (
              <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetchingNextPage}>
                {t('common.more')}
              </Button>
            )}
            {undated > 0 && <p className="faint">{t('entity.undated', { n: number(undated) })}</p>}
          </>
        )}
      </Answered>
    </section>
  );
}

const keyOf = ({ from, kind, about, other, duty, events, assertions }: Parameters<typeof MomentRow>[0]['moment']) =>
  [from, kind, about.id, other.id, duty, events ?? assertions.join()].join('|');
