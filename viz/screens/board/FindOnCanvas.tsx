import { type RefObject, useRef, useState } from 'react';
import type { Engine } from '../../canvas/engine.ts';
import type { Picture } from '../../client/subgraph.ts';
import { useWords } from '../../i18n/useWords.ts';
import { SearchBox } from '../../parts/SearchBox.tsx';
import { usePanel } from '../../state/board/panel.ts';
import { useBoard } from '../../state/board/store.ts';

/** Finds among what stands on the board, by name or pinyin; Enter selects what was found and shows it. */
export function FindOnCanvas({ picture, engine }: { picture: Picture; engine: RefObject<Engine | null> }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const latest = useRef('');
  const setFound = usePanel((state) => state.setFound);
  const found = usePanel((state) => state.found);
  const select = useBoard((state) => state.select);
  const find = async (words: string) => {
    setText(words);
    latest.current = words;
    // The table of readings is large; it comes when somebody types for the first time.
    const { matches } = await import('./pinyinMatch.ts');
    if (latest.current !== words) return;
    const hits = [...picture.entities.values()].filter(({ caption }) => matches(caption, words));
    setFound(new Set(hits.map((entity) => entity.id)));
  };
  const take = () => {
    if (found.size === 0) return;
    select(found);
    engine.current?.fit(found);
  };
  return (
    <div className="find" id="find-box">
      <SearchBox label={t('board.find')} value={text} onChange={(words) => void find(words)} onSubmit={take} />
      {text !== '' && <span className="faint">{t('board.found', { n: found.size })}</span>}
    </div>
  );
}
