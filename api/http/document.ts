import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { prefix } from './mount.ts';
import { problemSchema } from './problemSchema.ts';
import { problems } from './problems.ts';
import type { Route } from './route.ts';
import { tags } from './tags.ts';

/** The OpenAPI 3.1 description, made from the routes themselves: what is not there is not served. */
export function openApiDocument(routes: readonly Route[]) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = `${route.atRoot === true ? '' : prefix}${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Powang 破网',
      version: '1',
      description:
        'Every error is application/problem+json. Lists say when they are cut. Idempotency-Key: answers are kept in memory for 24 hours, per user.',
    },
    servers: [{ url: '/' }],
    tags: Object.entries(tags).map(([name, words]) => ({ name, description: `${words.zh} · ${words.en}` })),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'powang_session' },
      },
    },
    paths,
  });
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const guard = route.guard;
  return {
    operationId: `${route.method}${route.path.replace(/[^A-Za-z0-9]+(\w)/g, (_all, letter: string) => letter.toUpperCase())}`,
    summary: route.summary.en,
    description: `${route.summary.zh}${guard?.roles === undefined ? '' : ` · ${guard.roles.join(', ')}`}`,
    tags: [...route.tags],
    security: guard === null ? [] : [{ bearer: [] }, { cookie: [] }],
    requestParams: {
      path: route.schemas.params,
      query: route.schemas.query,
      header: z.object({ ...route.schemas.headers.shape, ...standardHeaders(route) }),
    },
    ...bodyOf(route),
    responses: responsesOf(route),
  };
}

function standardHeaders(route: Route): Record<string, z.ZodType> {
  const purpose = z.string().optional().meta({
    description:
      'case:ID, lead:ID or review:TEXT (UTF-8, percent-encoded). Demanded outside the demonstration; always logged.',
  });
  const key = z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'The same key again gives the same answer, for 24 hours' });
  return {
    ...(route.guard?.data === true ? { 'Powang-Purpose': purpose } : {}),
    ...(route.stores === true ? { 'Idempotency-Key': key } : {}),
  };
}

function bodyOf(route: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (route.upload !== undefined) {
    const binary = { schema: { type: 'string' as const, format: 'binary' } };
    return {
      requestBody: { required: true, content: Object.fromEntries(route.upload.types.map((type) => [type, binary])) },
    };
  }
  if (route.schemas.body === null) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: route.schemas.body } } } };
}

function responsesOf(route: Route): ZodOpenApiResponsesObject {
  const refusals = [...new Set(Object.values(problems).map(({ status }) => status))].sort((a, b) => a - b);
  const entries = [
    ...refusals.map((status) => [
      status,
      { description: titlesOf(status), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
    ...Object.entries(route.responses).map(([status, schema]) => [
      status,
      { description: route.summary.en, ...contentOf(schema) },
    ]),
  ];
  return Object.fromEntries(entries);
}

const titlesOf = (status: number): string =>
  Object.entries(problems)
    .filter(([, problem]) => problem.status === status)
    .map(([code, { title }]) => `${code}: ${title.en}`)
    .join('; ');

function contentOf(schema: z.ZodType | string | null) {
  if (schema === null) return {};
  if (typeof schema === 'string') return { content: { [schema]: { schema: { type: 'string' as const } } } };
  return { content: { 'application/json': { schema } } };
}
