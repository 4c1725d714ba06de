import { useState } from 'react';
import type { Scene, SceneLine, SceneNode } from '../../canvas/scene.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button, Checkbox } from '../../parts/controls.tsx';
import { EntityMark } from '../../parts/EntityMark.tsx';
import { RoleTags } from '../../parts/RoleTags.tsx';
import { type Column, Table } from '../../parts/Table.tsx';
import { usePanel } from '../../state/board/panel.ts';
import { only, toggled } from '../../state/board/selection.ts';
import { useBoard } from '../../state/board/store.ts';

/** The board as tables: everything the picture shows, with the same selection. */
export function BoardTable({ scene }: { scene: Scene }) {
  const { t, number } = useWords();
  const [view, setView] = useState<'entities' | 'ties'>('entities');
  return (
    <div className="board-table">
      <div className="row">
        <Button kind={view === 'entities' ? 'main' : 'plain'} onPress={() => setView('entities')}>
          {t('board.entitiesN', { n: number(scene.nodes.size) })}
        </Button>
        <Button kind={view === 'ties' ? 'main' : 'plain'} onPress={() => setView('ties')}>
          {t('board.tiesN', { n: number(scene.lines.size) })}
        </Button>
      </div>
      {view === 'entities' ? <EntityRows scene={scene} /> : <LineRows scene={scene} />}
    </div>
  );
}

function EntityRows({ scene }: { scene: Scene }) {
  const { t, type, number } = useWords();
  const { selection, select } = useBoard();
  const show = usePanel((state) => state.show);
  const columns: readonly Column<SceneNode>[] = [
    {
      id: 'choose',
      title: '',
      width: '34px',
      cell: (node) => (
        <Checkbox
          label={t('search.choose', { name: node.caption })}
          isSelected={selection.has(node.id)}
          onChange={() => select(toggled(selection, node.id))}
        />
      ),
    },
    {
      id: 'mark',
      title: '',
      width: '34px',
      cell: (node) => <EntityMark type={node.type} roles={rolesOf(node)} size={18} />,
    },
    { id: 'name', title: t('common.name'), cell: (node) => node.caption, by: (node) => node.caption },
    { id: 'type', title: t('common.type'), cell: (node) => type(node.type), by: (node) => node.type, width: '120px' },
    { id: 'roles', title: t('common.roles'), cell: (node) => <RoleTags roles={rolesOf(node)} />, width: '150px' },
    {
      id: 'more',
      title: t('board.notShownTies'),
      cell: (node) => number(node.more),
      by: (node) => node.more,
      numeric: true,
      width: '110px',
    },
  ];
  return (
    <Table
      label={t('board.entities')}
      rows={[...scene.nodes.values()]}
      keyOf={(node) => node.id}
      columns={columns}
      isSelected={(node) => selection.has(node.id)}
      onOpen={(node) => {
        select(only(node.id));
        show('evidence');
      }}
    />
  );
}

function LineRows({ scene }: { scene: Scene }) {
  const { t, kind, number } = useWords();
  const { line: chosen, chooseLine } = useBoard();
  const show = usePanel((state) => state.show);
  const name = (id: string) => scene.nodes.get(id)?.caption ?? '';
  const columns: readonly Column<SceneLine>[] = [
    { id: 'from', title: t('common.from'), cell: (line) => name(line.from), by: (line) => name(line.from) },
    { id: 'to', title: t('common.to'), cell: (line) => name(line.to), by: (line) => name(line.to) },
    {
      id: 'side',
      title: t('common.side'),
      cell: (line) => t(line.duty ? 'common.duty' : 'common.private'),
      by: (line) => Number(line.duty),
      width: '90px',
    },
    {
      id: 'kinds',
      title: t('common.kinds'),
      cell: (line) => [...new Set(line.ties.map((tie) => kind(tie.kind)))].join(' · '),
    },
    {
      id: 'count',
      title: t('common.count'),
      cell: (line) => number(countOf(line)),
      by: countOf,
      numeric: true,
      width: '80px',
    },
  ];
  return (
    <Table
      label={t('board.ties')}
      rows={[...scene.lines.values()]}
      keyOf={(line) => line.key}
      columns={columns}
      isSelected={(line) => line.key === chosen}
      onOpen={(line) => {
        chooseLine(line.key);
        show('evidence');
      }}
    />
  );
}

const countOf = (line: SceneLine): number => line.ties.reduce((sum, tie) => sum + Math.max(1, tie.count), 0);
const rolesOf = (node: SceneNode): string[] => [
  ...(node.official ? ['official'] : []),
  ...(node.suspect ? ['suspect'] : []),
];
