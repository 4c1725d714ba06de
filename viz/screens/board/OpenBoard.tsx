import { useEffect, useMemo, useRef, useState } from 'react';
import { Canvas } from '../../canvas/Canvas.tsx';
import type { CanvasEvents, Engine } from '../../canvas/engine.ts';
import type { Point } from '../../canvas/layout/place.ts';
import { useWords } from '../../i18n/useWords.ts';
import { SidePanel } from '../../panels/SidePanel.tsx';
import { TimeStrip } from '../../panels/TimeStrip.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { usePanel } from '../../state/board/panel.ts';
import { joined, nothing, only, toggled } from '../../state/board/selection.ts';
import { useBoard } from '../../state/board/store.ts';
import { useTheme } from '../../theme/useTheme.ts';
import { BoardMenu } from './BoardMenu.tsx';
import { BoardTable } from './BoardTable.tsx';
import { BoardToolbar } from './BoardToolbar.tsx';
import { moveOnBoard } from './boardActs.ts';
import { ClashDialog } from './ClashDialog.tsx';
import { FilterChips } from './FilterChips.tsx';
import { useBoardKeys } from './useBoardKeys.ts';
import { useBoardPicture } from './useBoardPicture.ts';
import { useGhost } from './useGhost.ts';

export function OpenBoard() {
  const { t } = useWords();
  const theme = useTheme();
  const { picture, scene, error, retry, isLoading } = useBoardPicture();
  const { selection, fresh, line, table, select, chooseLine, id, name } = useBoard();
  const { mode, found, show, setMode } = usePanel();
  const ghost = useGhost(picture);
  const engine = useRef<Engine | null>(null);
  const [menu, setMenu] = useState<{ id: string; at: Point } | null>(null);
  useBoardKeys({ engine, picture });
  useFitOnce(engine, scene.nodes.size, id, table);
  useFreshForAWhile(fresh);

  const events = useMemo<CanvasEvents>(
    () => ({
      onSelect(entity, more) {
        if (entity === null) return select(nothing);
        const before = useBoard.getState().selection;
        select(more ? toggled(before, entity) : before.has(entity) && before.size > 1 ? before : only(entity));
        if (usePanel.getState().tab === 'legend') show('evidence');
      },
      onLine(key) {
        chooseLine(key);
        show('evidence');
      },
      onOpen(entity) {
        select(only(entity));
        show('expand');
      },
      onMove: moveOnBoard,
      onLasso(ids, more) {
        select(more ? joined(useBoard.getState().selection, ids) : new Set(ids));
        setMode('pan');
      },
      onHover: () => undefined,
      onMenu(entity, at) {
        if (entity === null) return;
        if (!useBoard.getState().selection.has(entity)) select(only(entity));
        setMenu({ id: entity, at });
      },
    }),
    [select, chooseLine, show, setMode],
  );
  return (
    <div className="board">
      <div className="board-main">
        <h1 className="hidden-text">{name}</h1>
        <BoardToolbar engine={engine} picture={picture} isLoading={isLoading} />
        <FilterChips picture={picture} />
        <CutNotice answer={picture} shown={picture.entities.size} />
        {error !== null && <ProblemNotice error={error} onRetry={retry} />}
        <div className="board-picture">
          {table ? (
            <BoardTable scene={scene} />
          ) : (
            <Canvas {...{ scene, theme, selection, fresh, found, line, ghost, mode, events, engine }} />
          )}
          {scene.nodes.size === 0 && !table && !isLoading && error === null && (
            <div className="canvas-hint">
              <Empty why={t('board.empty')} />
            </div>
          )}
        </div>
        <TimeStrip />
      </div>
      <SidePanel scene={scene} picture={picture} />
      <BoardMenu menu={menu} onClose={() => setMenu(null)} />
      <ClashDialog />
    </div>
  );
}

/** Brings the whole board into view when it opens; later the camera is the person's own. */
function useFitOnce(engine: React.RefObject<Engine | null>, entities: number, board: string, table: boolean) {
  const fitted = useRef('');
  useEffect(() => {
    if (table) fitted.current = '';
    if (table || entities === 0 || fitted.current === board) return;
    fitted.current = board;
    engine.current?.fit();
  }, [engine, entities, board, table]);
}

const freshMs = 6_000;
function useFreshForAWhile(fresh: ReadonlySet<string>) {
  const settleFresh = useBoard((state) => state.settleFresh);
  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(settleFresh, freshMs);
    return () => clearTimeout(timer);
  }, [fresh, settleFresh]);
}
