import { queryOptions } from '@tanstack/react-query';
import { type AskedClocks, ask } from './http.ts';
import { cutShape, stampShape } from './shapes.ts';
import { z } from './zod.ts';

const columnsSchema = z.looseObject({
  entities: z.looseObject({
    id: z.array(z.string()),
    type: z.array(z.string()),
    caption: z.array(z.string()),
    roles: z.array(z.array(z.string())),
    counts: z.array(z.number()).default([]),
  }),
  ties: z.looseObject({
    id: z.array(z.string()),
    from: z.array(z.number()),
    to: z.array(z.number()),
    kind: z.array(z.string()),
    duty: z.array(z.boolean()),
    count: z.array(z.number().nullable()),
    certainty: z.array(z.string().nullable()).optional(),
  }),
  ...cutShape,
  ...stampShape,
});

export interface PictureEntity {
  readonly id: string;
  readonly type: string;
  readonly caption: string;
  readonly roles: readonly string[];
  /** All its ties that this reader may see, on the board or not; null when the server did not say. */
  readonly ties: number | null;
}
export interface PictureTie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly duty: boolean;
  readonly count: number;
  readonly suspected: boolean;
}
/** What the canvas draws: entities by id, and the ties between them. */
export interface Picture {
  readonly entities: ReadonlyMap<string, PictureEntity>;
  readonly ties: readonly PictureTie[];
  readonly complete: boolean;
  readonly limit: number | null;
  readonly cutAt: { readonly reason: string; readonly at: number } | null;
}

export function pictureOf(columns: z.infer<typeof columnsSchema>): Picture {
  const { entities, ties } = columns;
  const listed = entities.id.map(
    (id, index): PictureEntity => ({
      id,
      type: entities.type[index] ?? '',
      caption: entities.caption[index] ?? '',
      roles: entities.roles[index] ?? [],
      ties: entities.counts[index] ?? null,
    }),
  );
  return {
    entities: new Map(listed.map((entity) => [entity.id, entity])),
    ties: ties.id.map((id, index) => ({
      id,
      from: entities.id[ties.from[index] ?? -1] ?? '',
      to: entities.id[ties.to[index] ?? -1] ?? '',
      kind: ties.kind[index] ?? 'other',
      duty: ties.duty[index] ?? false,
      count: ties.count[index] ?? 1,
      suspected: ties.certainty?.[index] === 'suspected',
    })),
    complete: columns.complete,
    limit: columns.limit,
    cutAt: columns.cutAt,
  };
}

export const subgraphQuery = (ids: readonly string[], clocks: AskedClocks) =>
  queryOptions({
    queryKey: ['subgraph', [...ids].sort(), clocks],
    queryFn: async ({ signal }) =>
      pictureOf((await ask(columnsSchema, '/subgraph', { method: 'POST', json: { ids, ...clocks }, signal })).data),
    enabled: ids.length > 0,
  });
