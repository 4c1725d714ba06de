import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { assertionsAboutQuery } from '../../client/assertions.ts';
import { type Entity, entityQuery } from '../../client/entities.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { Button, TextField } from '../../parts/controls.tsx';
import { EntityMark } from '../../parts/EntityMark.tsx';
import { RoleTags } from '../../parts/RoleTags.tsx';
import { hideSelected, noteOn, pinSelected, removeSelected } from '../../screens/board/boardActs.ts';
import { useAddress, useClocks, useGo } from '../../state/asOf.ts';
import { noteKey } from '../../state/board/board.ts';
import { usePanel } from '../../state/board/panel.ts';
import { useBoard } from '../../state/board/store.ts';
import { useTrays } from '../../state/trays.ts';
import { AssertionList } from './AssertionList.tsx';
import { MergedProperties } from './MergedProperties.tsx';

/** One entity: what can be done with it, its merged view, then every assertion about it. */
export function EntityEvidence({ id, isOnBoard = false }: { id: string; isOnBoard?: boolean }) {
  const clocks = useClocks();
  const entity = useQuery(entityQuery(id, clocks));
  return (
    <Answered query={entity}>
      {(found) => (
        <article className="evidence">
          <EntityHead entity={found} />
          {isOnBoard && <BoardActs id={id} />}
          <MergedProperties entity={found} />
          <AssertionsAbout id={found.id} />
        </article>
      )}
    </Answered>
  );
}

export interface EntityHeadProps {
  readonly entity: Entity;
  /** Stands at the top of a page of its own. */
  readonly isPage?: boolean;
  readonly isOfficialPage?: boolean;
}
export function EntityHead({ entity, isPage = false, isOfficialPage = false }: EntityHeadProps) {
  const { t, type } = useWords();
  const address = useAddress();
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <header className="entity-head">
      <EntityMark type={entity.type} roles={entity.roles} size={30} />
      <div>
        <Heading>
          {isPage ? entity.caption : <Link href={address(`/entity/${entity.id}`)}>{entity.caption}</Link>}
        </Heading>
        <p>
          <span className="faint">{type(entity.type)}</span> <RoleTags roles={entity.roles} />
        </p>
        {entity.roles.includes('official') && !isOfficialPage && (
          <Link href={address(`/official/${entity.id}`)}>{t('entity.officialPage')}</Link>
        )}
      </div>
    </header>
  );
}

function BoardActs({ id }: { id: string }) {
  const { t } = useWords();
  const go = useGo();
  const show = usePanel((state) => state.show);
  const put = useTrays((state) => state.put);
  return (
    <>
      <div className="row acts">
        <Button icon="plus" kind="main" onPress={() => show('expand')}>
          {t('board.expand')}
        </Button>
        <Button onPress={() => go(`/entity/${id}/timeline`)}>{t('entity.timeline')}</Button>
        <Button onPress={() => put('a', [id])}>{t('search.toTrayA')}</Button>
        <Button onPress={() => put('b', [id])}>{t('search.toTrayB')}</Button>
        <Button onPress={pinSelected}>{t('board.pin')}</Button>
        <Button onPress={hideSelected}>{t('board.hide')}</Button>
        <Button onPress={removeSelected}>{t('board.remove')}</Button>
      </div>
      <Note id={id} />
    </>
  );
}

/** A note belongs to the board, not to the data, and says so. */
function Note({ id }: { id: string }) {
  const { t } = useWords();
  const stored = useBoard((state) => state.content[noteKey(id)]);
  const text = typeof stored === 'object' && stored !== null && 'text' in stored ? String(stored.text) : '';
  const [draft, setDraft] = useState(text);
  const keep = () => draft.trim() !== text && draft.trim() !== '' && noteOn(id, draft.trim());
  return (
    <div className="row note-field">
      <TextField label={t('evidence.note')} value={draft} onChange={setDraft} onEnter={keep} />
      <Button onPress={keep} isDisabled={draft.trim() === text || draft.trim() === ''}>
        {t('common.save')}
      </Button>
    </div>
  );
}

function AssertionsAbout({ id }: { id: string }) {
  const { t, number } = useWords();
  const clocks = useClocks();
  const query = useInfiniteQuery(assertionsAboutQuery(id, clocks));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section>
      <h3>{t('evidence.assertions', { n: number(items.length) + (query.hasNextPage ? '+' : '') })}</h3>
      <Answered query={query}>{() => <AssertionList assertions={items} />}</Answered>
      {query.hasNextPage && <Button onPress={() => void query.fetchNextPage()}>{t('common.more')}</Button>}
    </section>
  );
}
