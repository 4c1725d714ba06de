import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type PictureEntity, subgraphQuery } from '../client/subgraph.ts';
import { useClocks } from '../state/asOf.ts';

/** Names of entities that an answer gives by id only. Until they are here, the end of the id stands for them. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const entity = useEntities(ids);
  return useCallback((id: string) => entity(id)?.caption ?? `…${id.slice(-4)}`, [entity]);
}

export function useEntities(ids: readonly string[]): (id: string) => PictureEntity | undefined {
  const asked = [...new Set(ids)];
  const { data } = useQuery({
    ...subgraphQuery(asked, useClocks()),
    placeholderData: keepPreviousData,
    enabled: asked.length > 0,
  });
  return useCallback((id: string) => data?.entities.get(id), [data]);
}
