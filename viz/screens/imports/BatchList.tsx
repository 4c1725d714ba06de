import { useQuery } from '@tanstack/react-query';
import { type BatchRow, batchesQuery } from '../../client/imports.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Table } from '../../parts/Table.tsx';
import { useGo } from '../../state/asOf.ts';

/** What only says something about other batches has no state of its own. */
function stateOf({ left, takenBack }: BatchRow, t: (key: MessageKey) => string): string {
  if (takenBack.length === 0) return left ? t('import.stateLeft') : '';
  return t(left ? 'import.statePartly' : 'import.stateTakenBack');
}

/** What was brought in before, newest first. */
export function BatchList() {
  const { t, number, value } = useWords();
  const go = useGo();
  const query = useQuery(batchesQuery);
  return (
    <Answered query={query} rows={2}>
      {(answer) =>
        answer.items.length === 0 ? (
          <Empty why={t('import.noBatches')} />
        ) : (
          <>
            <CutNotice answer={answer} shown={answer.items.length} />
            <Table<BatchRow>
              label={t('import.batches')}
              rows={answer.items}
              keyOf={(row) => row.batch}
              onOpen={(row) => go(`/import/${row.batch}`)}
              columns={[
                {
                  id: 'at',
                  title: t('rows.at'),
                  cell: (row) => row.startedAt.slice(0, 16).replace('T', ' '),
                  by: (row) => row.startedAt,
                },
                {
                  id: 'kind',
                  title: t('import.kind'),
                  cell: (row) => value('batchKind', row.kind),
                  by: (row) => row.kind,
                },
                { id: 'state', title: t('import.state'), cell: (row) => stateOf(row, t) },
                {
                  id: 'entities',
                  title: t('import.entities'),
                  cell: (row) => number(row.entities),
                  numeric: true,
                  width: '110px',
                },
                { id: 'ties', title: t('import.ties'), cell: (row) => number(row.ties), numeric: true, width: '110px' },
                {
                  id: 'events',
                  title: t('import.events'),
                  cell: (row) => number(row.events),
                  numeric: true,
                  width: '110px',
                },
                {
                  id: 'rejected',
                  title: t('import.rejected'),
                  cell: (row) => (row.rejected == null ? '' : number(row.rejected)),
                  numeric: true,
                  width: '110px',
                },
              ]}
            />
          </>
        )
      }
    </Answered>
  );
}
