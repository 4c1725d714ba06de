import { PassThrough, type Readable, Transform } from 'node:stream';
import express, { type Request, type Response } from 'express';
import { InvalidInput, PowangError } from '../../model/errors.ts';
import { jsonLimitBytes } from './bounds.ts';
import type { Route } from './route.ts';

const readJson = express.json({ limit: jsonLimitBytes, inflate: false, type: () => true });
const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
/** A body that is not an upload has to be here by then. */
export const bodyTimeoutMs = 30_000;

/** Reads a JSON body, or checks what an upload says of itself; bodies nobody asked for are left alone. */
export async function readBody(route: Route, request: Request, response: Response): Promise<void> {
  const bodied =
    Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  const type = request.headers['content-type'] ?? '';
  if (route.upload !== undefined) {
    if (!route.upload.types.some((known) => known === '*/*' || type.toLowerCase().startsWith(known)))
      throw unsupported();
    if (Number(request.headers['content-length'] ?? 0) > route.upload.limitBytes) throw tooLarge();
    return;
  }
  if (route.schemas.body === null || !bodied) return;
  if (!jsonType.test(type)) throw unsupported();
  const slow = setTimeout(() => request.destroy(), bodyTimeoutMs);
  try {
    await new Promise<void>((resolve, reject) => {
      readJson(request, response, (error: unknown) => (error === undefined ? resolve() : reject(bodyError(error))));
    });
  } finally {
    clearTimeout(slow);
  }
}

/** The bytes of an upload; breaks off with too_large past its limit, whatever the headers said. */
export function uploadOf(request: Readable, limitBytes: number | undefined): Readable {
  if (limitBytes === undefined) return new PassThrough().end();
  let seen = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limitBytes) done(tooLarge());
      else done(null, chunk);
    },
  });
  request.once('error', (error) => counted.destroy(error));
  request.once('close', () => {
    if (!counted.writableEnded) counted.destroy(new PowangError('cancelled', 'the upload broke off'));
  });
  return request.pipe(counted);
}

const unsupported = () => new PowangError('unsupported_media', 'this content type is not taken here');
const tooLarge = () => new PowangError('too_large', 'the body is over the size limit');

/** body-parser's own errors, by ours. */
export function bodyError(error: unknown): unknown {
  if (!(error instanceof Error) || !('type' in error)) return error;
  if (error.type === 'entity.too.large') return tooLarge();
  if (error.type === 'encoding.unsupported' || error.type === 'charset.unsupported') return unsupported();
  if (error.type === 'entity.parse.failed') return new InvalidInput('body', 'not JSON', 'bad_json');
  return new InvalidInput('body', 'the body could not be read', 'bad_body');
}
