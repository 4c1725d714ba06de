import type { MessageKey } from '../../i18n/messages.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../parts/controls.tsx';
import { save } from '../../state/board/autosave.ts';
import { type SaveState, useBoard } from '../../state/board/store.ts';

const words: Readonly<Record<SaveState, MessageKey>> = {
  saved: 'board.saved',
  waiting: 'board.unsaved',
  saving: 'board.saving',
  offline: 'board.saveOffline',
  clash: 'board.clash',
  failed: 'board.saveFailed',
};

export function SaveMark() {
  const { t } = useWords();
  const saveState = useBoard((state) => state.saveState);
  return (
    <span className={`save-mark ${saveState}`} role="status">
      {t(words[saveState])}
      {(saveState === 'failed' || saveState === 'offline') && (
        <Button kind="quiet" onPress={() => void save()}>
          {t('common.retry')}
        </Button>
      )}
    </span>
  );
}
