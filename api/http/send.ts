import type { Response } from 'express';
import { Cancelled } from '../../model/errors.ts';
import type { Answer, Subscribe } from './answers.ts';

const keepAliveMs = 15_000;

/** Puts an answer on the wire. Everything below the prefix is never stored by a browser or proxy. */
export function send(response: Response, answer: Answer, headOnly: boolean, gone: AbortSignal): void {
  if (response.destroyed) return;
  response.status(answer.status).set('Cache-Control', 'no-store').set(answer.headers);
  if (answer.kind === 'json') {
    if (!response.hasHeader('Content-Type')) response.set('Content-Type', 'application/json; charset=utf-8');
    response.send(Buffer.from(JSON.stringify(answer.body)));
  } else if (answer.kind === 'bytes') {
    response.send(Buffer.from(answer.body));
  } else if (answer.kind === 'empty' || headOnly) {
    response.end();
  } else if (answer.kind === 'events') {
    sendEvents(response, answer.subscribe);
  } else {
    answer.write(response, gone).then(
      () => response.end(),
      // The head is gone already: a broken line is the only honest end.
      () => response.destroy(new Cancelled()),
    );
  }
}

function sendEvents(response: Response, subscribe: Subscribe): void {
  response.flushHeaders();
  const keepAlive = setInterval(() => response.write(': still here\n\n'), keepAliveMs);
  const stop = subscribe({
    send: (event, data) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => response.end(),
  });
  response.once('close', () => {
    clearInterval(keepAlive);
    stop();
  });
}
