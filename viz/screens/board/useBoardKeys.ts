import { type RefObject, useEffect } from 'react';
import type { Engine } from '../../canvas/engine.ts';
import type { Picture } from '../../client/subgraph.ts';
import { isTyping } from '../../frame/useFrameKeys.ts';
import { cycleDuty } from '../../state/board/filters.ts';
import { usePanel } from '../../state/board/panel.ts';
import { inverted, neighbours, nothing } from '../../state/board/selection.ts';
import { useBoard } from '../../state/board/store.ts';
import { hideSelected, removeSelected } from './boardActs.ts';

export interface BoardKeys {
  readonly engine: RefObject<Engine | null>;
  readonly picture: Picture;
}
type Act = (board: BoardKeys) => void;

const single: Readonly<Record<string, Act>> = {
  e: () => usePanel.getState().show('expand'),
  p: () => usePanel.getState().show('paths'),
  d: () => useBoard.getState().setFilters(cycleDuty(useBoard.getState().filters)),
  h: () => hideSelected(),
  l: () => usePanel.getState().setMode(usePanel.getState().mode === 'lasso' ? 'pan' : 'lasso'),
  t: () => useBoard.getState().setTable(!useBoard.getState().table),
  n: ({ picture }) => useBoard.getState().select(neighbours(useBoard.getState().selection, picture.ties)),
  i: ({ picture }) => useBoard.getState().select(inverted(useBoard.getState().selection, picture.entities.keys())),
  delete: () => removeSelected(),
  escape: () => {
    useBoard.getState().select(nothing);
    usePanel.getState().setMode('pan');
  },
  '+': ({ engine }) => engine.current?.zoom(1 / 1.5),
  '=': ({ engine }) => engine.current?.zoom(1 / 1.5),
  '-': ({ engine }) => engine.current?.zoom(1.5),
  '0': ({ engine }) => engine.current?.fit(),
  f: ({ engine }) =>
    engine.current?.fit(useBoard.getState().selection.size > 0 ? useBoard.getState().selection : undefined),
};
const withCommand: Readonly<Record<string, Act>> = {
  z: () => useBoard.getState().undo(),
  y: () => useBoard.getState().redo(),
  'shift z': () => useBoard.getState().redo(),
  f: () => document.querySelector<HTMLInputElement>('#find-box input')?.focus(),
};

/** Single keys act on the board unless one is typing, composing, or stands on a control that uses them itself. */
export function useBoardKeys(board: BoardKeys): void {
  const { engine, picture } = board;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const command = event.ctrlKey || event.metaKey;
      const isWriting = event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null;
      const act = command ? withCommand[event.shiftKey ? `shift ${key}` : key] : single[key];
      if (act === undefined || event.altKey) return;
      if (
        command
          ? isWriting && key !== 'f'
          : isTyping(event) || isInside(event.target, '[role="dialog"], [role="menu"], [role="listbox"]')
      )
        return;
      event.preventDefault();
      act({ engine, picture });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [engine, picture]);
}

const isInside = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;
