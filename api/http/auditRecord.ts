import type { AuditEntry } from '../ledger/ledger.ts';
import type { Viewer } from '../services/access/viewer.ts';
import { codeOf } from './problems.ts';
import type { AuditNote, Route } from './route.ts';

/** What a request was, for the audit: data reads, every change, and what of them was refused. A request
 * without a session is recorded only where it tries to get one: strangers cannot fill the disk otherwise. */
export function entryOf(
  route: Route,
  at: Date,
  asked: { viewer: Viewer | null; noted: readonly AuditNote[]; failure: unknown; status: number; params: unknown },
): AuditEntry | undefined {
  const { viewer, noted, failure, status } = asked;
  if (!route.audited || (route.guard !== null && viewer === null)) return undefined;
  const notedPurpose = noted.map(({ purpose }) => purpose).findLast((purpose) => purpose !== undefined);
  return {
    at: at.toISOString(),
    user: viewer?.user.id ?? noted.map(({ user }) => user).findLast((user) => user !== undefined) ?? '',
    account: viewer?.account ?? null,
    action: `${route.method.toUpperCase()} ${route.path}`,
    purpose: viewer?.purpose ?? notedPurpose ?? null,
    subjects: [...new Set([...paramsOf(asked.params), ...noted.flatMap(({ subjects }) => subjects ?? [])])],
    outcome: outcomeOf(failure),
    detail: {
      ...Object.assign({}, ...noted.map(({ detail }) => detail ?? {})),
      status,
      ...(failure === undefined ? {} : { code: codeOf(failure) }),
    },
  };
}

function outcomeOf(failure: unknown): AuditEntry['outcome'] {
  if (failure === undefined) return 'ok';
  const code = codeOf(failure);
  return code === 'internal' || code === 'store_unavailable' || code === 'engine_unavailable' ? 'failed' : 'refused';
}

/** Ids in the path; anything longer than an id could be is cut, the log is no place to write essays in. */
function paramsOf(params: unknown): string[] {
  if (params === null || typeof params !== 'object') return [];
  return Object.values(params).flatMap((value) => (typeof value === 'string' ? [value.slice(0, 200)] : []));
}
