/** Bounds of what may be asked, by door and command line alike: usual / most. Over the most is invalid input. */
export const bounds = {
  limit: { usual: 50, most: 500 },
  k: { usual: 10, most: 100 },
  hops: { usual: 6, most: 8 },
  linkHops: { usual: 3, most: 4 },
  subgraphHops: { usual: 1, most: 3 },
  ids: { most: 10_000 },
  subgraph: { usual: 5_000, most: 50_000 },
  deadlineMs: { http: 5_000, command: 60_000 },
} as const;
