import { useState } from 'react';
import { type ExportFormat, type ExportOf, startExport } from '../client/exports.ts';
import { useWords } from '../i18n/useWords.ts';
import { useClocks } from '../state/asOf.ts';
import { Confirm } from './Confirm.tsx';
import { Button, Select, TextField } from './controls.tsx';
import { JobLine } from './JobLine.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { useJob } from './useJob.ts';

export interface ExportDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly of: ExportOf;
  readonly formats: readonly ExportFormat[];
  /** Before the server is asked: what it is to know first. */
  readonly before?: () => Promise<unknown>;
}

/** An export is announced with a reason, made by a job, and fetched by a link once it is there. */
export function ExportDialog({ title, isOpen, onClose, of, formats, before }: ExportDialogProps) {
  const { t, value } = useWords();
  const clocks = useClocks();
  const [format, setFormat] = useState<ExportFormat>(formats[0] ?? 'csv');
  const [reason, setReason] = useState('');
  const work = useJob(() => undefined);
  const canStart = reason.trim() !== '' && !work.isRunning;
  const begin = () =>
    void work.start(async () => {
      await before?.();
      return startExport(of, { format, reason: reason.trim() }, clocks);
    });
  return (
    <Confirm
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('export.close')}</Button>}
    >
      <p className="faint">{t('export.how')}</p>
      <div className="row end-line wrap">
        {formats.length > 1 && (
          <Select
            label={t('export.format')}
            value={format}
            options={formats.map((id) => ({ id, text: value('exportFormat', id) }))}
            onChange={(id) => setFormat(formats.find((one) => one === id) ?? format)}
          />
        )}
        <TextField label={t('export.reason')} value={reason} onChange={setReason} onEnter={() => canStart && begin()} />
        <Button kind="main" icon="download" onPress={begin} isDisabled={!canStart}>
          {t('export.make')}
        </Button>
      </div>
      {work.job !== null && <JobLine job={work.job} />}
      {work.error !== null && <ProblemNotice error={work.error} />}
    </Confirm>
  );
}
