import type { Screen, ScreenedOfficial } from '../../client/screens.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Empty } from '../../parts/Empty.tsx';
import { type Column, Table } from '../../parts/Table.tsx';
import { officialName } from './names.ts';
import { ScreenedDetail } from './ScreenedDetail.tsx';

export function ScreenedTable({ screen }: { screen: Screen }) {
  const { t, value, say, number } = useWords();
  if (screen.officials.length === 0) return <Empty why={t('screening.emptyPool')} />;
  const strongest = (official: ScreenedOfficial) => official.indicators.find((part) => (part.logLr ?? 0) > 0);
  const columns: readonly Column<ScreenedOfficial>[] = [
    {
      id: 'rank',
      title: t('screening.rank'),
      cell: (one) => number(one.rank),
      by: (one) => one.rank,
      numeric: true,
      width: '56px',
    },
    {
      id: 'name',
      title: t('links.official'),
      cell: (one) => <b>{officialName(screen, one)}</b>,
      by: (one) => officialName(screen, one),
      width: '110px',
    },
    {
      id: 'level',
      title: t('screening.level'),
      cell: (one) => <span className={`level ${one.level}`}>{value('level', one.level)}</span>,
      by: (one) => one.level,
      width: '92px',
    },
    {
      id: 'band',
      title: t('screening.band'),
      cell: (one) => (one.band ? value('band', one.band) : t('common.unknown')),
      by: (one) => one.band ?? '',
      width: '130px',
    },
    {
      id: 'families',
      title: t('screening.families'),
      cell: (one) =>
        families(one)
          .map((family) => value('indicatorFamily', family))
          .join(' · ') || t('screening.noneAbove'),
      width: '140px',
    },
    { id: 'for', title: t('screening.strongest'), cell: (one) => sentence(strongest(one)?.text) },
    { id: 'against', title: t('screening.strongestAgainst'), cell: (one) => sentence(one.exculpatory[0]?.text) },
  ];
  return (
    <Table
      label={t('frame.screening')}
      rows={screen.officials}
      columns={columns}
      keyOf={(one) => one.officialId}
      detail={(one) => <ScreenedDetail official={one} screen={screen} />}
    />
  );

  function sentence(text: { zh: string; en: string } | undefined) {
    if (text === undefined) return <span className="faint">{t('screening.nothingFound')}</span>;
    return <span title={say(text)}>{say(text)}</span>;
  }
}

const families = (official: ScreenedOfficial): string[] => [
  ...new Set(official.indicators.filter((part) => (part.logLr ?? 0) > 0).map((part) => part.family)),
];
