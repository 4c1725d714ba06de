/** Bounds of the contract: default and most. Over the most is invalid_input. */
export const bounds = {
  limit: { least: 1, usual: 50, most: 500 },
  k: { least: 1, usual: 10, most: 100 },
  maxHops: { least: 1, usual: 6, most: 8 },
  linkHops: { least: 1, usual: 3, most: 4 },
  subgraphHops: { least: 1, usual: 1, most: 3 },
  subgraphEntities: { least: 1, usual: 5_000, most: 50_000 },
} as const;

export const mostIds = 10_000;
export const jsonLimitBytes = 1_000_000;
export const httpDeadlineMs = 5_000;
