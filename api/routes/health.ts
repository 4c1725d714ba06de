import { z } from 'zod';
import { StoreUnavailable } from '../../model/errors.ts';
import { bytes, ok } from '../http/answers.ts';
import { defineOpenRoute, type Route } from '../http/route.ts';
import type { RouteDeps } from './deps.ts';

const statusSchema = z.strictObject({ status: z.literal('ok') });

/** For whoever runs the machine: alive, able to serve, and how much is going on. No data, no names. */
export function healthRoutes({ ready, metrics, jobs, clock }: RouteDeps): Route[] {
  const startedAt = clock.now().getTime();
  const shared = { method: 'get', tags: ['operations'], atRoot: true } as const;
  return [
    defineOpenRoute({
      ...shared,
      path: '/healthz',
      summary: { zh: '是否存活', en: 'Alive' },
      responses: { 200: statusSchema },
      handler: () => ok({ status: 'ok' }),
    }),
    defineOpenRoute({
      ...shared,
      path: '/readyz',
      summary: { zh: '能否服务', en: 'Able to serve' },
      responses: { 200: statusSchema },
      handler() {
        if (!ready()) throw new StoreUnavailable('not ready, or closing');
        return ok({ status: 'ok' });
      },
    }),
    defineOpenRoute({
      ...shared,
      path: '/metrics',
      summary: { zh: '运行指标', en: 'Metrics' },
      responses: { 200: 'text/plain; version=0.0.4; charset=utf-8' },
      handler() {
        const { running, queued } = jobs.counts();
        const uptime = Math.round((clock.now().getTime() - startedAt) / 1000);
        return bytes(
          'text/plain; version=0.0.4; charset=utf-8',
          metrics.text({ uptime_seconds: uptime, jobs_running: running, jobs_queued: queued }),
        );
      },
    }),
  ];
}
