import type { Scene } from '../../canvas/scene.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../parts/controls.tsx';
import { EntityMark } from '../../parts/EntityMark.tsx';
import { hideSelected, pinSelected, removeSelected } from '../../screens/board/boardActs.ts';
import { useGo } from '../../state/asOf.ts';
import { useBoard } from '../../state/board/store.ts';
import { useTrays } from '../../state/trays.ts';

export function SelectionCard({ scene }: { scene: Scene }) {
  const { t } = useWords();
  const go = useGo();
  const { selection, select } = useBoard();
  const put = useTrays((state) => state.put);
  const nodes = [...selection].flatMap((id) => scene.nodes.get(id) ?? []);
  const [first, second] = [...selection];
  const isPair = selection.size === 2;
  return (
    <div>
      <h3>{t('board.selected', { n: selection.size })}</h3>
      <div className="row acts">
        <Button onPress={() => put('a', [...selection])}>{t('search.toTrayA')}</Button>
        <Button onPress={() => put('b', [...selection])}>{t('search.toTrayB')}</Button>
        {isPair && (
          <Button onPress={() => go(`/entity/${first}/timeline`, { with: second })}>{t('entity.timeline')}</Button>
        )}
        <Button onPress={pinSelected}>{t('board.pin')}</Button>
        <Button onPress={hideSelected}>{t('board.hide')}</Button>
        <Button onPress={removeSelected}>{t('board.remove')}</Button>
      </div>
      <ul className="plain-list">
        {nodes.map((node) => (
          <li key={node.id} className="row">
            <EntityMark type={node.type} roles={node.official ? ['official'] : []} size={18} />
            <Button kind="quiet" onPress={() => select(new Set([node.id]))}>
              {node.caption}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
