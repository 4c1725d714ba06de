import { z } from 'zod';
import { bytes, ok } from './answers.ts';
import { docsPage, docsStyle } from './docsPage.ts';
import { openApiDocument } from './document.ts';
import { defineOpenRoute, type Route } from './route.ts';

/** The description of the interface, for programs and (without any script or outside request) for people. */
export function documentRoutes(routes: readonly Route[]): Route[] {
  const shared = { method: 'get', tags: ['operations'] } as const;
  const all: Route[] = [...routes];
  let made: ReturnType<typeof openApiDocument> | undefined;
  const document = () => {
    made ??= openApiDocument(all);
    return made;
  };
  const own = [
    defineOpenRoute({
      ...shared,
      path: '/openapi.json',
      summary: { zh: '接口说明（OpenAPI 3.1）', en: 'This description (OpenAPI 3.1)' },
      responses: { 200: z.record(z.string(), z.unknown()) },
      handler: () => ok(document()),
    }),
    defineOpenRoute({
      ...shared,
      path: '/docs',
      summary: { zh: '接口说明（网页）', en: 'This description as a page' },
      responses: { 200: 'text/html; charset=utf-8' },
      handler: ({ language }) => bytes('text/html; charset=utf-8', docsPage(all, language)),
    }),
    defineOpenRoute({
      ...shared,
      path: '/docs/style.css',
      summary: { zh: '网页样式', en: 'Style of the page' },
      responses: { 200: 'text/css; charset=utf-8' },
      handler: () => bytes('text/css; charset=utf-8', docsStyle),
    }),
  ];
  all.push(...own);
  return own;
}
