import type { Scene } from '../../canvas/scene.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Empty } from '../../parts/Empty.tsx';
import { useBoard } from '../../state/board/store.ts';
import { EntityEvidence } from './EntityEvidence.tsx';
import { LineEvidence } from './LineEvidence.tsx';
import { SelectionCard } from './SelectionCard.tsx';

/** What stands behind what is chosen: a tie, an entity, or the list of several. */
export function EvidencePanel({ scene }: { scene: Scene }) {
  const { t } = useWords();
  const { selection, line } = useBoard();
  const chosen = line === null ? undefined : scene.lines.get(line);
  const [first] = selection;
  if (chosen !== undefined) return <LineEvidence key={chosen.key} line={chosen} scene={scene} />;
  if (first === undefined) return <Empty why={t('evidence.chooseSomething')} />;
  if (selection.size > 1) return <SelectionCard scene={scene} />;
  return <EntityEvidence key={first} id={first} isOnBoard />;
}
