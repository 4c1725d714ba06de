import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../i18n/useWords.ts';
import { Empty } from '../parts/Empty.tsx';
import { type CanvasEvents, createEngine, type Engine } from './engine.ts';
import type { Ghost } from './layers/ghost.ts';
import { forgetWidths } from './layers/texts.ts';
import type { Point } from './layout/place.ts';
import type { Scene } from './scene.ts';
import type { Theme } from './style/entityLook.ts';
import { canvasFont } from './style/palette.ts';
import { towards } from './walk.ts';

export interface CanvasProps {
  readonly scene: Scene;
  readonly theme: Theme;
  readonly selection: ReadonlySet<string>;
  readonly fresh: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
  readonly line: string | null;
  readonly ghost: Ghost | null;
  readonly mode: 'pan' | 'lasso' | 'still';
  readonly events: CanvasEvents;
  readonly engine: RefObject<Engine | null>;
}
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** The frame around the engine: hands it what changed, and keeps a spoken summary for who cannot see the picture. */
export function Canvas({ scene, theme, selection, fresh, found, line, ghost, mode, events, engine }: CanvasProps) {
  const { t, number } = useWords();
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(events);
  latest.current = events;
  const [isWithoutWebGl, setWithoutWebGl] = useState(false);
  const summary = useId();

  useEffect(() => {
    if (container.current === null) return;
    try {
      engine.current = createEngine(container.current, relay(latest));
    } catch {
      setWithoutWebGl(true); // no WebGL on this machine: the table shows the same
      return;
    }
    return () => {
      engine.current?.kill();
      engine.current = null;
    };
  }, [engine]);
  useEffect(() => engine.current?.setScene(scene), [engine, scene]);
  useEffect(
    () => engine.current?.change({ theme, selection, fresh, found, line, ghost, mode }),
    [engine, theme, selection, fresh, found, line, ghost, mode],
  );
  useFonts(scene, engine);

  const walk = (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    const [from] = selection;
    if (direction === undefined) {
      if (event.key === 'Enter' && from !== undefined) events.onOpen(from);
      return;
    }
    event.preventDefault();
    const next = towards(scene, from ?? null, direction);
    if (next !== null) events.onSelect(next, event.shiftKey);
  };
  if (isWithoutWebGl) return <Empty why={t('board.noWebGl')} />;
  return (
    <div className="canvas-frame">
      <section
        className="canvas"
        ref={container}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is walked with the arrow keys
        tabIndex={0}
        aria-label={t('board.canvas')}
        aria-describedby={summary}
        onKeyDown={walk}
      />
      <p id={summary} className="hidden-text" aria-live="polite">
        {t('board.summary', {
          entities: number(scene.nodes.size),
          lines: number(scene.lines.size),
          selected: number(selection.size),
        })}
      </p>
    </div>
  );
}

/** Handlers change with every render, the engine is made once. */
function relay(latest: RefObject<CanvasEvents>): CanvasEvents {
  return {
    onSelect: (id, more) => latest.current.onSelect(id, more),
    onLine: (key) => latest.current.onLine(key),
    onOpen: (id) => latest.current.onOpen(id),
    onMove: (places) => latest.current.onMove(places),
    onLasso: (ids, more) => latest.current.onLasso(ids, more),
    onHover: (id) => latest.current.onHover(id),
    onMenu: (id, at) => latest.current.onMenu(id, at),
  };
}

/** Chinese comes in pieces of a font: asks for those the names need and draws again when they are here. */
function useFonts(scene: Scene, engine: RefObject<Engine | null>) {
  useEffect(() => {
    const characters = [...new Set([...scene.nodes.values()].map((node) => node.caption).join(''))].join('');
    if (characters === '') return;
    let isOver = false;
    void document.fonts.load(`12px ${canvasFont}`, characters).then(() => {
      if (isOver) return;
      forgetWidths();
      engine.current?.redraw();
    });
    return () => {
      isOver = true;
    };
  }, [scene, engine]);
}
