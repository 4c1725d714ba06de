import { useQuery } from '@tanstack/react-query';
import type { Scene, SceneLine } from '../../canvas/scene.ts';
import { type Tie, tiesOf } from '../../client/ties.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { EntityName } from '../../parts/EntityName.tsx';
import { useClocks } from '../../state/asOf.ts';
import { TieEvidence } from './TieEvidence.tsx';

const most = 500;

/** All ties of one pair on one side (private or duty): each with its sources, or with the rows it is folded from. */
export function LineEvidence({ line, scene }: { line: SceneLine; scene: Scene }) {
  const { t } = useWords();
  const clocks = useClocks();
  const name = (id: string) => scene.nodes.get(id)?.caption;
  // Asked from the end with fewer ties: a hub's list may be longer than one page.
  const quieter = (scene.nodes.get(line.from)?.more ?? 0) <= (scene.nodes.get(line.to)?.more ?? 0);
  const [near, far] = quieter ? [line.from, line.to] : [line.to, line.from];
  const kinds = [...new Set(line.ties.map((tie) => tie.kind))].sort();
  const query = useQuery({
    queryKey: ['line', near, far, line.duty, kinds, clocks],
    queryFn: ({ signal }) => tiesBetween(near, far, kinds, signal),
  });
  async function tiesBetween(from: string, to: string, asked: readonly string[], signal: AbortSignal) {
    const page = await tiesOf(
      from,
      { kinds: asked, limit: most, duty: line.duty ? 'only' : 'exclude' },
      clocks,
      signal,
    );
    return { ...page, items: page.items.filter((tie) => tie.other.id === to) };
  }
  return (
    <article className="evidence">
      <header>
        <h2>
          <EntityName id={line.from} caption={name(line.from)} /> — <EntityName id={line.to} caption={name(line.to)} />
        </h2>
        <p className="tag">{t(line.duty ? 'evidence.dutySide' : 'evidence.privateSide')}</p>
      </header>
      <Answered query={query}>
        {(page) => (
          <>
            {page.items.length < line.ties.length && <CutNotice answer={page} shown={page.items.length} />}
            {page.items.length === 0 && page.complete && <Empty why={t('evidence.notNow')} />}
            {page.items.map((tie: Tie) => (
              <TieEvidence key={tie.id} tie={tie} />
            ))}
          </>
        )}
      </Answered>
    </article>
  );
}
