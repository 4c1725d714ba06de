import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Tie, tieCountsQuery, tiesQuery } from '../../client/ties.ts';
import { useWords } from '../../i18n/useWords.ts';
import { TieEvidence } from '../../panels/evidence/TieEvidence.tsx';
import { Answered } from '../../parts/Answered.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Button, Select } from '../../parts/controls.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { EntityMark } from '../../parts/EntityMark.tsx';
import { EntityName } from '../../parts/EntityName.tsx';
import { Table } from '../../parts/Table.tsx';
import { useClocks } from '../../state/asOf.ts';

/** Every tie of one entity, private and duty in their own columns; a row opens down to its evidence. */
export function EntityTies({ id }: { id: string }) {
  const { t, kind, number, period } = useWords();
  const clocks = useClocks();
  const [chosen, setChosen] = useState('all');
  const counts = useQuery(tieCountsQuery(id, clocks));
  const query = useInfiniteQuery(
    tiesQuery(id, { limit: 200, ...(chosen === 'all' ? {} : { kinds: [chosen] }) }, clocks),
  );
  const ties = query.data?.pages.flatMap((page) => page.items) ?? [];
  const options = Object.entries(counts.data?.byKind ?? {}).map(([name, sides]) => ({
    id: name,
    text: `${kind(name)} ${number(sides.private + sides.duty)}`,
  }));
  const last = query.data?.pages.at(-1);
  return (
    <>
      <Select
        label={t('common.kinds')}
        value={chosen}
        options={[{ id: 'all', text: `${t('common.all')} ${number(counts.data?.total ?? 0)}` }, ...options]}
        onChange={setChosen}
      />
      <CutNotice answer={last?.nextCursor === null ? last : undefined} shown={ties.length} />
      <Answered query={query}>
        {() =>
          ties.length === 0 ? (
            <Empty why={t('entity.noTies')} />
          ) : (
            <Table<Tie>
              label={t('entity.ties')}
              rows={ties}
              keyOf={(tie) => tie.id}
              detail={(tie) => <TieEvidence tie={tie} />}
              columns={[
                { id: 'mark', title: '', width: '34px', cell: (tie) => <EntityMark type={tie.other.type} size={18} /> },
                {
                  id: 'other',
                  title: t('common.name'),
                  cell: (tie) => <EntityName id={tie.other.id} caption={tie.other.caption} />,
                  by: (tie) => tie.other.caption,
                },
                {
                  id: 'kind',
                  title: t('common.kinds'),
                  cell: (tie) => kind(tie.kind),
                  by: (tie) => tie.kind,
                  width: '140px',
                },
                {
                  id: 'side',
                  title: t('common.side'),
                  cell: (tie) => t(tie.duty ? 'common.duty' : 'common.private'),
                  by: (tie) => Number(tie.duty),
                  width: '90px',
                },
                {
                  id: 'count',
                  title: t('common.count'),
                  cell: (tie) => number(tie.count ?? 1),
                  by: (tie) => tie.count ?? 1,
                  numeric: true,
                  width: '70px',
                },
                {
                  id: 'period',
                  title: t('common.period'),
                  cell: (tie) => period(tie.first?.slice(0, 10), tie.last?.slice(0, 10)),
                  by: (tie) => tie.last ?? '',
                  width: '200px',
                },
              ]}
            />
          )
        }
      </Answered>
      {query.hasNextPage && (
        <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetchingNextPage}>
          {t('common.more')}
        </Button>
      )}
    </>
  );
}
