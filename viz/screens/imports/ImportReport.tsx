import type { ImportReport } from '../../client/imports.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Table } from '../../parts/Table.tsx';
import { RejectTable } from './RejectTable.tsx';

/** What an import stored, or would store. */
export function ImportReportView({ report, isTrial = false }: { report: ImportReport; isTrial?: boolean }) {
  const { t, number } = useWords();
  const counts = [
    { name: t('import.entities'), n: report.entities },
    { name: t('import.ties'), n: report.ties },
    { name: t('import.events'), n: report.events },
    // Known to its maker alone: missing is not zero.
    ...(report.rejected == null ? [] : [{ name: t('import.rejected'), n: report.rejected }]),
  ];
  return (
    <section>
      <p className={(report.rejected ?? 0) > 0 ? 'notice' : ''}>
        {report.seconds == null
          ? t('import.newlyStored')
          : t(isTrial ? 'import.wouldStore' : 'import.stored', { seconds: number(report.seconds) })}
      </p>
      <div className="counts">
        {counts.map(({ name, n }) => (
          <div key={name}>
            <b>{number(n)}</b> <span className="faint">{name}</span>
          </div>
        ))}
      </div>
      {report.files.length > 0 && (
        <Table
          label={t('import.files')}
          rows={report.files}
          keyOf={(file) => file.file}
          columns={[
            { id: 'file', title: t('import.file'), cell: (file) => file.file },
            { id: 'rows', title: t('import.rows'), cell: (file) => number(file.rows), numeric: true, width: '110px' },
            {
              id: 'accepted',
              title: t('import.accepted'),
              cell: (file) => number(file.accepted),
              numeric: true,
              width: '110px',
            },
            {
              id: 'rejected',
              title: t('import.rejected'),
              cell: (file) => number(file.rejected),
              by: (file) => file.rejected,
              numeric: true,
              width: '110px',
            },
          ]}
        />
      )}
      {report.rejects.length > 0 && (
        <>
          <h3>{t('import.rejects')}</h3>
          {(report.rejected ?? 0) > report.rejects.length && (
            <p className="notice cut">
              {t('import.rejectsCut', { n: number(report.rejects.length), all: number(report.rejected ?? 0) })}
            </p>
          )}
          <RejectTable rejects={report.rejects} />
        </>
      )}
    </section>
  );
}
