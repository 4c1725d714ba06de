import { useInfiniteQuery } from '@tanstack/react-query';
import { type EventRow, eventRowsQuery } from '../../client/events.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { Button } from '../../parts/controls.tsx';
import { type Column, Table } from '../../parts/Table.tsx';
import { useClocks } from '../../state/asOf.ts';

const amountOf = (row: EventRow): number | null =>
  row.amount == null ? null : row.kind === 'payments' ? row.amount / 100 : row.amount;

/** The rows a figure is made of, down to source, file and line. */
export function EventRows({ query: id }: { query: string }) {
  const { t, number, value } = useWords();
  const query = useInfiniteQuery(eventRowsQuery(id, useClocks()));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total?.rows;
  const detail = (row: EventRow) =>
    row.kind === 'calls'
      ? value('callKind', row.detail ?? '')
      : row.kind === 'copresence'
        ? value('copresenceKind', row.detail ?? '')
        : (row.detail ?? '');
  const columns: readonly Column<EventRow>[] = [
    {
      id: 'at',
      title: t('rows.atEnds'),
      cell: (row) => (
        <TwoLines
          first={(row.at ?? '').slice(0, 16).replace('T', ' ')}
          second={`${row.fromGiven ?? ''}${row.toGiven ? ` → ${row.toGiven}` : ''}`}
        />
      ),
      by: (row) => row.at ?? '',
      width: 'minmax(0, 1.3fr)',
    },
    {
      id: 'amount',
      title: t('rows.amount'),
      cell: (row) => (
        <TwoLines
          first={amountOf(row) === null ? '' : number(amountOf(row) ?? 0)}
          second={[detail(row), row.note].filter(Boolean).join(' · ')}
        />
      ),
      by: (row) => row.amount ?? 0,
      numeric: true,
      width: '74px',
    },
    {
      id: 'source',
      title: t('rows.sourceFile'),
      cell: (row) => (
        <TwoLines
          first={[row.source, row.grade].filter(Boolean).join(' ')}
          second={row.file ? `${row.file}:${row.line ?? ''}` : ''}
        />
      ),
      width: 'minmax(0, 1fr)',
    },
  ];
  return (
    <Answered query={query}>
      {() => (
        <div className="event-rows">
          <p className="faint">
            {total === undefined
              ? t('rows.shown', { n: number(rows.length) })
              : t('rows.shownOf', { n: number(rows.length), total: number(total) })}
          </p>
          <Table label={t('rows.label')} rows={rows} columns={columns} keyOf={(row) => row.id} isTall />
          {query.hasNextPage && (
            <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetchingNextPage}>
              {t('common.more')}
            </Button>
          )}
        </div>
      )}
    </Answered>
  );
}

function TwoLines({ first, second }: { first: string; second: string }) {
  return (
    <span className="two-lines" title={`${first} ${second}`}>
      <span>{first}</span>
      <span className="faint">{second}</span>
    </span>
  );
}
