import type { RouteGenerators } from './choices.ts';
import { graphRoutes } from './graph.ts';
import { readingRoutes } from './reading.ts';

const { 'get /assertions/:id': _assertions, 'get /events/:query': _events, ...entities } = readingRoutes;

/** Those that change nothing, to be asked again after what was written; without the two that go through everything one by one. */
export const readers: RouteGenerators = { ...entities, ...graphRoutes };
