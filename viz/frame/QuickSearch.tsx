import { useState } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../i18n/useWords.ts';
import { SearchBox } from '../parts/SearchBox.tsx';
import { useGo } from '../state/asOf.ts';
import { useSearchWords } from '../state/searchWords.ts';

/** The box in the top bar. Words go through memory to the search page, never through the address. */
export function QuickSearch() {
  const { t } = useWords();
  const [path] = useLocation();
  const go = useGo();
  const setWords = useSearchWords((state) => state.setWords);
  const [text, setText] = useState('');
  if (path === '/search') return null;
  const search = () => {
    if (text.trim() === '') return;
    setWords(text.trim());
    setText('');
    go('/search');
  };
  return (
    <div className="quick-search" id="search-box">
      <SearchBox label={t('search.box')} value={text} onChange={setText} onSubmit={search} />
    </div>
  );
}
