import Graph from 'graphology';
import Sigma from 'sigma';
import { listenToGestures } from './gestures.ts';
import type { Ghost } from './layers/ghost.ts';
import type { Point } from './layout/place.ts';
import { drawOverlay } from './overlay.ts';
import { LineProgram } from './programs/line.ts';
import { ShapeProgram } from './programs/shape.ts';
import { emptyScene, type Scene } from './scene.ts';
import type { Theme } from './style/entityLook.ts';
import { syncGraph } from './sync.ts';

/** What happens on the canvas, in words of the board. */
export interface CanvasEvents {
  onSelect(id: string | null, more: boolean): void;
  onLine(key: string): void;
  onOpen(id: string): void;
  onMove(places: ReadonlyMap<string, Point>): void;
  onLasso(ids: readonly string[], more: boolean): void;
  onHover(id: string | null): void;
  onMenu(id: string | null, at: Point): void;
}
/** What is drawn besides the graph. */
export interface CanvasState {
  scene: Scene;
  theme: Theme;
  selection: ReadonlySet<string>;
  fresh: ReadonlySet<string>;
  found: ReadonlySet<string>;
  line: string | null;
  hovered: string | null;
  ghost: Ghost | null;
  lasso: readonly Point[];
  /** `still`: to be looked at; nothing can be moved. */
  mode: 'pan' | 'lasso' | 'still';
}
/** Above this many lines they are hidden while the picture moves. */
const linesHiddenOnMove = 5_000;
/** Pixels a unit of the board may take when all is brought into view. */
const closest = 1.3;
/** A fixed frame: the same point of a board stands at the same place however the board grows. */
const frame = { x: [-250, 250] as [number, number], y: [-250, 250] as [number, number] };

/** Owns graph and renderer; React never sees either. Throws where there is no WebGL. */
export function createEngine(container: HTMLElement, events: CanvasEvents) {
  const graph = new Graph({ multi: true, type: 'undirected' });
  const sigma = new Sigma(graph, container, {
    allowInvalidContainer: true,
    renderLabels: false,
    enableEdgeEvents: true,
    zIndex: true,
    stagePadding: 0,
    zoomToSizeRatioFunction: (ratio) => ratio ** 0.35,
    minCameraRatio: 0.08,
    maxCameraRatio: 30,
    doubleClickZoomingRatio: 1,
    zoomDuration: motionMs(),
    defaultNodeType: 'shape',
    defaultEdgeType: 'line',
    nodeProgramClasses: { shape: ShapeProgram },
    edgeProgramClasses: { line: LineProgram },
    // Hover is drawn on our own layer.
    defaultDrawNodeHover: () => undefined,
  });
  sigma.setCustomBBox(frame);
  const state: CanvasState = {
    scene: emptyScene,
    theme: 'light',
    selection: new Set(),
    fresh: new Set(),
    found: new Set(),
    line: null,
    hovered: null,
    ghost: null,
    lasso: [],
    mode: 'pan',
  };
  sigma.on('afterRender', () => drawOverlay(sigma, state));
  const redraw = () => void sigma.scheduleRender();
  listenToGestures(sigma, graph, state, events, redraw);
  const onResize = new ResizeObserver(() => {
    sigma.resize();
    redraw();
  });
  onResize.observe(container);

  return {
    setScene(scene: Scene) {
      syncGraph(graph, state.scene, scene);
      state.scene = scene;
      sigma.setSetting('hideEdgesOnMove', scene.lines.size > linesHiddenOnMove);
      redraw();
    },
    change(values: Partial<Omit<CanvasState, 'scene' | 'lasso' | 'hovered'>>) {
      Object.assign(state, values);
      container.style.cursor = state.mode === 'lasso' ? 'crosshair' : '';
      redraw();
    },
    redraw,
    /** Brings all (or these) into view, with room for the labels at the edge. */
    fit(ids?: Iterable<string>) {
      const nodes = [...(ids ?? state.scene.nodes.keys())].flatMap((id) => state.scene.nodes.get(id) ?? []);
      if (nodes.length === 0) return;
      const xs = nodes.map((node) => node.x);
      const ys = nodes.map((node) => node.y);
      const box = { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
      sigma.refresh(); // before the first picture there is no scale to read
      const { width, height } = sigma.getDimensions();
      const camera = sigma.getCamera();
      const unit = pixelsPerUnit() * camera.ratio;
      const room = { width: Math.max(120, width - 140), height: Math.max(120, height - 110) };
      const ratio = Math.max(
        (unit * (box.right - box.left)) / room.width,
        (unit * (box.top - box.bottom)) / room.height,
        unit / closest,
      );
      const side = frame.x[1] - frame.x[0];
      const middle = { x: 0.5 + (box.left + box.right) / 2 / side, y: 0.5 + (box.top + box.bottom) / 2 / side };
      void camera.animate({ ...middle, ratio, angle: 0 }, { duration: motionMs() });
    },
    zoom(factor: number) {
      const camera = sigma.getCamera();
      void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, { duration: motionMs() });
    },
    screenPoint: (id: string): Point | null => {
      const node = state.scene.nodes.get(id);
      return node === undefined ? null : sigma.graphToViewport(node);
    },
    boardPoint: (point: Point): Point => sigma.viewportToGraph(point),
    kill() {
      onResize.disconnect();
      sigma.kill();
    },
  };

  function pixelsPerUnit(): number {
    const origin = sigma.graphToViewport({ x: 0, y: 0 });
    const one = sigma.graphToViewport({ x: 100, y: 0 });
    return Math.hypot(one.x - origin.x, one.y - origin.y) / 100 || 1;
  }
}
export type Engine = ReturnType<typeof createEngine>;

const motionMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160);
