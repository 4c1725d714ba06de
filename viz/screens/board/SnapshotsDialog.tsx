import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { makeSnapshot, snapshotsQuery } from '../../client/snapshots.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Button, TextField } from '../../parts/controls.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { useAddress, useClocks } from '../../state/asOf.ts';
import { save } from '../../state/board/autosave.ts';
import { useBoard } from '../../state/board/store.ts';

/** Keeps the board as it stands under a name, and lists what was kept. */
export function SnapshotsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useWords();
  const board = useBoard((state) => state.id);
  const clocks = useClocks();
  const address = useAddress();
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const list = useQuery({ ...snapshotsQuery(board), enabled: isOpen });
  const making = useMutation({
    async mutationFn() {
      // The server keeps what it holds: the last acts go there first.
      await save();
      return makeSnapshot(board, name.trim(), clocks);
    },
    async onSuccess() {
      setName('');
      await cache.invalidateQueries({ queryKey: snapshotsQuery(board).queryKey });
    },
  });
  const canKeep = name.trim() !== '' && !making.isPending;
  return (
    <Confirm
      title={t('snapshot.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('snapshot.close')}</Button>}
    >
      <p className="faint">{t('snapshot.how')}</p>
      <div className="row end-line">
        <TextField
          label={t('snapshot.name')}
          value={name}
          onChange={setName}
          onEnter={() => canKeep && making.mutate()}
        />
        <Button kind="main" onPress={() => making.mutate()} isDisabled={!canKeep}>
          {t('snapshot.keep')}
        </Button>
      </div>
      {making.error !== null && <ProblemNotice error={making.error} />}
      <Answered query={list} rows={2}>
        {(answer) =>
          answer.items.length === 0 ? (
            <Empty why={t('snapshot.none')} />
          ) : (
            <>
              <CutNotice answer={answer} shown={answer.items.length} />
              <ul className="plain-list">
                {answer.items.map((one) => (
                  <li key={one.id} className="row">
                    <Link href={address(`/board/${board}/snapshot/${one.id}`)}>{one.name}</Link>
                    <span className="grow" />
                    <span className="faint">{one.madeAt.slice(0, 16).replace('T', ' ')}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </Confirm>
  );
}
