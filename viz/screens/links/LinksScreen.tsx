import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { linksQuery } from '../../client/links.ts';
import { officialsQuery } from '../../client/officials.ts';
import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Button } from '../../parts/controls.tsx';
import { EntityPicker } from '../../parts/EntityPicker.tsx';
import { useClocks, useUrlState } from '../../state/asOf.ts';
import { LinksTable } from './LinksTable.tsx';

/** Which officials are tied to which suspects: choose one side, the other, or both. */
export function LinksScreen() {
  const { t, number } = useWords();
  const { state, change } = useUrlState();
  const clocks = useClocks();
  useTitle('frame.links');
  const { official, suspect, unit, gang, kinds } = state;
  const isChosen = [official, suspect, unit, gang].some((one) => one !== undefined);
  const links = useQuery(linksQuery({ official, suspect, unit, gang, kinds }, clocks));
  const officials = useInfiniteQuery(officialsQuery(clocks));
  const known = officials.data?.pages[0];
  return (
    <div className="column wide">
      <h1>{t('frame.links')}</h1>
      <p className="faint">{t('links.how')}</p>
      {known !== undefined && (
        <p className="faint">
          {t(known.complete ? 'links.officialsN' : 'links.officialsAtLeast', { n: number(known.items.length) })}
        </p>
      )}
      <div className="pickers">
        <EntityPicker
          label={t('links.official')}
          standing="official"
          chosen={official ?? []}
          onChange={(ids) => change({ official: ids.length === 0 ? undefined : [...ids] })}
        />
        <EntityPicker
          label={t('links.unit')}
          type="PublicBody"
          one
          chosen={unit === undefined ? [] : [unit]}
          onChange={([id]) => change({ unit: id })}
        />
        <EntityPicker
          label={t('links.suspect')}
          standing="suspect"
          chosen={suspect ?? []}
          onChange={(ids) => change({ suspect: ids.length === 0 ? undefined : [...ids] })}
        />
        <EntityPicker
          label={t('links.gang')}
          type="Gang"
          one
          chosen={gang === undefined ? [] : [gang]}
          onChange={([id]) => change({ gang: id })}
        />
      </div>
      {isChosen && (
        <Button
          kind="quiet"
          onPress={() => change({ official: undefined, suspect: undefined, unit: undefined, gang: undefined })}
        >
          {t('common.clearFilters')}
        </Button>
      )}
      <Answered query={links}>
        {(answer) => (
          <>
            <CutNotice answer={answer} shown={answer.links.length} />
            <LinksTable links={answer.links} names={answer.names} />
          </>
        )}
      </Answered>
      <p className="faint fairness">{t('common.fairness')}</p>
    </div>
  );
}
