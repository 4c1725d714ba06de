import { resolve } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';

const hashedName = /[/\\]assets[/\\]/;

/** The built viewer. Files named by their content are kept for good; the page that names them is asked for every time. Every
 * other path outside the interface is the viewer's own and gets its page. */
export function mountViewer(app: Express, folder: string): void {
  const root = resolve(folder);
  app.use(
    express.static(root, {
      index: false,
      etag: true,
      redirect: false,
      dotfiles: 'ignore',
      setHeaders: (response: Response, path: string) => {
        response.setHeader('Cache-Control', hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && !/^\/(?:api|assets)(?:\/|$)/.test(request.path);
    if (!isPage) return next();
    response.sendFile(
      'index.html',
      { root, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } },
      (error) => {
        // No page was built: the path is simply not there.
        if (error !== undefined && error !== null && !response.headersSent) next();
      },
    );
  });
}
