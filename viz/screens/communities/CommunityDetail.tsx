import type { Community } from '../../client/communities.ts';
import type { Name } from '../../client/links.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../parts/controls.tsx';
import { EntityMark } from '../../parts/EntityMark.tsx';
import { EntityName } from '../../parts/EntityName.tsx';
import { useGo } from '../../state/asOf.ts';

const onBoardAtOnce = 60;

/** Who is listed of a group, by what the records say of them; the rest as a number. */
export function CommunityDetail({ community, names }: { community: Community; names: Readonly<Record<string, Name>> }) {
  const { t, value, number, types } = useWords();
  const go = useGo();
  const officials = new Set(community.officials ?? []);
  const suspects = new Set(community.suspects ?? []);
  const rest = community.members.map((member) => member.id).filter((id) => !officials.has(id) && !suspects.has(id));
  const seeds = inTurn([[...officials], [...suspects], rest]).slice(0, onBoardAtOnce);
  const groups = [
    { title: value('entityRole', 'official'), ids: [...officials], roles: ['official'] },
    { title: value('entityRole', 'suspect'), ids: [...suspects], roles: ['suspect'] },
    { title: types('Organization'), ids: rest, roles: [] },
  ];
  return (
    <div>
      <div className="three-columns">
        {groups.map(({ title, ids, roles }) => (
          <section key={title}>
            <h4>
              {title} {number(ids.length)}
            </h4>
            <ul className="plain-list">
              {ids.slice(0, 40).map((id) => (
                <li key={id} className="row">
                  <EntityMark type={names[id]?.type ?? 'Person'} roles={roles} size={18} />
                  <EntityName id={id} caption={names[id]?.caption} />
                </li>
              ))}
            </ul>
            {ids.length > 40 && <p className="faint">{t('common.andMore', { n: number(ids.length - 40) })}</p>}
          </section>
        ))}
      </div>
      <p className="faint">{t('communities.othersNote', { n: number(community.others) })}</p>
      <Button icon="board" isDisabled={seeds.length === 0} onPress={() => go('/board/new', { seed: seeds })}>
        {t('communities.onBoard', { n: number(seeds.length) })}
      </Button>
    </div>
  );
}

/** One of each list in turn, so that a cut leaves some of every kind. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  const turns = Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? []));
  return [...new Set(turns.flat())];
}
