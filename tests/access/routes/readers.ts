import type { RouteGenerators } from './choices.ts';
import { graphRoutes } from './graph.ts';
import { readingRoutes } from './reading.ts';

/** Those that change nothing, to be asked again after what was written. */
export const readers: RouteGenerators = { ...readingRoutes, ...graphRoutes };
