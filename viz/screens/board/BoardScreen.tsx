import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { boardQuery } from '../../client/boards.ts';
import { useTitle } from '../../frame/useTitle.ts';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { startAutosave } from '../../state/board/autosave.ts';
import { useBoard } from '../../state/board/store.ts';
import { placeUnplaced } from './boardActs.ts';
import { OpenBoard } from './OpenBoard.tsx';

export function BoardScreen({ id }: { id: string }) {
  const board = useQuery(boardQuery(id));
  const openId = useBoard((state) => state.id);
  const open = useBoard((state) => state.open);
  useTitle('frame.board');
  const { data } = board;
  useEffect(() => {
    if (data === undefined) return;
    open({ id: data.data.id, name: data.data.name, content: data.data.content, etag: data.etag ?? '' });
    placeUnplaced();
  }, [data, open]);
  useEffect(startAutosave, []);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!['saved', 'failed'].includes(useBoard.getState().saveState)) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
  if (board.error !== null && data === undefined)
    return <ProblemNotice error={board.error} onRetry={() => void board.refetch()} />;
  if (data === undefined || openId !== id) return <Loading />;
  return <OpenBoard />;
}
