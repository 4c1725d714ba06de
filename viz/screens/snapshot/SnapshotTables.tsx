import { Link } from 'wouter';
import type { Scene } from '../../canvas/scene.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Table } from '../../parts/Table.tsx';
import { useAddress } from '../../state/asOf.ts';

/** Everything the picture of a snapshot shows, as two tables. */
export function SnapshotTables({ scene }: { scene: Scene }) {
  const { t, type, kind, number } = useWords();
  const address = useAddress();
  const name = (id: string) => scene.nodes.get(id)?.caption ?? '';
  return (
    <>
      <h2>{t('board.entitiesN', { n: number(scene.nodes.size) })}</h2>
      <Table
        label={t('board.entities')}
        rows={[...scene.nodes.values()]}
        keyOf={(node) => node.id}
        columns={[
          {
            id: 'name',
            title: t('common.name'),
            cell: (node) => <Link href={address(`/entity/${node.id}`)}>{node.caption}</Link>,
            by: (node) => node.caption,
          },
          { id: 'type', title: t('common.type'), cell: (node) => type(node.type), by: (node) => node.type },
        ]}
      />
      <h2>{t('board.tiesN', { n: number(scene.lines.size) })}</h2>
      <Table
        label={t('board.ties')}
        rows={[...scene.lines.values()]}
        keyOf={(line) => line.key}
        columns={[
          { id: 'from', title: t('common.from'), cell: (line) => name(line.from), by: (line) => name(line.from) },
          { id: 'to', title: t('common.to'), cell: (line) => name(line.to), by: (line) => name(line.to) },
          {
            id: 'side',
            title: t('common.side'),
            cell: (line) => t(line.duty ? 'common.duty' : 'common.private'),
            width: '90px',
          },
          {
            id: 'kinds',
            title: t('common.kinds'),
            cell: (line) => [...new Set(line.ties.map((tie) => kind(tie.kind)))].join(' · '),
          },
        ]}
      />
    </>
  );
}
