import { type RefObject, useState } from 'react';
import type { Engine } from '../../canvas/engine.ts';
import type { Picture } from '../../client/subgraph.ts';
import { useWords } from '../../i18n/useWords.ts';
import { IconButton, TextField } from '../../parts/controls.tsx';
import { ExportDialog } from '../../parts/ExportDialog.tsx';
import { save } from '../../state/board/autosave.ts';
import { usePanel } from '../../state/board/panel.ts';
import { useBoard } from '../../state/board/store.ts';
import { hideSelected, pinSelected, removeSelected, tidyBoard } from './boardActs.ts';
import { FindOnCanvas } from './FindOnCanvas.tsx';
import { SaveMark } from './SaveMark.tsx';
import { SnapshotsDialog } from './SnapshotsDialog.tsx';

const formats = ['csv', 'ftm', 'gexf'] as const;

export interface BoardToolbarProps {
  readonly engine: RefObject<Engine | null>;
  readonly picture: Picture;
  readonly isLoading: boolean;
}
export function BoardToolbar({ engine, picture, isLoading }: BoardToolbarProps) {
  const { t } = useWords();
  const { id, name, rename, history, undo, redo, selection, table, setTable } = useBoard();
  const { mode, setMode, show } = usePanel();
  const [draft, setDraft] = useState<string | null>(null);
  const [isKeeping, setKeeping] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const keep = () => {
    if (draft !== null && draft.trim() !== '' && draft !== name) rename(draft.trim());
    setDraft(null);
  };
  const none = selection.size === 0;
  return (
    <div className="toolbar" role="toolbar" aria-label={t('board.tools')}>
      <div className="board-name">
        <TextField
          label={t('boards.name')}
          hideLabel
          value={draft ?? name}
          onChange={setDraft}
          onEnter={keep}
          onLeave={keep}
        />
      </div>
      <SaveMark />
      <span className="bar" />
      <IconButton icon="back" label={t('board.undo')} onPress={undo} isDisabled={history.past.length === 0} />
      <IconButton icon="forward" label={t('board.redo')} onPress={redo} isDisabled={history.future.length === 0} />
      <span className="bar" />
      <IconButton
        icon="plus"
        label={t('board.expand')}
        onPress={() => show('expand')}
        isDisabled={selection.size !== 1}
      />
      <IconButton icon="route" label={t('board.paths')} onPress={() => show('paths')} />
      <IconButton icon="pin" label={t('board.pin')} onPress={pinSelected} isDisabled={none} />
      <IconButton icon="eyeOff" label={t('board.hide')} onPress={hideSelected} isDisabled={none} />
      <IconButton icon="trash" label={t('board.remove')} onPress={removeSelected} isDisabled={none} />
      <span className="bar" />
      <IconButton
        icon="lasso"
        label={t('board.lasso')}
        onPress={() => setMode(mode === 'lasso' ? 'pan' : 'lasso')}
        isSelected={mode === 'lasso'}
        isDisabled={table}
      />
      <IconButton icon="tidy" label={t('board.tidy')} onPress={() => tidyBoard(picture)} />
      <IconButton
        icon="zoomIn"
        label={t('board.zoomIn')}
        onPress={() => engine.current?.zoom(1 / 1.5)}
        isDisabled={table}
      />
      <IconButton
        icon="zoomOut"
        label={t('board.zoomOut')}
        onPress={() => engine.current?.zoom(1.5)}
        isDisabled={table}
      />
      <IconButton icon="maximize" label={t('board.fit')} onPress={() => engine.current?.fit()} isDisabled={table} />
      <IconButton icon="table" label={t('board.table')} onPress={() => setTable(!table)} isSelected={table} />
      <IconButton icon="download" label={t('export.title')} onPress={() => setExporting(true)} />
      <IconButton icon="camera" label={t('snapshot.title')} onPress={() => setKeeping(true)} />
      <FindOnCanvas picture={picture} engine={engine} />
      <ExportDialog
        title={t('export.title')}
        isOpen={isExporting}
        onClose={() => setExporting(false)}
        of={{ boardId: id }}
        formats={formats}
        before={save}
      />
      <SnapshotsDialog isOpen={isKeeping} onClose={() => setKeeping(false)} />
      <span className="grow" />
      <span className="faint" role="status">
        {isLoading ? t('common.loading') : t('board.selected', { n: selection.size })}
      </span>
    </div>
  );
}
