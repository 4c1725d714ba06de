import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { findPaths, type Path } from '../../client/paths.ts';
import { useWords } from '../../i18n/useWords.ts';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Button, Select } from '../../parts/controls.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { addAt } from '../../screens/board/boardActs.ts';
import { placesOfPath } from '../../screens/board/useGhost.ts';
import { useClocks } from '../../state/asOf.ts';
import { usePanel } from '../../state/board/panel.ts';
import { useBoard } from '../../state/board/store.ts';
import { useTrays } from '../../state/trays.ts';
import { useNames } from '../useNames.ts';
import { PathItem } from './PathItem.tsx';
import { Tray } from './Tray.tsx';

const ks = [5, 10, 25, 50];
const hopChoices = [2, 3, 4, 5, 6, 7, 8];
const asOptions = (numbers: readonly number[]) => numbers.map((n) => ({ id: String(n), text: String(n) }));

/** Paths between tray A and tray B: the k with fewest ties, duty in or out; a path shows on the canvas before it is added. */
export function PathsPanel() {
  const { t } = useWords();
  const { a, b } = useTrays();
  const clocks = useClocks();
  const setPreview = usePanel((state) => state.setPreview);
  const [k, setK] = useState(10);
  const [maxHops, setMaxHops] = useState(4);
  const [duty, setDuty] = useState<'include' | 'exclude'>('include');
  const running = useRef<AbortController | null>(null);
  const search = useMutation({
    mutationFn() {
      running.current = new AbortController();
      return findPaths({ from: a, to: b, k, maxHops, duty }, clocks, running.current.signal);
    },
  });
  const paths = search.data?.paths ?? [];
  const nameOf = useNames(paths.flatMap((path) => path.entities));
  const add = (path: Path) => {
    setPreview(null);
    addAt(placesOfPath(useBoard.getState().content, path));
  };
  return (
    <div className="paths">
      <Tray name="a" />
      <Tray name="b" />
      <div className="row">
        <Select label={t('paths.k')} value={String(k)} options={asOptions(ks)} onChange={(id) => setK(Number(id))} />
        <Select
          label={t('paths.hops')}
          value={String(maxHops)}
          options={asOptions(hopChoices)}
          onChange={(id) => setMaxHops(Number(id))}
        />
        <Select
          label={t('paths.duty')}
          value={duty}
          options={[
            { id: 'include', text: t('paths.dutyIn') },
            { id: 'exclude', text: t('paths.dutyOut') },
          ]}
          onChange={(id) => setDuty(id === 'exclude' ? 'exclude' : 'include')}
        />
      </div>
      <Button
        kind="main"
        icon="route"
        isDisabled={a.length === 0 || b.length === 0 || search.isPending}
        onPress={() => search.mutate()}
      >
        {t('paths.find')}
      </Button>
      {search.isPending && <Loading rows={3} what={t('paths.finding')} onCancel={() => running.current?.abort()} />}
      {search.error !== null && <ProblemNotice error={search.error} onRetry={() => search.mutate()} />}
      <CutNotice answer={search.data} shown={paths.length} />
      {search.data !== undefined && paths.length === 0 && <Empty why={t('paths.none')} />}
      {paths.length > 1 && <Button onPress={() => paths.forEach(add)}>{t('paths.addAll')}</Button>}
      <ul className="plain-list">
        {paths.map((path) => (
          <PathItem
            key={path.entities.join('|') + path.ties.map((tie) => tie.id).join('|')}
            path={path}
            nameOf={nameOf}
            onAdd={() => add(path)}
            onPreview={(isOn) => setPreview(isOn ? path : null)}
          />
        ))}
      </ul>
    </div>
  );
}
