import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { InvalidInput, NotFound, PowangError } from '../model/errors.ts';
import type { Clock } from './clock.ts';
import { createAuditQueue } from './http/auditQueue.ts';
import { contextOf } from './http/context.ts';
import { documentRoutes } from './http/documentRoutes.ts';
import { createIdempotency } from './http/idempotency.ts';
import type { Metrics } from './http/metrics.ts';
import { logFailure, mountRoutes } from './http/mount.ts';
import { codeOf, problemAnswer } from './http/problems.ts';
import type { Route } from './http/route.ts';
import { securityHeaders } from './http/securityHeaders.ts';
import { send } from './http/send.ts';
import { mountViewer } from './http/viewerFiles.ts';
import type { Ledger } from './ledger/ledger.ts';

export interface AppDeps {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** `allRoutes(deps)`. */
  readonly routes: readonly Route[];
  /** The built viewer; null serves the interface alone. */
  readonly viewerFolder: string | null;
  readonly maxInFlight?: number;
  /** Holds every answer against its schema: for tests. */
  readonly checkAnswers?: boolean;
}

/** The whole HTTP side, listening to nothing. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use((request: Request, response: Response, next: NextFunction) => {
    const { requestId } = contextOf(request, response);
    response.set(securityHeaders).set('X-Request-Id', requestId);
    watch(deps, request, response, requestId);
    next();
  });
  mountRoutes(app, [...deps.routes, ...documentRoutes(deps.routes)], {
    ledger: deps.ledger,
    audit: createAuditQueue(deps.ledger.audit),
    clock: deps.clock,
    log: deps.log,
    metrics: deps.metrics,
    idempotency: createIdempotency(deps.clock),
    maxInFlight: deps.maxInFlight ?? 200,
    checkAnswers: deps.checkAnswers ?? false,
  });
  if (deps.viewerFolder !== null) mountViewer(app, deps.viewerFolder);
  app.use(() => {
    throw new NotFound();
  });
  // Express takes a function of four for its error handler; its own would print the stack.
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const context = contextOf(request, response);
    const known = asKnown(error);
    if (codeOf(known) === 'internal') logFailure(deps.log, context.requestId, known);
    send(response, problemAnswer(known, context), request.method === 'HEAD', new AbortController().signal);
  });
  return app;
}

/** Express's own refusals: a path that cannot be decoded, a file that may not be served. */
function asKnown(error: unknown): unknown {
  if (error instanceof URIError) return new InvalidInput('path', 'not a readable path');
  if (!(error instanceof PowangError) && error instanceof Error && 'status' in error && Number(error.status) < 500)
    return new NotFound();
  return error;
}

/** One line an answer: no path (it holds ids), no query, no name. */
function watch({ log, metrics }: AppDeps, request: Request, response: Response, requestId: string): void {
  const started = process.hrtime.bigint();
  response.once('close', () => {
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    metrics.answered(response.statusCode, seconds);
    const route: unknown = request.route?.path;
    log.info(
      {
        requestId,
        method: request.method,
        route: typeof route === 'string' ? route : null,
        status: response.statusCode,
        ms: Math.round(seconds * 1000),
      },
      'answered',
    );
  });
}
