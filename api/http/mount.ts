import type { Express, Request, Response } from 'express';
import type { Logger } from 'pino';
import { Forbidden, PowangError, StoreBusy, StoreUnavailable } from '../../model/errors.ts';
import type { Clock } from '../clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { requireRole, type Viewer, viewerOf } from '../services/access/viewer.ts';
import type { Answer } from './answers.ts';
import type { AuditQueue } from './auditQueue.ts';
import { entryOf } from './auditRecord.ts';
import { readBody } from './body.ts';
import { contextOf } from './context.ts';
import { credentialsOf, purposeOf, requireSameOrigin, unauthenticated } from './credentials.ts';
import type { Idempotency } from './idempotency.ts';
import type { Metrics } from './metrics.ts';
import { codeOf, problemAnswer } from './problems.ts';
import type { AuditNote, Route } from './route.ts';
import { send } from './send.ts';

export interface MountDeps {
  readonly ledger: Ledger;
  readonly audit: AuditQueue;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly idempotency: Idempotency;
  /** More requests than this at once are refused as busy. */
  readonly maxInFlight: number;
  /** Holds every JSON answer against its schema: for tests, not for service. */
  readonly checkAnswers: boolean;
}

export const prefix = '/api/v1';

/** Puts routes on Express. One request, step by step: who, may he, what for → body → handler → audit on disk → answer. */
export function mountRoutes(app: Express, routes: readonly Route[], deps: MountDeps): void {
  const paths = new Map<string, Route[]>();
  for (const route of routes) {
    const path = route.atRoot === true ? route.path : `${prefix}${route.path}`;
    paths.set(path, [...(paths.get(path) ?? []), route]);
  }
  // Literal segments go before parameters, so that no one has to think of the order of routes.
  const ordered = [...paths].sort(([a], [b]) => literalFirst(a, b));
  for (const [path, found] of ordered) {
    for (const route of found)
      app[route.method](path, (request, response) => answerRequest(route, deps, request, response));
    const allow = found
      .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
      .join(', ');
    app.all(path, (_request, response) => {
      response.set('Allow', allow);
      throw new PowangError('method_not_allowed', 'this path does not take that method');
    });
  }
}

const literalFirst = (a: string, b: string): number => {
  const rank = (path: string) =>
    path
      .split('/')
      .map((part) => (part.startsWith(':') ? '1' : '0'))
      .join('');
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
};

async function answerRequest(route: Route, deps: MountDeps, request: Request, response: Response): Promise<void> {
  const { language, requestId } = contextOf(request, response);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const noted: AuditNote[] = [];
  const reader: Reader = { viewer: null };
  let answer: Answer;
  let failure: unknown;
  deps.metrics.started();
  let counted = true;
  const ended = () => {
    if (counted) deps.metrics.ended();
    counted = false;
  };
  response.once('close', ended);
  try {
    // Health and the like answer whatever the load.
    if (route.atRoot !== true && deps.metrics.inFlight() > deps.maxInFlight)
      throw new StoreBusy('too many requests at once');
    admit(route, deps, request, reader);
    await readBody(route, request, response);
    const run = () =>
      route.run({
        viewer: reader.viewer,
        request,
        params: request.params,
        query: request.query,
        body: request.body,
        language,
        requestId,
        signal: gone.signal,
        note: (more) => noted.push(more),
      });
    answer = await once(route, deps.idempotency, request, reader.viewer, run);
    if (deps.checkAnswers) checkAnswer(route, answer);
  } catch (error) {
    failure = error;
    answer = problemAnswer(error, { language, requestId });
  }
  try {
    const noting = { viewer: reader.viewer, noted, failure, status: answer.status, params: request.params };
    const entry = entryOf(route, deps.clock.now(), noting);
    if (entry !== undefined) await deps.audit.record(entry);
  } catch (error) {
    // No log, no answer.
    failure = error;
    const known = error instanceof PowangError ? error : new StoreUnavailable('the audit record could not be written');
    answer = problemAnswer(known, { language, requestId });
  }
  if (failure !== undefined && codeOf(failure) === 'internal') logFailure(deps.log, requestId, failure);
  // A stream of events waits most of its life: it takes no one's turn.
  if (answer.kind === 'events') ended();
  send(response, answer, request.method === 'HEAD', gone.signal);
}

interface Reader {
  viewer: Viewer | null;
}

/** Fills in the reader as soon as he is known, so that a refusal after that is recorded under his name. */
function admit(route: Route, deps: MountDeps, request: Request, reader: Reader): void {
  const credentials = credentialsOf(request.headers);
  requireSameOrigin(request, credentials);
  if (route.guard === null) return;
  const session =
    credentials === undefined
      ? undefined
      : deps.ledger.sessions.find(credentials.token, deps.clock.now().toISOString());
  if (session === undefined) throw unauthenticated();
  // Practice never meets real data, whoever stored them and by whatever door.
  if (session.user.demonstration && !deps.ledger.batches.demonstrationOnly()) throw unauthenticated();
  const viewer = viewerOf(deps.ledger, deps.clock.today(), { user: session.user, purpose: null, account: null });
  reader.viewer = viewer;
  if (route.guard.roles !== undefined) requireRole(viewer.user, route.guard.roles);
  const purpose = purposeOf(request);
  reader.viewer = { ...viewer, purpose };
  const demanded = route.guard.data && route.guard.purpose !== 'inherited' && !viewer.user.demonstration;
  if (demanded && purpose === null)
    throw new Forbidden('purpose_required', 'name a case, a lead or a review in the Powang-Purpose header');
}

function once(
  route: Route,
  idempotency: Idempotency,
  request: Request,
  viewer: Viewer | null,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const key = request.headers['idempotency-key'];
  if (route.stores !== true || viewer === null || key === undefined) return run();
  const asked = {
    user: viewer.user.id,
    key: String(key),
    request: `${request.method} ${request.originalUrl}`,
    body: request.body,
  };
  return idempotency.once(asked, run);
}

function checkAnswer(route: Route, answer: Answer): void {
  const schema = route.responses[answer.status];
  if (schema === undefined) throw new TypeError(`${route.path} does not describe status ${answer.status}`);
  if (answer.kind === 'json' && schema !== null && typeof schema !== 'string')
    schema.parse(JSON.parse(JSON.stringify(answer.body)));
}

/** Names and places of an unforeseen error; its message may hold data and stays out. */
export function logFailure(log: Logger, requestId: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  log.error(
    { requestId, error: error instanceof Error ? error.name : typeof error, stack: stack.slice(0, 12) },
    'request failed',
  );
}
