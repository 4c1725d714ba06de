import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { searchQuery } from '../../client/entities.ts';
import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Button, Select } from '../../parts/controls.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { SearchBox } from '../../parts/SearchBox.tsx';
import { useClocks, useGo } from '../../state/asOf.ts';
import { useSearchWords } from '../../state/searchWords.ts';
import { useTrays } from '../../state/trays.ts';
import { HitRow } from './HitRow.tsx';

const types = [
  '',
  'Person',
  'Organization',
  'Company',
  'PublicBody',
  'Gang',
  'CourtCase',
  'Phone',
  'BankAccount',
  'Tender',
  'Operation',
];
const pauseMs = 250;

/** One box: a name of one character or more, pinyin, part of a number, a code, another name. */
export function SearchScreen() {
  const { t, types: plural } = useWords();
  const { words, setWords } = useSearchWords();
  const [type, setType] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(words);
  const go = useGo();
  const put = useTrays((state) => state.put);
  useTitle('frame.search');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [words]);
  const hits = useInfiniteQuery(searchQuery({ q: asked, ...(type === '' ? {} : { type }) }, useClocks()));
  const rows = useDeferredValue(hits.data?.pages.flatMap((page) => page.items) ?? []);
  const last = hits.data?.pages.at(-1);
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <div className="column">
      <h1 className="hidden-text">{t('frame.search')}</h1>
      <div className="row search-head" id="search-box">
        <SearchBox
          label={t('search.box')}
          value={words}
          onChange={setWords}
          onSubmit={() => setAsked(words.trim())}
          autoFocus
        />
        <Select
          label={t('search.type')}
          hideLabel
          value={type === '' ? 'any' : type}
          options={types.map((id) => ({
            id: id === '' ? 'any' : id,
            text: id === '' ? t('search.anyType') : plural(id),
          }))}
          onChange={(id) => setType(id === 'any' ? '' : id)}
        />
      </div>
      <div className="row acts">
        <span className="faint">{t('search.chosen', { n: chosen.size })}</span>
        <Button
          icon="board"
          kind="main"
          isDisabled={chosen.size === 0}
          onPress={() => go('/board/new', { seed: [...chosen] })}
        >
          {t('search.toBoard')}
        </Button>
        <Button isDisabled={chosen.size === 0} onPress={() => put('a', [...chosen])}>
          {t('search.toTrayA')}
        </Button>
        <Button isDisabled={chosen.size === 0} onPress={() => put('b', [...chosen])}>
          {t('search.toTrayB')}
        </Button>
        <TrayCounts />
      </div>
      {asked === '' && <Empty why={t('search.how')} />}
      {hits.error !== null && <ProblemNotice error={hits.error} onRetry={() => void hits.refetch()} />}
      {asked !== '' && hits.isPending && <Loading rows={8} what={t('search.searching')} />}
      {hits.data !== undefined && rows.length === 0 && <Empty why={t('search.none')} />}
      <CutNotice answer={last?.nextCursor === null ? last : undefined} shown={rows.length} />
      <ul className="plain-list hits">
        {rows.map((hit) => (
          <HitRow
            key={hit.id}
            hit={hit}
            words={asked}
            isChosen={chosen.has(hit.id)}
            onChoose={(isChosen) => choose(hit.id, isChosen)}
          />
        ))}
      </ul>
      {hits.hasNextPage && (
        <Button onPress={() => void hits.fetchNextPage()} isDisabled={hits.isFetchingNextPage}>
          {t('common.more')}
        </Button>
      )}
    </div>
  );
}

function TrayCounts() {
  const { t } = useWords();
  const { a, b } = useTrays();
  if (a.length + b.length === 0) return null;
  return <span className="faint">{t('search.trays', { a: a.length, b: b.length })}</span>;
}
