import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { NotFound, PowangError } from '../../model/errors.ts';
import type { Words } from '../../model/vocabulary/words.ts';
import type { Role } from '../ledger/ledger.ts';
import type { Viewer } from '../services/access/viewer.ts';
import type { Answer } from './answers.ts';
import { uploadOf } from './body.ts';
import { refuseHostile } from './hostile.ts';
import type { Language } from './language.ts';
import { parseAt } from './parse.ts';
import { looseObjects } from './strict.ts';
import type { Tag } from './tags.ts';

/** A route, described once: Express, the checks at the door and the OpenAPI document are made from it. */
export type Shape = Readonly<Record<string, z.ZodType>>;
type Empty = Readonly<Record<never, z.ZodType>>;
type Parsed<Given extends Shape> = z.output<z.ZodObject<Given>>;
export type Method = 'get' | 'post' | 'patch' | 'delete';

interface Described {
  readonly method: Method;
  /** Express form, `/boards/:id`, below `/api/v1`. */
  readonly path: string;
  readonly summary: Words;
  readonly tags: readonly [Tag, ...Tag[]];
  /** By status: the JSON schema, or the content type of anything else; null is an answer without a body. */
  readonly responses: Readonly<Record<number, z.ZodType | string | null>>;
  /** Recorded in the audit before the answer leaves; what reads data or changes anything always is. */
  readonly audit?: boolean;
  /** Stands at the root, outside `/api/v1` (operations). */
  readonly atRoot?: boolean;
  /** A POST that stores: takes an `Idempotency-Key`. */
  readonly stores?: boolean;
  /** The body is bytes, given to the handler as `upload`; bounds itself by `limitBytes`. */
  readonly upload?: { readonly types: readonly string[]; readonly limitBytes: number };
}
export interface GuardedOptions {
  /** A row of `whoMay`; absent: whoever is signed in. */
  readonly roles?: readonly Role[];
  /** Reads or writes data: needs a purpose (outside the demonstration) and an audit record. */
  readonly data: boolean;
  /** A browser's stream, download or print page can send no header: the handler notes the purpose of the run it opens. */
  readonly purpose?: 'demanded' | 'inherited';
}
interface Schemas<Params extends Shape, Query extends Shape, Body extends z.ZodType> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Request headers, by their lower-case name. */
  readonly headers?: Readonly<Record<string, z.ZodType<string | undefined, string | undefined>>>;
}

/** What a handler is given. */
export interface Asked<Params = unknown, Query = unknown, Body = unknown, Reader = Viewer> {
  readonly viewer: Reader;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly language: Language;
  readonly requestId: string;
  /** Aborts when the client went away. */
  readonly signal: AbortSignal;
  readonly upload: Readable;
  readonly header: (name: string) => string | undefined;
  readonly remoteAddress: string;
  /** Adds to the audit record of this request: whom it was about, what it came to. */
  readonly note: (more: AuditNote) => void;
}
export interface AuditNote {
  readonly user?: string;
  readonly purpose?: string | null;
  readonly subjects?: readonly string[];
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What came in, before any schema looked at it. */
export interface RawAsked {
  readonly viewer: Viewer | null;
  readonly request: IncomingMessage;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly language: Language;
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly note: (more: AuditNote) => void;
}
export interface Route extends Described {
  /** null: no session needed. */
  readonly guard: GuardedOptions | null;
  readonly audited: boolean;
  readonly schemas: {
    readonly params: z.ZodObject;
    readonly query: z.ZodObject;
    readonly headers: z.ZodObject;
    readonly body: z.ZodType | null;
  };
  readonly run: (asked: RawAsked) => Promise<Answer>;
}

/** A route for whoever is signed in (and has one of `roles`). */
export function defineRoute<
  Params extends Shape = Empty,
  Query extends Shape = Empty,
  Body extends z.ZodType = z.ZodUndefined,
>(
  options: Described &
    GuardedOptions &
    Schemas<Params, Query, Body> & {
      handler: (asked: Asked<Parsed<Params>, Parsed<Query>, z.output<Body>>) => Answer | Promise<Answer>;
    },
): Route {
  const { roles, data, purpose } = options;
  const guard = { ...(roles === undefined ? {} : { roles }), data, ...(purpose === undefined ? {} : { purpose }) };
  return build(options, guard, (viewer) => {
    if (viewer === null) throw new PowangError('unauthenticated', 'there is no valid session');
    return viewer;
  });
}

/** A route open to anyone: signing in, health, the description of the interface. */
export function defineOpenRoute<
  Params extends Shape = Empty,
  Query extends Shape = Empty,
  Body extends z.ZodType = z.ZodUndefined,
>(
  options: Described &
    Schemas<Params, Query, Body> & {
      handler: (asked: Asked<Parsed<Params>, Parsed<Query>, z.output<Body>, null>) => Answer | Promise<Answer>;
    },
): Route {
  return build(options, null, () => null);
}

function build<Params extends Shape, Query extends Shape, Body extends z.ZodType, Reader>(
  options: Described &
    Schemas<Params, Query, Body> & {
      handler: (asked: Asked<Parsed<Params>, Parsed<Query>, z.output<Body>, Reader>) => Answer | Promise<Answer>;
    },
  guard: GuardedOptions | null,
  readerOf: (viewer: Viewer | null) => Reader,
): Route {
  const { handler, params, query, body, headers, ...described } = options;
  // What is absent was inferred as the empty shape (the defaults above): the casts say just that.
  const paramsSchema = z.strictObject((params ?? {}) as Params);
  const querySchema = z.strictObject((query ?? {}) as Query);
  const bodySchema = (body ?? z.undefined()) as Body;
  const headersSchema = z.object({ ...headers });
  const loose = [...looseObjects(querySchema), ...looseObjects(bodySchema)];
  if (loose.length > 0)
    throw new TypeError(`${options.method} ${options.path} lets unknown fields pass: ${loose.join(', ')}`);

  return {
    ...described,
    guard,
    audited: described.audit ?? (guard !== null && (guard.data || options.method !== 'get')),
    schemas: { params: paramsSchema, query: querySchema, headers: headersSchema, body: body ?? null },
    async run(raw) {
      const { request, language, requestId, signal, note } = raw;
      refuseHostile(raw.query, 'query');
      refuseHostile(raw.body, 'body');
      const parsedParams = paramsSchema.safeParse(raw.params);
      // An id that cannot be one is simply not there.
      if (!parsedParams.success) throw new NotFound();
      parseAt(headersSchema, request.headers, 'header', language);
      return handler({
        viewer: readerOf(raw.viewer),
        params: parsedParams.data,
        query: parseAt(querySchema, raw.query, 'query', language),
        body: parseAt(bodySchema, raw.body, 'body', language),
        language,
        requestId,
        signal,
        upload: uploadOf(request, options.upload?.limitBytes),
        header: (name) => request.headers[name.toLowerCase()]?.toString(),
        remoteAddress: request.socket.remoteAddress ?? '',
        note,
      });
    },
  };
}
