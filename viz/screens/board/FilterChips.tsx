import { tieFamilies } from '../../../model/vocabulary/kinds.ts';
import type { Picture } from '../../client/subgraph.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../parts/controls.tsx';
import { entitiesOf } from '../../state/board/board.ts';
import { effect, isFiltering, noFilters, toggledIn } from '../../state/board/filters.ts';
import { useBoard } from '../../state/board/store.ts';
import { showHidden } from './boardActs.ts';

/** Every active filter, with its effect in numbers, and what is hidden by hand. */
export function FilterChips({ picture }: { picture: Picture }) {
  const { t, say, types } = useWords();
  const { filters, setFilters, content } = useBoard();
  const hidden = [...entitiesOf(content).values()].filter((item) => item.hidden === true).length;
  if (!isFiltering(filters) && hidden === 0) return null;
  const gone = effect(filters, picture);
  return (
    <div className="chips">
      {[...filters.families].map((family) => (
        <Button
          key={family}
          icon="cross"
          onPress={() => setFilters({ ...filters, families: toggledIn(filters.families, family) })}
        >
          {t('board.without', { name: say(tieFamilies[family].label) })}
        </Button>
      ))}
      {[...filters.types].map((type) => (
        <Button
          key={type}
          icon="cross"
          onPress={() => setFilters({ ...filters, types: toggledIn(filters.types, type) })}
        >
          {t('board.without', { name: types(type) })}
        </Button>
      ))}
      {filters.duty !== 'show' && (
        <Button icon="cross" onPress={() => setFilters({ ...filters, duty: 'show' })}>
          {t(filters.duty === 'hide' ? 'board.dutyHidden' : 'board.dutyFaded')}
        </Button>
      )}
      {isFiltering(filters) && (
        <>
          <span className="faint">{t('board.filterEffect', { entities: gone.entities, ties: gone.ties })}</span>
          <Button kind="quiet" onPress={() => setFilters(noFilters)}>
            {t('common.clearFilters')}
          </Button>
        </>
      )}
      {hidden > 0 && (
        <Button icon="cross" onPress={showHidden}>
          {t('board.showHidden', { n: hidden })}
        </Button>
      )}
    </div>
  );
}
