import { create } from 'zustand';
import type { Path } from '../../client/paths.ts';

export type PanelTab = 'evidence' | 'expand' | 'paths' | 'legend';

/** What the right panel of a board shows. */
interface PanelState {
  readonly isOpen: boolean;
  readonly tab: PanelTab;
  /** A path shown as a preview on the canvas. */
  readonly preview: Path | null;
  readonly mode: 'pan' | 'lasso';
  readonly found: ReadonlySet<string>;
  show(tab: PanelTab): void;
  setOpen(isOpen: boolean): void;
  setPreview(preview: Path | null): void;
  setMode(mode: 'pan' | 'lasso'): void;
  setFound(found: ReadonlySet<string>): void;
}

export const usePanel = create<PanelState>()((set) => ({
  isOpen: true,
  tab: 'legend',
  preview: null,
  mode: 'pan',
  found: new Set(),
  show: (tab) => set({ tab, isOpen: true }),
  setOpen: (isOpen) => set({ isOpen }),
  setPreview: (preview) => set({ preview }),
  setMode: (mode) => set({ mode }),
  setFound: (found) => set({ found }),
}));
