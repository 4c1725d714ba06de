import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { type Language, languageOf } from './language.ts';

/** Language and request id of one request; the id is our own, never the client's. */
export function contextOf(request: Request, response: Response): { language: Language; requestId: string } {
  const known: unknown = response.locals.requestId;
  const requestId = typeof known === 'string' ? known : randomBytes(9).toString('base64url');
  response.locals.requestId = requestId;
  return { language: languageOf(request.headers['accept-language']), requestId };
}
