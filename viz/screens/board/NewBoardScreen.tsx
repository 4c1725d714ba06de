import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { place } from '../../canvas/layout/place.ts';
import { settle } from '../../canvas/layout/settle.ts';
import { boardsQuery, createBoard, patchBoard } from '../../client/boards.ts';
import { subgraphQuery } from '../../client/subgraph.ts';
import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { useClocks, useGo, useUrlState } from '../../state/asOf.ts';
import { addEntities } from '../../state/board/acts.ts';
import { wireOf } from '../../state/board/diff.ts';

/** Makes a board from the ids in the address, arranges them once, and goes there. */
export function NewBoardScreen() {
  const { t } = useWords();
  const { state } = useUrlState();
  const clocks = useClocks();
  const go = useGo();
  const cache = useQueryClient();
  useTitle('frame.board');
  const making = useMutation({
    async mutationFn(seeds: readonly string[]) {
      const { data, etag } = await createBoard(
        t('boards.defaultName', { at: new Date().toLocaleString('sv-SE').slice(0, 16) }),
      );
      if (seeds.length > 0) {
        const { ties } = await cache.fetchQuery(subgraphQuery(seeds, clocks));
        const places = settle(place(new Map(), seeds), ties);
        await patchBoard(data.id, wireOf(addEntities({}, places)), etag ?? '');
      }
      await cache.invalidateQueries({ queryKey: boardsQuery.queryKey });
      return data.id;
    },
    onSuccess: (id) => go(`/board/${id}`, {}, { replace: true }),
  });
  // One board, also when React mounts the screen twice.
  const isMade = useRef(false);
  const { mutate } = making;
  useEffect(() => {
    if (isMade.current) return;
    isMade.current = true;
    mutate(state.seed ?? []);
  }, [mutate, state.seed]);
  if (making.error !== null) return <ProblemNotice error={making.error} onRetry={() => mutate(state.seed ?? [])} />;
  return <Loading what={t('board.making')} />;
}
