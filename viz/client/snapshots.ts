import { queryOptions } from '@tanstack/react-query';
import { type AskedClocks, ask, get } from './http.ts';
import { listOf } from './shapes.ts';
import { z } from './zod.ts';

const headSchema = z.looseObject({
  id: z.string(),
  board: z.string(),
  name: z.string().default(''),
  madeAt: z.string().default(''),
  trueAt: z.string().default(''),
  knownAt: z.string().default(''),
  dataVersion: z.string().default(''),
});
const snapshotSchema = headSchema.extend({ content: z.record(z.string(), z.unknown()).default({}) });
export type Snapshot = z.infer<typeof snapshotSchema>;

export const snapshotsQuery = (board: string) =>
  queryOptions({
    queryKey: ['snapshots', board],
    queryFn: ({ signal }) => get(listOf(headSchema), `/boards/${board}/snapshots`, { signal }),
  });
export const snapshotQuery = (board: string, id: string) =>
  queryOptions({
    queryKey: ['snapshot', board, id],
    queryFn: ({ signal }) => get(snapshotSchema, `/boards/${board}/snapshots/${id}`, { signal }),
    staleTime: 0,
  });
export const makeSnapshot = async (board: string, name: string, clocks: AskedClocks): Promise<Snapshot> =>
  (await ask(snapshotSchema, `/boards/${board}/snapshots`, { method: 'POST', json: { name, ...clocks } })).data;
