import { PowangError, StoreBusy, StoreUnavailable } from '../../../model/errors.ts';

/** What the driver and the server call it, by its beginning → our name. The rest stays a fault of the program. Nothing of a
 * message of theirs goes out: it may hold what was asked. */
const named: readonly (readonly [string, () => PowangError])[] = [
  ['ServiceUnavailable', () => new StoreUnavailable('Neo4j cannot be reached')],
  ['SessionExpired', () => new StoreUnavailable('the connection to Neo4j was lost')],
  ['Neo.ClientError.Security.', () => new StoreUnavailable('Neo4j refuses the user or the password')],
  ['Neo.ClientError.Database.DatabaseNotFound', () => new StoreUnavailable('Neo4j has no database of that name')],
  ['Neo.ClientError.Cluster.', () => new StoreUnavailable('Neo4j has no leader to write to')],
  ['Neo.ClientError.Transaction.TransactionTimedOut', () => new StoreUnavailable('Neo4j took too long')],
  ['Neo.ClientError.Transaction.', () => new StoreUnavailable('Neo4j ended the transaction')],
  ['Neo.TransientError.Transaction.LockClientStopped', () => new StoreUnavailable('Neo4j ended the transaction')],
  ['Neo.TransientError.Transaction.', () => new StoreBusy('Neo4j is busy; try again shortly')],
  ['Neo.TransientError.', () => new StoreUnavailable('Neo4j cannot answer now')],
  ['Neo.DatabaseError.', () => new StoreUnavailable('Neo4j failed')],
];

/** Where the driver gives no code of the server's: its own words for a connection that is not there. */
const connectionLost = /connection|socket|routing|pool|encrypt|handshake|closed/i;

export function neo4jCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code;
}

/** The same error by its name in model/errors.ts, where it has one. */
export function namedError(error: unknown): unknown {
  if (error instanceof PowangError) return error;
  const code = neo4jCode(error);
  if (code === undefined) return error;
  const found = named.find(([beginning]) => code.startsWith(beginning));
  if (found !== undefined) return found[1]();
  const own = code === 'N/A' || code.startsWith('ERR_') || code.startsWith('ECONN');
  return own && error instanceof Error && connectionLost.test(error.message)
    ? new StoreUnavailable('the connection to Neo4j was lost')
    : error;
}
