import { type Id, tieId } from '../../../model/ids.ts';
import { isEventKind } from '../../../model/standing/kinds.ts';
import { type TieKind, tieKindNames, tieKinds } from '../../../model/vocabulary/kinds.ts';
import type { TieItem } from './items.ts';

/** Several kinds share a type (a post and an employment, an owner and a holder of an account), and other tools keep the type alone.
 * A tie that we wrote bears the hash of its kind, ends and role: the kind whose hash it is, is its kind. */
export function kindOfOwn(item: TieItem, from: Id, to: Id): TieKind {
  const own = /^t[-_]([a-z2-7]{26})(?:\.|$)/.exec(item.key)?.[1];
  if (own === undefined) return item.kind;
  const matches = (kind: TieKind): boolean => tieId(kind, from, to, item.role) === `t_${own}`;
  return (
    tieKindNames.find((kind) => tieKinds[kind].type === item.type && !isEventKind(kind) && matches(kind)) ?? item.kind
  );
}
