import { useQuery } from '@tanstack/react-query';
import { get } from '../../client/http.ts';
import { type ImportReport, importSchema } from '../../client/imports.ts';
import type { Job } from '../../client/jobs.ts';

/** The report of a finished trial: where its job says the result is. */
export function useReport(job: Job | null): ImportReport | null {
  const address = job?.result ?? null;
  const { data } = useQuery({
    queryKey: ['import-report', address],
    queryFn: ({ signal }) => get(importSchema, address ?? '', { signal }),
    enabled: address !== null,
  });
  return data ?? null;
}
