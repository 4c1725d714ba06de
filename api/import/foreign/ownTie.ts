import type { Ends } from '../../../model/assertion.ts';
import { type Id, tieId } from '../../../model/ids.ts';
import { isEventKind } from '../../../model/standing/kinds.ts';
import { tieKindNames, tieKinds } from '../../../model/vocabulary/kinds.ts';
import type { TieItem } from './items.ts';

/** Which tie an item is. Several kinds share a type (a post and an employment, an owner and a holder of an account), and other
 * tools keep the type alone, or drop a role. A tie that we wrote bears the hash of its kind, ends and role: those whose hash it
 * is are its own. */
export function endsOf(item: TieItem, from: Id, to: Id): Ends {
  const given: Ends = { kind: item.kind, from, to, role: item.role };
  const own = /^t[-_]([a-z2-7]{26})(?:\.|$)/.exec(item.key)?.[1];
  if (own === undefined) return given;
  for (const kind of tieKindNames) {
    if (isEventKind(kind) || (tieKinds[kind].type !== item.type && kind !== item.kind)) continue;
    for (const role of new Set([item.role, '']))
      if (tieId(kind, from, to, role) === `t_${own}`) return { kind, from, to, role };
  }
  return given;
}
