import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type BoardRow, boardsQuery, removeBoard } from '../../client/boards.ts';
import { queryClient } from '../../client/queryClient.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Button, IconButton } from '../../parts/controls.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { Table } from '../../parts/Table.tsx';
import { useAddress, useGo } from '../../state/asOf.ts';

export function BoardList({ most }: { most?: number }) {
  const { t } = useWords();
  const boards = useQuery(boardsQuery);
  const address = useAddress();
  const go = useGo();
  const [leaving, setLeaving] = useState<BoardRow | null>(null);
  const removal = useMutation({
    mutationFn: removeBoard,
    async onSuccess() {
      setLeaving(null);
      await queryClient.invalidateQueries({ queryKey: boardsQuery.queryKey });
    },
  });
  return (
    <Answered query={boards}>
      {(answer) =>
        answer.items.length === 0 ? (
          <Empty why={t('boards.none')}>
            <Link href={address('/search')}>{t('boards.startBySearch')}</Link>
          </Empty>
        ) : (
          <>
            <CutNotice answer={answer} shown={answer.items.length} />
            <Table
              label={t('frame.boards')}
              rows={answer.items.slice(0, most)}
              keyOf={(row) => row.id}
              onOpen={(row) => go(`/board/${row.id}`)}
              columns={[
                {
                  id: 'name',
                  title: t('boards.name'),
                  cell: (row) => <Link href={address(`/board/${row.id}`)}>{row.name || row.id}</Link>,
                  by: (row) => row.name,
                },
                {
                  id: 'changed',
                  title: t('boards.changed'),
                  cell: (row) => (row.changedAt ?? '').slice(0, 16).replace('T', ' '),
                  by: (row) => row.changedAt ?? '',
                  width: '170px',
                },
                {
                  id: 'act',
                  title: '',
                  cell: (row) => <IconButton icon="trash" label={t('boards.remove')} onPress={() => setLeaving(row)} />,
                  width: '44px',
                },
              ]}
            />
            <Confirm
              title={t('boards.remove')}
              isOpen={leaving !== null}
              onClose={() => setLeaving(null)}
              actions={
                <>
                  <Button kind="quiet" onPress={() => setLeaving(null)}>
                    {t('common.cancel')}
                  </Button>
                  <Button kind="danger" onPress={() => leaving !== null && removal.mutate(leaving.id)}>
                    {t('boards.remove')}
                  </Button>
                </>
              }
            >
              <p>{t('boards.removeSure', { name: leaving?.name ?? '' })}</p>
              {removal.error !== null && <ProblemNotice error={removal.error} />}
            </Confirm>
          </>
        )
      }
    </Answered>
  );
}
