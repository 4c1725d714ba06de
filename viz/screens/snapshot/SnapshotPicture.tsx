import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Canvas } from '../../canvas/Canvas.tsx';
import type { CanvasEvents, Engine } from '../../canvas/engine.ts';
import { sceneOf } from '../../canvas/scene.ts';
import type { Snapshot } from '../../client/snapshots.ts';
import { subgraphQuery } from '../../client/subgraph.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { useGo } from '../../state/asOf.ts';
import { entitiesOf } from '../../state/board/board.ts';
import { noFilters } from '../../state/board/filters.ts';
import { nothing, only, type Selection } from '../../state/board/selection.ts';
import { useTheme } from '../../theme/useTheme.ts';
import { SnapshotTables } from './SnapshotTables.tsx';

/** The picture of a snapshot at its own clocks. One may look, choose and open a page; nothing moves. */
export function SnapshotPicture({ snapshot, isTable }: { snapshot: Snapshot; isTable: boolean }) {
  const { t, language } = useWords();
  const theme = useTheme();
  const go = useGo();
  const { content, trueAt, knownAt } = snapshot;
  const ids = useMemo(() => [...entitiesOf(content).keys()], [content]);
  const query = useQuery(subgraphQuery(ids, { trueAt, knownAt }));
  const [selection, select] = useState<Selection>(nothing);
  const engine = useRef<Engine | null>(null);
  const picture = query.data;
  const scene = useMemo(
    () => (picture === undefined ? null : sceneOf(content, picture, { filters: noFilters, theme, language })),
    [content, picture, theme, language],
  );
  useEffect(() => {
    if (scene !== null && !isTable) engine.current?.fit();
  }, [scene, isTable]);
  const events: CanvasEvents = {
    onSelect: (id) => select(id === null ? nothing : only(id)),
    onLine: () => undefined,
    onOpen: (id) => go(`/entity/${id}`, { true: trueAt, known: knownAt }),
    onMove: () => undefined,
    onLasso: () => undefined,
    onHover: () => undefined,
    onMenu: () => undefined,
  };
  if (ids.length === 0) return <Empty why={t('snapshot.empty')} />;
  return (
    <Answered query={query}>
      {(answer) => (
        <>
          <CutNotice answer={answer} shown={answer.entities.size} />
          {scene !== null && isTable && <SnapshotTables scene={scene} />}
          {scene !== null && !isTable && (
            <div className="board-picture snapshot-picture">
              <Canvas
                {...{ scene, theme, selection, events, engine }}
                fresh={nothing}
                found={nothing}
                line={null}
                ghost={null}
                mode="still"
              />
            </div>
          )}
        </>
      )}
    </Answered>
  );
}
