import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { formatsQuery, startImport } from '../../client/imports.ts';
import type { Job } from '../../client/jobs.ts';
import { queryClient } from '../../client/queryClient.ts';
import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button, Select, TextField } from '../../parts/controls.tsx';
import { JobLine } from '../../parts/JobLine.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { resultId, useJob } from '../../parts/useJob.ts';
import { useGo } from '../../state/asOf.ts';
import { BatchList } from './BatchList.tsx';
import { ImportReportView } from './ImportReport.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { useReport } from './useReport.ts';

/** Files in: choose, look at the first rows, try without storing, then import with progress and a way to stop. */
export function ImportScreen() {
  const { t, value } = useWords();
  const go = useGo();
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState('bundle');
  const [source, setSource] = useState('');
  const [compartment, setCompartment] = useState('');
  const [approval, setApproval] = useState('');
  const [tried, setTried] = useState<Job | null>(null);
  useTitle('frame.import');
  const formats = useQuery(formatsQuery);
  const trial = useJob(setTried);
  const real = useJob((done) => {
    void queryClient.invalidateQueries();
    const batch = resultId(done);
    if (batch !== null) go(`/import/${batch}`);
  });
  const report = useReport(tried);
  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFile(chosen);
    setTried(null);
  };
  const asked = (dryRun: boolean) => ({ format, source, compartment, approval, dryRun });
  const begin = (dryRun: boolean) =>
    file !== null && void (dryRun ? trial : real).start(() => startImport(file, asked(dryRun)));
  const isBusy = trial.isRunning || real.isRunning;
  return (
    <div className="column">
      <h1>{t('frame.import')}</h1>
      <h2>1. {t('import.choose')}</h2>
      <DropZone
        className="drop-zone"
        onDrop={async (event) => {
          const item = event.items.find((one) => one.kind === 'file');
          if (item?.kind === 'file') choose(await item.getFile());
        }}
      >
        <Text slot="label">{file === null ? t('import.drop') : file.name}</Text>
        <FileTrigger acceptedFileTypes={['.zip', '.csv']} onSelect={(files) => choose(files?.[0])}>
          <Button onPress={() => undefined} icon="upload">
            {t('import.chooseFile')}
          </Button>
        </FileTrigger>
      </DropZone>
      <div className="row wrap">
        <Select
          label={t('import.format')}
          value={format}
          options={(formats.data?.formats ?? ['bundle']).map((id) => ({ id, text: value('importFormat', id) }))}
          onChange={setFormat}
        />
        <TextField label={t('import.source')} value={source} onChange={setSource} />
        <TextField
          label={t('import.compartment')}
          value={compartment}
          onChange={setCompartment}
          placeholder="general"
        />
        <TextField label={t('import.approval')} value={approval} onChange={setApproval} />
      </div>
      {file !== null && (
        <>
          <h2>2. {t('import.preview')}</h2>
          <PreviewTable file={file} />
          <h2>3. {t('import.tryIt')}</h2>
          <p className="faint">{t('import.tryHow')}</p>
          <div className="row">
            <Button onPress={() => begin(true)} isDisabled={isBusy}>
              {t('import.dryRun')}
            </Button>
            <Button kind="main" onPress={() => begin(false)} isDisabled={isBusy}>
              {t('import.run')}
            </Button>
          </div>
          {trial.job !== null && <JobLine job={trial.job} />}
          {trial.error !== null && <ProblemNotice error={trial.error} />}
          {report !== null && <ImportReportView report={report} isTrial />}
          {real.job !== null && <JobLine job={real.job} />}
          {real.error !== null && <ProblemNotice error={real.error} />}
        </>
      )}
      <h2>{t('import.batches')}</h2>
      <BatchList />
    </div>
  );
}
