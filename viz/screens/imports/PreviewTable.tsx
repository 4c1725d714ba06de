import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { firstRows } from './firstRows.ts';

/** The first rows as they stand in the file. A bundle of many files is looked into by the dry run. */
export function PreviewTable({ file }: { file: File }) {
  const { t, number } = useWords();
  const isTable = file.name.toLowerCase().endsWith('.csv');
  const query = useQuery({
    queryKey: ['first-rows', file.name, file.size, file.lastModified],
    queryFn: () => firstRows(file),
    enabled: isTable,
  });
  if (!isTable) return <p className="faint">{t('import.bundlePreview')}</p>;
  return (
    <Answered query={query}>
      {({ encoding, rows: [head = [], ...rows] }) => (
        <>
          <p className="faint">
            {t('import.firstRows', { n: number(rows.length), columns: number(head.length), encoding })}
          </p>
          <div className="scroll-x">
            <table className="plain-table">
              <thead>
                <tr>
                  {head.map((column) => (
                    <th key={column}>{column}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.join('|')}>
                    {head.map((column, index) => (
                      <td key={column}>{row[index] ?? ''}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Answered>
  );
}
