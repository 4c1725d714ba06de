import type Graph from 'graphology';
import type Sigma from 'sigma';
import type { MouseCoords } from 'sigma/types';
import { insideLasso } from '../state/board/selection.ts';
import type { CanvasEvents, CanvasState } from './engine.ts';
import type { Point } from './layout/place.ts';

interface Drag {
  readonly ids: readonly string[];
  /** Where it began, on the board and on the screen. */
  readonly from: Point;
  readonly pressed: Point;
  readonly starts: ReadonlyMap<string, Point>;
  moved: boolean;
}
/** A hand trembles: less than this is a click. */
const clickTolerance = 4;

/** Mouse on the canvas: click and Shift-click select, drag moves what is selected, double click opens, lasso draws. */
export function listenToGestures(
  sigma: Sigma,
  graph: Graph,
  state: CanvasState,
  events: CanvasEvents,
  redraw: () => void,
): void {
  let drag: Drag | null = null;
  let drawing = false;
  // The browser sends a click after every drag and lasso too; that one means nothing.
  let isAfterDrag = false;
  const isClick = () => !isAfterDrag;
  const isMore = (coordinates: MouseCoords) => 'shiftKey' in coordinates.original && coordinates.original.shiftKey;

  sigma.on('enterNode', ({ node }) => hover(node));
  sigma.on('leaveNode', () => hover(null));
  /** Sigma tells two clicks from a double click by a timer of its own, which runs out while the page is busy with the first click
   * (the first time it opens a panel, or on a slow machine). The browser's count is of when the hand clicked: it decides. */
  const clicked = (node: string, event: MouseCoords, isSecond: boolean) => {
    const { original } = event;
    if (original instanceof MouseEvent ? original.detail === 2 : isSecond) events.onOpen(node);
    else events.onSelect(node, isMore(event));
  };
  sigma.on('clickNode', ({ node, event }) => {
    if (isClick()) clicked(node, event, false);
  });
  sigma.on('doubleClickNode', ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    event.preventSigmaDefault();
    clicked(node, event, true);
  });
  sigma.on('clickEdge', ({ edge }) => isClick() && events.onLine(edge));
  sigma.on('clickStage', ({ event }) => {
    if (isClick() && state.mode !== 'lasso' && !isMore(event)) events.onSelect(null, false);
  });
  sigma.on('doubleClickStage', ({ preventSigmaDefault }) => preventSigmaDefault());
  sigma.on('rightClickNode', ({ node, event }) => {
    event.original.preventDefault();
    events.onMenu(node, { x: event.x, y: event.y });
  });
  sigma.on('downNode', ({ node, event }) => {
    isAfterDrag = false;
    if (isMore(event) || state.mode === 'still') return;
    const ids = state.selection.has(node) ? [...state.selection].filter((id) => graph.hasNode(id)) : [node];
    const starts = new Map(
      ids.map((id) => [id, { x: graph.getNodeAttribute(id, 'x'), y: graph.getNodeAttribute(id, 'y') }]),
    );
    drag = { ids, from: sigma.viewportToGraph(event), pressed: { x: event.x, y: event.y }, starts, moved: false };
  });
  sigma.on('downEdge', () => {
    isAfterDrag = false;
  });
  sigma.on('downStage', ({ event }) => {
    isAfterDrag = false;
    if (state.mode !== 'lasso') return;
    drawing = true;
    state.lasso = [{ x: event.x, y: event.y }];
  });

  const mouse = sigma.getMouseCaptor();
  mouse.on('mousemovebody', (event) => {
    if (drag !== null) moveTo(event);
    if (drawing) {
      state.lasso = [...state.lasso, { x: event.x, y: event.y }];
      redraw();
    }
    if (drag !== null || drawing) {
      event.preventSigmaDefault();
      event.original.preventDefault();
    }
  });
  mouse.on('mouseup', (event) => {
    isAfterDrag = drawing || drag?.moved === true;
    if (drawing) endLasso(isMore(event));
    if (drag?.moved) events.onMove(new Map(drag.ids.map((id) => [id, standing(id)])));
    drag = null;
  });

  function hover(id: string | null) {
    state.hovered = id;
    events.onHover(id);
    redraw();
  }
  function standing(id: string): Point {
    return { x: graph.getNodeAttribute(id, 'x'), y: graph.getNodeAttribute(id, 'y') };
  }
  function moveTo(event: MouseCoords) {
    if (drag === null) return;
    if (!drag.moved && Math.hypot(event.x - drag.pressed.x, event.y - drag.pressed.y) < clickTolerance) return;
    const at = sigma.viewportToGraph(event);
    drag.moved = true;
    for (const [id, start] of drag.starts) {
      graph.mergeNodeAttributes(id, { x: start.x + at.x - drag.from.x, y: start.y + at.y - drag.from.y });
    }
  }
  function endLasso(more: boolean) {
    drawing = false;
    const places = [...state.scene.nodes.values()].map((node) => [node.id, sigma.graphToViewport(node)] as const);
    const ids = insideLasso(places, state.lasso);
    state.lasso = [];
    redraw();
    events.onLasso(ids, more);
  }
}
