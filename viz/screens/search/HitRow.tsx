import { Link } from 'wouter';
import type { Hit } from '../../client/entities.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Checkbox } from '../../parts/controls.tsx';
import { EntityMark } from '../../parts/EntityMark.tsx';
import { Marked } from '../../parts/Marked.tsx';
import { RoleTags } from '../../parts/RoleTags.tsx';
import { useAddress } from '../../state/asOf.ts';

export interface HitRowProps {
  readonly hit: Hit;
  readonly words: string;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}
/** A hit: what it is, its name with the words found marked, and what tells it from its namesakes. */
export function HitRow({ hit, words, isChosen, onChoose }: HitRowProps) {
  const { t, type, property } = useWords();
  const address = useAddress();
  const { hint, match } = hit;
  const birth = hint?.birthYear == null ? null : t('search.born', { year: String(hint.birthYear) });
  const apart = [birth, hint?.post, hint?.area].filter((part) => part != null && part !== '');
  const isByName = match == null || match.field === 'name' || match.field === '';
  return (
    <li className="hit">
      <Checkbox isSelected={isChosen} onChange={onChoose} label={t('search.choose', { name: hit.caption })} />
      <EntityMark type={hit.type} roles={hit.roles} />
      <div className="hit-text">
        <p>
          <Link href={address(`/entity/${hit.id}`)}>
            <Marked text={hit.caption} words={words} />
          </Link>{' '}
          <span className="faint">{type(hit.type)}</span> <RoleTags roles={hit.roles} />
        </p>
        <p className="faint">
          {apart.length > 0 ? apart.join(' · ') : hit.key}
          {!isByName && (
            <>
              {' · '}
              {t('search.matched', { field: property(hit.type, match.field) })}{' '}
              <Marked text={match.value} words={words} />
            </>
          )}
        </p>
      </div>
    </li>
  );
}
