import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../parts/controls.tsx';
import { useGo } from '../../state/asOf.ts';
import { BoardList } from './BoardList.tsx';

export function BoardsScreen() {
  const { t } = useWords();
  const go = useGo();
  useTitle('frame.boards');
  return (
    <div className="column">
      <div className="row between">
        <h1>{t('frame.boards')}</h1>
        <Button kind="main" icon="plus" onPress={() => go('/board/new')}>
          {t('boards.new')}
        </Button>
      </div>
      <BoardList />
    </div>
  );
}
