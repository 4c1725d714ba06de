import { queryOptions } from '@tanstack/react-query';
import type { WireDiff } from '../state/board/diff.ts';
import { type Answer, ask } from './http.ts';
import { anything, listOf } from './shapes.ts';
import { z } from './zod.ts';

const boardSchema = z.looseObject({
  id: z.string(),
  name: z.string().default(''),
  content: z.record(z.string(), z.unknown()).default({}),
  createdAt: z.string().nullish(),
  changedAt: z.string().nullish(),
});
export type StoredBoard = z.infer<typeof boardSchema>;

const boardRow = z.looseObject({
  id: z.string(),
  name: z.string().default(''),
  changedAt: z.string().nullish(),
  createdAt: z.string().nullish(),
  entities: z.number().nullish(),
});
export type BoardRow = z.infer<typeof boardRow>;
export const boardsQuery = queryOptions({
  queryKey: ['boards'],
  queryFn: async ({ signal }) => (await ask(listOf(boardRow), '/boards', { signal })).data,
});

export const openBoard = (id: string, signal?: AbortSignal): Promise<Answer<StoredBoard>> =>
  ask(boardSchema, `/boards/${id}`, { signal });
/** Each opening reads afresh: what the reader may no longer see is then simply not there. */
export const boardQuery = (id: string) =>
  queryOptions({
    queryKey: ['board', id],
    queryFn: ({ signal }) => openBoard(id, signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export const createBoard = (name: string) => ask(boardSchema, '/boards', { method: 'POST', json: { name } });
export const patchBoard = (id: string, diff: WireDiff, etag: string) =>
  ask(boardSchema.partial(), `/boards/${id}`, { method: 'PATCH', json: diff, headers: { 'if-match': etag } });
export const removeBoard = (id: string) => ask(anything, `/boards/${id}`, { method: 'DELETE' });
