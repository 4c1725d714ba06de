import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Picture } from '../../client/subgraph.ts';
import { type Tie, tiesQuery } from '../../client/ties.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { Button, Checkbox } from '../../parts/controls.tsx';
import { EntityMark } from '../../parts/EntityMark.tsx';
import { addToBoard } from '../../screens/board/boardActs.ts';
import { useClocks } from '../../state/asOf.ts';
import { toggledIn } from '../../state/board/filters.ts';

export const atOnce = 20;
const pageSize = 200;

interface Neighbour {
  readonly id: string;
  readonly type: string;
  readonly caption: string;
  readonly ties: readonly Tie[];
}
export interface NeighboursProps {
  readonly id: string;
  readonly picture: Picture;
  readonly kinds: readonly string[];
  readonly side: 'include' | 'exclude' | 'only';
  readonly total: number;
}
/** Neighbours not yet here, most tied to this board first; the first twenty with one press, the rest to pick from. */
export function Neighbours({ id, picture, kinds, side, total }: NeighboursProps) {
  const { t, kind, number } = useWords();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [isOpen, setOpen] = useState(false);
  const query = useInfiniteQuery({
    ...tiesQuery(id, { kinds, limit: pageSize, duty: side }, useClocks()),
    enabled: kinds.length > 0,
  });
  const ties = query.data?.pages.flatMap((page) => page.items) ?? [];
  const all = neighboursOf(ties);
  const fresh = all.filter((neighbour) => !picture.entities.has(neighbour.id));
  const first = fresh.slice(0, atOnce);
  const more = query.hasNextPage === true;
  const add = (ids: readonly string[]) => {
    addToBoard(ids, id);
    setPicked(new Set());
  };
  if (kinds.length === 0) return <p className="faint">{t('expand.noKind')}</p>;
  return (
    <Answered query={query}>
      {() => (
        <>
          <p className="faint">
            {t('expand.here', {
              here: number(all.length - fresh.length),
              listed: number(ties.length),
              total: number(total),
            })}
          </p>
          <div className="row acts">
            <Button
              kind="main"
              icon="plus"
              isDisabled={first.length === 0}
              onPress={() => add(first.map((neighbour) => neighbour.id))}
            >
              {t('expand.add', { n: number(first.length) })}
            </Button>
            {picked.size > 0 && (
              <Button onPress={() => add([...picked])}>{t('expand.addPicked', { n: number(picked.size) })}</Button>
            )}
          </div>
          {fresh.length > first.length || more ? (
            <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
              {t('expand.andMore', { n: number(fresh.length - first.length) + (more ? '+' : '') })}
            </Button>
          ) : null}
          <ul className="plain-list">
            {(isOpen ? fresh : first).map((neighbour) => (
              <li key={neighbour.id} className="row">
                <Checkbox
                  label={t('search.choose', { name: neighbour.caption })}
                  isSelected={picked.has(neighbour.id)}
                  onChange={() => setPicked(toggledIn(picked, neighbour.id))}
                />
                <EntityMark type={neighbour.type} size={18} />
                <span>{neighbour.caption}</span>
                <span className="grow" />
                <span className="faint">{[...new Set(neighbour.ties.map((tie) => kind(tie.kind)))].join(' · ')}</span>
              </li>
            ))}
          </ul>
          {isOpen && more && (
            <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetchingNextPage}>
              {t('common.more')}
            </Button>
          )}
        </>
      )}
    </Answered>
  );
}

/** One entry a neighbour, with more and heavier ties first. */
function neighboursOf(ties: readonly Tie[]): Neighbour[] {
  const found = new Map<string, Neighbour>();
  for (const tie of ties) {
    const held = found.get(tie.other.id);
    found.set(
      tie.other.id,
      held === undefined ? { ...tie.other, ties: [tie] } : { ...held, ties: [...held.ties, tie] },
    );
  }
  const weight = (neighbour: Neighbour) =>
    neighbour.ties.length * 1_000 + neighbour.ties.reduce((sum, tie) => sum + (tie.count ?? 1), 0);
  return [...found.values()].sort((a, b) => weight(b) - weight(a));
}
