import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Uploads take long; every other body has its own 30 seconds (body.ts). */
const uploadTimeoutMs = 30 * 60_000;

export function createHttpServer(app: RequestListener): Server {
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: uploadTimeoutMs, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 },
    app,
  );
  // What is no HTTP at all never reaches a route; it is answered as a problem all the same.
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return;
    const body =
      '{"type":"urn:powang:problem:invalid_input","title":"The input is not valid","status":400,"detail":"not HTTP","code":"invalid_input","requestId":"","errors":[]}';
    socket.end(
      `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
  return server;
}

export function listen(server: Server, at: { host: string; port: number }): Promise<AddressInfo> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(at.port, at.host, () => {
      server.off('error', failed);
      const address = server.address();
      if (address === null || typeof address === 'string') failed(new Error('the server has no address'));
      else done(address);
    });
  });
}

/** Takes no more connections, lets what runs end, and after `graceMs` ends what has not. */
export function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((done) => {
    const hard = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(hard);
      done();
    });
    server.closeIdleConnections();
  });
}
