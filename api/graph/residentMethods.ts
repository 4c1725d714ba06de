import type { Audience } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import type { Id } from '../../model/ids.ts';
import type { EventKind } from '../../model/standing/kinds.ts';
import type { EventBatch, EventEngine, EventsErased, FoldRow } from '../events/events.ts';
import type { EventLists } from '../events/lists.ts';
import type { QueryName } from '../events/queries/queries.ts';
import type { Graph } from './graph.ts';

/** What the resident process serves: the graph, and the event engine that lives beside it. A session goes by a name, which is
 * lost with the process. Events are written by imports, in processes of their own. */
export interface ResidentMethods extends Omit<Graph, 'close'> {
  openEvents(audience: Audience, clocks: Clocks, batches: readonly EventBatch[], lists: EventLists): Promise<string>;
  askEvents(session: string, name: QueryName, params: unknown): Promise<readonly unknown[]>;
  useLists(session: string, lists: Omit<EventLists, 'merged'>): Promise<void>;
  closeEvents(session: string): Promise<void>;
  foldEvents(batch: Id, kind: EventKind): Promise<readonly FoldRow[]>;
  eraseEvents(what: Parameters<EventEngine['erase']>[0]): Promise<EventsErased>;
}
