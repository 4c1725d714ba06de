/** Counts for Prometheus: no data, no names, no paths with ids. */
export interface Metrics {
  answered(status: number, seconds: number): void;
  started(): void;
  ended(): void;
  inFlight(): number;
  text(gauges: Readonly<Record<string, number>>): string;
}

export function createMetrics(): Metrics {
  const byStatus = new Map<number, number>();
  let seconds = 0;
  let inFlight = 0;
  return {
    answered(status, took) {
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
      seconds += took;
    },
    started() {
      inFlight += 1;
    },
    ended() {
      inFlight -= 1;
    },
    inFlight: () => inFlight,
    text(gauges) {
      const statuses = [...byStatus].sort(([a], [b]) => a - b);
      return [
        '# TYPE powang_requests_total counter',
        ...statuses.map(([status, count]) => `powang_requests_total{status="${status}"} ${count}`),
        '# TYPE powang_request_seconds_total counter',
        `powang_request_seconds_total ${seconds.toFixed(3)}`,
        ...Object.entries({ requests_in_flight: inFlight, ...gauges }).flatMap(([name, value]) => [
          `# TYPE powang_${name} gauge`,
          `powang_${name} ${value}`,
        ]),
        '',
      ].join('\n');
    },
  };
}
