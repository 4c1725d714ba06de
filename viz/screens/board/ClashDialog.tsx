import { useWords } from '../../i18n/useWords.ts';
import { Confirm } from '../../parts/Confirm.tsx';
import { Button } from '../../parts/controls.tsx';
import { resolveClash } from '../../state/board/autosave.ts';
import { useBoard } from '../../state/board/store.ts';

/** Two editors changed the same things: nothing is thrown away without a word. */
export function ClashDialog() {
  const { t } = useWords();
  const { saveState, setSaveState } = useBoard();
  return (
    <Confirm
      title={t('board.clash')}
      isOpen={saveState === 'clash'}
      onClose={() => setSaveState('failed')}
      actions={
        <>
          <Button onPress={() => void resolveClash('theirs')}>{t('board.keepTheirs')}</Button>
          <Button kind="main" onPress={() => void resolveClash('mine')}>
            {t('board.keepMine')}
          </Button>
        </>
      }
    >
      <p>{t('board.clashWhy')}</p>
    </Confirm>
  );
}
