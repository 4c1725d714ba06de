import type { ImportReport } from '../../client/imports.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Table } from '../../parts/Table.tsx';

/** What was not taken: file, line, field and why. Never the values. */
export function RejectTable({ rejects }: { rejects: ImportReport['rejects'] }) {
  const { t, value } = useWords();
  return (
    <Table
      label={t('import.rejects')}
      rows={rejects}
      keyOf={(row) => `${row.file}|${row.line ?? ''}|${row.field ?? ''}|${row.code}`}
      columns={[
        { id: 'file', title: t('import.file'), cell: (row) => row.file, by: (row) => row.file, width: '160px' },
        {
          id: 'line',
          title: t('import.line'),
          cell: (row) => row.line ?? '',
          by: (row) => row.line ?? 0,
          numeric: true,
          width: '70px',
        },
        { id: 'field', title: t('import.field'), cell: (row) => row.field ?? '', width: '130px' },
        {
          id: 'code',
          title: t('import.code'),
          cell: (row) => value('rejectCode', row.code),
          by: (row) => row.code,
          width: '140px',
        },
        { id: 'reason', title: t('import.reason'), cell: (row) => row.reason },
      ]}
    />
  );
}
