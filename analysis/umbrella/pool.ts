import type { Id } from '../../model/ids.ts';
import type { Context } from './context.ts';
import { groupBy, push } from './context.ts';
import type { Group } from './groups.ts';
import { rules } from './rules.ts';

export type PoolReason = 'decided' | 'remit' | 'aware' | 'near';
export interface Pool {
  /** Official → the groups for which a door opened, each with its doors. */
  readonly members: ReadonlyMap<Id, ReadonlyMap<Id, ReadonlySet<PoolReason>>>;
  readonly officials: number;
  /** Officials who are protected people: not scored. */
  readonly protectedOfficials: number;
  /** People in contact with so many that no way was counted through them. */
  readonly hubs: number;
}

const privateKinds: ReadonlySet<string> = new Set(['kin', 'spouse', 'owner', 'nominee']);

/** Officials who decided in a gang's cases, whose area or remit covers its business, who knew of an operation against it, or who
 * are within two private ties of it: kin, marriage, shares, money, calls, co-presence. Home town, class, household and tips open
 * no door. Nobody protected stands in the middle of a way, and no hub. Cost linear in ties and contacts. */
export function findPool(context: Context): Pool {
  const members = new Map<Id, Map<Id, Set<PoolReason>>>();
  const scored = context.facts.officials.filter((one) => !context.protectedPeople.has(one.id));
  const scoredIds = new Set(scored.map((one) => one.id));
  const hubs = new Set(
    context.facts.circles.filter((one) => one.partners > rules.pool.hubPartners).map((one) => one.person),
  );
  const open = (official: Id | null, group: Group, reason: PoolReason): void => {
    if (official === null || !scoredIds.has(official)) return;
    const doors = members.get(official) ?? new Map<Id, Set<PoolReason>>();
    members.set(official, doors);
    doors.set(group.id, (doors.get(group.id) ?? new Set()).add(reason));
  };

  const knowers = groupBy(context.facts.awareness, (one) => one.operation);
  for (const group of context.groups) {
    for (const decision of context.facts.decisions) {
      if (!group.cases.has(decision.caseId)) continue;
      open(decision.handler, group, 'decided');
      open(decision.approver, group, 'decided');
    }
    for (const official of scored) {
      const covers = official.posts.some(
        (post) =>
          (post.area !== null && group.areas.has(post.area)) || post.remit.some((matter) => group.sectors.has(matter)),
      );
      if (covers) open(official.id, group, 'remit');
    }
    for (const operation of operationsAgainst(context, group)) {
      for (const knower of knowers.get(operation.id) ?? []) open(knower.person, group, 'aware');
    }
  }

  const near = privateNeighbours(context);
  for (const group of context.groups) {
    const firstStep = new Set<Id>();
    for (const member of group.members) {
      for (const other of near.get(member) ?? []) {
        open(other, group, 'near');
        if (!context.protectedPeople.has(other) && !hubs.has(other)) firstStep.add(other);
      }
    }
    for (const official of scored) {
      if ((near.get(official.id) ?? []).some((other) => firstStep.has(other))) open(official.id, group, 'near');
    }
  }
  return {
    members,
    officials: context.facts.officials.length,
    protectedOfficials: context.facts.officials.length - scored.length,
    hubs: hubs.size,
  };
}

export function operationsAgainst(context: Context, group: Group) {
  return context.facts.operations.filter((one) =>
    one.targets.some((target) => target === group.gangId || group.memberSet.has(target)),
  );
}

function privateNeighbours(context: Context): Map<Id, Id[]> {
  const near = new Map<Id, Id[]>();
  const join = (a: Id, b: Id): void => {
    push(near, a, b);
    push(near, b, a);
  };
  for (const tie of context.facts.ties) if (privateKinds.has(tie.kind)) join(tie.from, tie.to);
  for (const contact of [...context.facts.contacts, ...context.facts.suspectContacts])
    if (contact.count > 0) join(contact.person, contact.other);
  return near;
}
