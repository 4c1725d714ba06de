import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { emptyScene, type Scene, sceneOf } from '../../canvas/scene.ts';
import { type Picture, subgraphQuery } from '../../client/subgraph.ts';
import { useWords } from '../../i18n/useWords.ts';
import { useClocks } from '../../state/asOf.ts';
import { entitiesOf } from '../../state/board/board.ts';
import { useBoard } from '../../state/board/store.ts';
import { useTheme } from '../../theme/useTheme.ts';

export const emptyPicture: Picture = { entities: new Map(), ties: [], complete: true, limit: null, cutAt: null };

/** What stands on the open board now: its entities and ties as this reader may see them, and the scene drawn from them. */
export function useBoardPicture(): {
  picture: Picture;
  scene: Scene;
  isLoading: boolean;
  error: unknown;
  retry: () => void;
} {
  const { language } = useWords();
  const theme = useTheme();
  const clocks = useClocks();
  const content = useBoard((state) => state.content);
  const filters = useBoard((state) => state.filters);
  const ids = [...entitiesOf(content).keys()].sort().join(',');
  const asked = useMemo(() => (ids === '' ? [] : ids.split(',')), [ids]);
  const query = useQuery({ ...subgraphQuery(asked, clocks), placeholderData: keepPreviousData });
  const picture = asked.length === 0 ? emptyPicture : (query.data ?? emptyPicture);
  const scene = useMemo(
    () => (picture.entities.size === 0 ? emptyScene : sceneOf(content, picture, { filters, theme, language })),
    [content, picture, filters, theme, language],
  );
  return { picture, scene, isLoading: query.isFetching, error: query.error, retry: () => void query.refetch() };
}
