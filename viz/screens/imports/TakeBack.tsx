import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { retractBatch } from '../../client/imports.ts';
import { queryClient } from '../../client/queryClient.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Confirm } from '../../parts/Confirm.tsx';
import { Button, TextField } from '../../parts/controls.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { ImpactList } from './ImpactList.tsx';

/** Taking a batch back: what would go is asked first and shown; then a reason, and only then the act. */
export function TakeBack({ batch }: { batch: string }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const preview = useMutation({ mutationFn: () => retractBatch(batch, { reason: 'preview', dryRun: true }) });
  const act = useMutation({
    mutationFn: () => retractBatch(batch, { reason: reason.trim(), dryRun: false }),
    async onSuccess() {
      setOpen(false);
      await queryClient.invalidateQueries();
    },
  });
  const open = () => {
    setOpen(true);
    act.reset();
    preview.mutate();
  };
  return (
    <section>
      <h2>{t('import.takeBack')}</h2>
      <p className="faint">{t('import.takeBackHow')}</p>
      <Button kind="danger" onPress={open}>
        {t('import.takeBackThis')}
      </Button>
      <Confirm
        title={t('import.takeBackThis')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('common.cancel')}</Button>
            <Button
              kind="danger"
              onPress={() => act.mutate()}
              isDisabled={preview.data === undefined || reason.trim() === '' || act.isPending}
            >
              {t('import.takeBack')}
            </Button>
          </>
        }
      >
        {preview.isPending && <Loading rows={4} />}
        {preview.error !== null && <ProblemNotice error={preview.error} onRetry={() => preview.mutate()} />}
        {preview.data !== undefined && (
          <>
            <ImpactList impact={preview.data} />
            <TextField label={t('import.takeBackReason')} value={reason} onChange={setReason} />
          </>
        )}
        {act.error !== null && <ProblemNotice error={act.error} />}
      </Confirm>
    </section>
  );
}
