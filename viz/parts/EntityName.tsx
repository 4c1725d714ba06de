import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { entityQuery } from '../client/entities.ts';
import { useAddress, useClocks } from '../state/asOf.ts';

/** A name for an id, as a link to its page. What one may not see looks like what does not exist: the end of an id. */
export function EntityName({ id, caption }: { id: string; caption?: string | undefined }) {
  const address = useAddress();
  const { data } = useQuery({ ...entityQuery(id, useClocks()), enabled: caption === undefined });
  return <Link href={address(`/entity/${id}`)}>{caption ?? data?.caption ?? `…${id.slice(-4)}`}</Link>;
}
