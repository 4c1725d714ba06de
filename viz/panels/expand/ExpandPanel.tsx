import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isTieKind, tieFamilies, tieKinds } from '../../../model/vocabulary/kinds.ts';
import { entityQuery } from '../../client/entities.ts';
import type { Picture } from '../../client/subgraph.ts';
import { type TieCounts, tieCountsQuery } from '../../client/ties.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { Checkbox, Select } from '../../parts/controls.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { useClocks } from '../../state/asOf.ts';
import { toggledIn } from '../../state/board/filters.ts';
import { useBoard } from '../../state/board/store.ts';
import { Neighbours } from './Neighbours.tsx';

/** Expands the one chosen entity: families and kinds with exact counts, then its neighbours, twenty at a time. */
export function ExpandPanel({ picture }: { picture: Picture }) {
  const { t } = useWords();
  const selection = useBoard((state) => state.selection);
  const [id] = selection;
  if (id === undefined || selection.size > 1) return <Empty why={t('expand.chooseOne')} />;
  return <ExpandOne key={id} id={id} picture={picture} />;
}

type Side = 'include' | 'exclude' | 'only';

function ExpandOne({ id, picture }: { id: string; picture: Picture }) {
  const { t, number } = useWords();
  const clocks = useClocks();
  const counts = useQuery(tieCountsQuery(id, clocks));
  const entity = useQuery(entityQuery(id, clocks));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [side, setSide] = useState<Side>('include');
  return (
    <Answered query={counts}>
      {(found) => (
        <div className="expand">
          <h3>{t('expand.of', { name: entity.data?.caption ?? '', n: number(found.total) })}</h3>
          <KindChoice counts={found} left={left} onChange={setLeft} side={side} />
          <Select
            label={t('expand.side')}
            value={side}
            options={[
              { id: 'include', text: t('expand.both') },
              { id: 'exclude', text: t('common.private') },
              { id: 'only', text: t('common.duty') },
            ]}
            onChange={(chosen) => setSide(chosen === 'only' ? 'only' : chosen === 'exclude' ? 'exclude' : 'include')}
          />
          <Neighbours
            id={id}
            picture={picture}
            kinds={Object.keys(found.byKind).filter((kind) => !left.has(kind))}
            side={side}
            total={totalOf(found, left, side)}
          />
        </div>
      )}
    </Answered>
  );
}

const onSide = ({ private: own, duty }: { private: number; duty: number }, side: Side): number =>
  side === 'only' ? duty : side === 'exclude' ? own : own + duty;

function totalOf(counts: TieCounts, left: ReadonlySet<string>, side: Side): number {
  return Object.entries(counts.byKind).reduce(
    (sum, [kind, sides]) => (left.has(kind) ? sum : sum + onSide(sides, side)),
    0,
  );
}

interface KindChoiceProps {
  readonly counts: TieCounts;
  readonly left: ReadonlySet<string>;
  readonly side: Side;
  readonly onChange: (left: ReadonlySet<string>) => void;
}
function KindChoice({ counts, left, side, onChange }: KindChoiceProps) {
  const { t, kind, say, number } = useWords();
  const kinds = Object.entries(counts.byKind).filter(([, sides]) => onSide(sides, side) > 0);
  const byFamily = Object.keys(tieFamilies).map((family) =>
    kinds.filter(([name]) => isTieKind(name) && tieKinds[name].family === family),
  );
  return (
    <>
      {Object.values(tieFamilies).map(({ label }, index) => {
        const own = byFamily[index] ?? [];
        if (own.length === 0) return null;
        return (
          <fieldset key={label.en} className="family">
            <legend>{say(label)}</legend>
            {own.map(([name, sides]) => (
              <div key={name} className="row">
                <Checkbox isSelected={!left.has(name)} onChange={() => onChange(toggledIn(left, name))}>
                  {kind(name)}
                </Checkbox>
                <span className="grow" />
                <span>{number(sides.private)}</span>
                {sides.duty > 0 && <span className="faint">{t('expand.dutyCount', { n: number(sides.duty) })}</span>}
              </div>
            ))}
          </fieldset>
        );
      })}
    </>
  );
}
