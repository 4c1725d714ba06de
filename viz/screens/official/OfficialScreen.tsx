import { useQuery } from '@tanstack/react-query';
import { type OfficialPage, officialQuery } from '../../client/officials.ts';
import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { EntityHead } from '../../panels/evidence/EntityEvidence.tsx';
import { MergedProperties } from '../../panels/evidence/MergedProperties.tsx';
import { Answered } from '../../parts/Answered.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Button } from '../../parts/controls.tsx';
import { useClocks, useGo } from '../../state/asOf.ts';
import { LinksTable } from '../links/LinksTable.tsx';
import { Coverage } from './Coverage.tsx';
import { Decisions } from './Decisions.tsx';
import { Posts } from './Posts.tsx';

/** One official: posts in time, ties to suspects with duty apart, decisions against peers, what was not obtained, what would clear. */
export function OfficialScreen({ id }: { id: string }) {
  const query = useQuery(officialQuery(id, useClocks()));
  useTitle('official.page');
  return (
    <div className="column">
      <Answered query={query}>{(page) => <Page page={page} />}</Answered>
    </div>
  );
}

function Page({ page }: { page: OfficialPage }) {
  const { t, say, value } = useWords();
  const go = useGo();
  const { official, posts, links, decisions, disclosures, clears, names } = page;
  const near = links.flatMap((link) => [...link.private, ...link.duty].flatMap((path) => path.entities));
  return (
    <>
      <EntityHead entity={official} isPage isOfficialPage />
      <div className="row acts">
        <Button
          icon="board"
          kind="main"
          onPress={() => go('/board/new', { seed: [...new Set([official.id, ...near])].slice(0, 40) })}
        >
          {t('search.toBoard')}
        </Button>
        <Button onPress={() => go(`/entity/${official.id}/ties`)}>{t('entity.ties')}</Button>
        <Button onPress={() => go(`/entity/${official.id}/timeline`)}>{t('entity.timeline')}</Button>
      </div>
      <MergedProperties entity={official} />
      <h2>{t('official.posts')}</h2>
      <Posts posts={posts} />
      <h2>{t('official.links')}</h2>
      <CutNotice answer={page} shown={links.length} />
      <LinksTable links={links} names={names} hideOfficial />
      <h2>{t('official.decisions')}</h2>
      <Decisions strips={decisions} names={names} />
      <h2>{t('official.coverage')}</h2>
      <Coverage coverage={page.coverage} />
      <h2>{t('official.disclosures')}</h2>
      {disclosures.length === 0 ? (
        <p className="faint">{t('official.noDisclosures')}</p>
      ) : (
        <ul>
          {disclosures.map((one) => (
            <li key={`${one.kind}${one.at}${one.note}`}>
              {value('disclosureKind', one.kind)} · {one.at ?? t('common.unknownDate')} {one.note ?? ''}
            </li>
          ))}
        </ul>
      )}
      <h2>{t('official.clears')}</h2>
      <ul>
        {clears.map((words) => (
          <li key={words.en}>{say(words)}</li>
        ))}
      </ul>
      <p className="faint fairness">{t('common.fairness')}</p>
    </>
  );
}
