import type { Name, OfficialLink } from '../../client/links.ts';
import { kindsOfStep, type Path, stepsOf } from '../../client/paths.ts';
import { useWords } from '../../i18n/useWords.ts';
import { PathItem } from '../../panels/paths/PathItem.tsx';
import { Button } from '../../parts/controls.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { EntityName } from '../../parts/EntityName.tsx';
import { type Column, Table } from '../../parts/Table.tsx';
import { useGo } from '../../state/asOf.ts';

export interface LinksTableProps {
  readonly links: readonly OfficialLink[];
  readonly names: Readonly<Record<string, Name>>;
  readonly hideOfficial?: boolean;
}
/** One row a pair. Private and duty stand in columns of their own and are never added up. */
export function LinksTable({ links, names, hideOfficial = false }: LinksTableProps) {
  const { t, number } = useWords();
  const nameOf = (id: string) => names[id]?.caption ?? `…${id.slice(-4)}`;
  if (links.length === 0) return <Empty why={t('links.none')} />;
  const columns: readonly Column<OfficialLink>[] = [
    ...(hideOfficial
      ? []
      : [
          {
            id: 'official',
            title: t('links.official'),
            cell: (link: OfficialLink) => <EntityName id={link.officialId} caption={nameOf(link.officialId)} />,
            by: (link: OfficialLink) => nameOf(link.officialId),
          },
        ]),
    {
      id: 'suspect',
      title: t('links.suspect'),
      cell: (link) => <EntityName id={link.suspectId} caption={nameOf(link.suspectId)} />,
      by: (link) => nameOf(link.suspectId),
    },
    {
      id: 'gang',
      title: t('links.gang'),
      cell: (link) => (link.gangId ? <EntityName id={link.gangId} caption={nameOf(link.gangId)} /> : ''),
      by: (link) => nameOf(link.gangId ?? ''),
    },
    {
      id: 'private',
      title: t('links.privatePaths'),
      cell: (link) => <PathKinds paths={link.private} total={link.counts?.private} />,
      by: (link) => shortest(link.private),
      width: '190px',
    },
    {
      id: 'duty',
      title: t('links.dutyPaths'),
      cell: (link) => (
        <span className="faint">
          <PathKinds paths={link.duty} total={link.counts?.duty} />
        </span>
      ),
      by: (link) => shortest(link.duty),
      width: '190px',
    },
    {
      id: 'through',
      title: t('links.through'),
      cell: (link) => (link.private.length === 0 ? '' : through(link).map(nameOf).join(' · ') || t('links.direct')),
    },
    {
      id: 'grade',
      title: t('links.weakest'),
      cell: (link) => (typeof link.counts?.weakestGrade === 'string' ? link.counts.weakestGrade : t('common.unknown')),
      width: '74px',
    },
  ];
  return (
    <>
      <p className="faint">{t('links.n', { n: number(links.length) })}</p>
      <Table
        label={t('frame.links')}
        rows={links}
        columns={columns}
        keyOf={(link) => `${link.officialId}|${link.suspectId}`}
        detail={(link) => <LinkDetail link={link} nameOf={nameOf} />}
      />
    </>
  );
}

const shortest = (paths: readonly Path[]): number => Math.min(99, ...paths.map((path) => path.hops));
const through = (link: OfficialLink): string[] => link.private[0]?.entities.slice(1, -1) ?? [];

function PathKinds({ paths, total }: { paths: readonly Path[]; total: number | undefined }) {
  const { t, kind, number } = useWords();
  const [first] = paths;
  if (first === undefined) return <>{t('links.noneFound')}</>;
  return (
    <span title={t('links.pathsN', { n: number(total ?? paths.length) })}>
      {number(total ?? paths.length)} ·{' '}
      {stepsOf(first)
        .map((step) => kindsOfStep(step).map(kind).join('、'))
        .join(' → ')}
    </span>
  );
}

function LinkDetail({ link, nameOf }: { link: OfficialLink; nameOf: (id: string) => string }) {
  const { t } = useWords();
  const go = useGo();
  const ids = [...new Set([...link.private, ...link.duty].flatMap((path) => path.entities))];
  return (
    <div className="two-columns">
      <section>
        <h4>{t('common.private')}</h4>
        {link.private.length === 0 && <p className="faint">{t('links.noneFound')}</p>}
        <Paths paths={link.private} nameOf={nameOf} />
      </section>
      <section className="duty-side">
        <h4>{t('common.duty')}</h4>
        {link.duty.length === 0 && <p className="faint">{t('links.noneFound')}</p>}
        <Paths paths={link.duty} nameOf={nameOf} />
      </section>
      <Button icon="board" onPress={() => go('/board/new', { seed: ids })}>
        {t('links.onBoard')}
      </Button>
    </div>
  );
}

function Paths({ paths, nameOf }: { paths: readonly Path[]; nameOf: (id: string) => string }) {
  return (
    <ul className="plain-list">
      {paths.map((path) => (
        <PathItem key={path.ties.map((tie) => tie.id).join('|')} path={path} nameOf={nameOf} />
      ))}
    </ul>
  );
}
