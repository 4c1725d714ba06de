import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { boardsQuery, createBoard, patchBoard } from '../../client/boards.ts';
import { type Snapshot, snapshotQuery } from '../../client/snapshots.ts';
import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { Button } from '../../parts/controls.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { useAddress, useGo } from '../../state/asOf.ts';
import { SnapshotPicture } from './SnapshotPicture.tsx';

/** A board as it once stood: to be looked at, or taken as the beginning of a new board. */
export function SnapshotScreen({ board, id }: { board: string; id: string }) {
  const query = useQuery(snapshotQuery(board, id));
  useTitle('frame.board');
  return (
    <div className="column wide snapshot">
      <Answered query={query}>{(snapshot) => <OpenSnapshot snapshot={snapshot} />}</Answered>
    </div>
  );
}

function OpenSnapshot({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useWords();
  const address = useAddress();
  const go = useGo();
  const cache = useQueryClient();
  const [isTable, setTable] = useState(false);
  const { name, madeAt, trueAt, knownAt, dataVersion, content } = snapshot;
  const copying = useMutation({
    async mutationFn() {
      const { data, etag } = await createBoard(name);
      await patchBoard(data.id, { added: content, updated: {}, removed: [] }, etag ?? '');
      await cache.invalidateQueries({ queryKey: boardsQuery.queryKey });
      return data.id;
    },
    onSuccess: (made) => go(`/board/${made}`),
  });
  return (
    <>
      <div className="row between wrap">
        <h1>{name}</h1>
        <div className="row">
          <Button onPress={() => setTable(!isTable)} icon={isTable ? 'board' : 'table'}>
            {t(isTable ? 'snapshot.picture' : 'board.table')}
          </Button>
          <Button kind="main" onPress={() => copying.mutate()} isDisabled={copying.isPending}>
            {t('snapshot.asBoard')}
          </Button>
          <Link href={address(`/board/${snapshot.board}`)}>{t('snapshot.toBoard')}</Link>
        </div>
      </div>
      <p className="notice">
        {t('snapshot.readOnly', {
          at: madeAt.slice(0, 16).replace('T', ' '),
          true: trueAt,
          known: knownAt,
          version: dataVersion.slice(0, 8),
        })}
      </p>
      {copying.error !== null && <ProblemNotice error={copying.error} />}
      <SnapshotPicture snapshot={snapshot} isTable={isTable} />
    </>
  );
}
