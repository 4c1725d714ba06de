import { useMemo } from 'react';
import type { Ghost } from '../../canvas/layers/ghost.ts';
import { place } from '../../canvas/layout/place.ts';
import { isDutyStep, type Path, stepsOf } from '../../client/paths.ts';
import type { Picture } from '../../client/subgraph.ts';
import { useNames } from '../../panels/useNames.ts';
import { type BoardContent, entitiesOf, entityItem } from '../../state/board/board.ts';
import { usePanel } from '../../state/board/panel.ts';
import { useBoard } from '../../state/board/store.ts';

/** Where a path would stand: its entities on the board where they are, the others beside the first that is there. */
export function placesOfPath(content: BoardContent, path: Path): ReadonlyMap<string, { x: number; y: number }> {
  const anchor = path.entities.map((id) => entityItem(content, id)).find((item) => item !== undefined);
  return place(entitiesOf(content), path.entities, anchor);
}

export function useGhost(picture: Picture): Ghost | null {
  const preview = usePanel((state) => state.preview);
  const content = useBoard((state) => state.content);
  const nameOf = useNames(preview?.entities ?? []);
  return useMemo(() => {
    if (preview === null) return null;
    const fresh = placesOfPath(content, preview);
    const entities = preview.entities.flatMap((id) => {
      const at = entityItem(content, id) ?? fresh.get(id);
      return at === undefined
        ? []
        : [{ id, caption: nameOf(id), at, present: picture.entities.has(id) && !fresh.has(id) }];
    });
    const ties = stepsOf(preview).map((step) => ({ from: step.from, to: step.to, duty: isDutyStep(step) }));
    return { entities, ties };
  }, [preview, content, nameOf, picture]);
}
