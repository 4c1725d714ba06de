import neo4j, { type Driver, type ManagedTransaction, type Transaction } from 'neo4j-driver';
import { StoreBusy, StoreUnavailable } from '../../../model/errors.ts';
import { namedError } from './errors.ts';
import type { Neo4jSettings } from './settings.ts';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
export type Parameters = Readonly<Record<string, Value>>;
/** Runs one statement and gives its rows, each as an object by its column names: the statement's text says of which type. */
export type Run = <Row>(cypher: string, parameters?: Parameters) => Promise<Row[]>;

/** A transaction that stays open while others come and go. */
export interface Held {
  readonly run: Run;
  commit(): Promise<void>;
  /** Lets it go without a commit; never throws. */
  release(): Promise<void>;
}
/** The driver behind the few ways we use it. Every failure comes out by name, and no call waits longer than it was given:
 * a server that is there and does not answer is away too. */
export interface Connection {
  /** Many statements of one reading transaction; the driver tries again where that can help. */
  read<T>(work: (run: Run) => Promise<T>, withinMs?: number): Promise<T>;
  /** The same for writing: `work` may be run again, so what it writes must bear that. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Outside of a transaction of ours: schema. */
  alone(cypher: string): Promise<void>;
  /** Opens a transaction and runs its first statement, which may have to wait for a lock: no longer than told. */
  hold(first: string, parameters: Parameters, waitMs: number): Promise<Held>;
  serverVersion(): Promise<string>;
  close(): Promise<void>;
}

/** What a reader waits for at most; long lists say more. */
export const readWithinMs = 4_500;
const writeWithinMs = 60_000;
const connectWithinMs = 3_000;
const releaseWithinMs = 1_000;

export function openConnection({ uri, user, password, database }: Neo4jSettings): Connection {
  const driver = makeDriver(uri, user, password);
  const sessionOf = (mode: 'READ' | 'WRITE') =>
    driver.session({
      defaultAccessMode: mode,
      bookmarkManager: driver.executeQueryBookmarkManager, // in a cluster one reads what one wrote
      ...(database === undefined ? {} : { database }),
    });

  async function inSession<T>(mode: 'READ' | 'WRITE', withinMs: number, work: SessionWork<T>): Promise<T> {
    const session = sessionOf(mode);
    try {
      return await within(withinMs, work(session));
    } catch (error) {
      throw namedError(error);
    } finally {
      // Closing interrupts what still runs; a server that does not answer is not waited for.
      void session.close().catch(() => undefined);
    }
  }

  return {
    read: (work, withinMs = readWithinMs) =>
      inSession('READ', withinMs, (session) => session.executeRead((tx) => work(runOf(tx)), { timeout: withinMs })),
    write: (work) =>
      inSession('WRITE', writeWithinMs, (session) =>
        session.executeWrite((tx) => work(runOf(tx)), { timeout: writeWithinMs }),
      ),
    alone: (cypher) => inSession('WRITE', writeWithinMs, async (session) => void (await session.run(cypher))),
    async hold(first, parameters, waitMs) {
      const session = sessionOf('WRITE');
      const release = async (): Promise<void> => {
        // An open transaction is rolled back, by the server where we cannot.
        await within(releaseWithinMs, session.close()).catch(() => undefined);
      };
      try {
        const tx = await within(connectWithinMs, session.beginTransaction({ timeout: 0 }));
        await within(waitMs, runOf(tx)(first, parameters), () => new StoreBusy());
        return { run: named(runOf(tx)), commit: () => commit(tx, release), release };
      } catch (error) {
        void release();
        throw namedError(error);
      }
    },
    async serverVersion() {
      try {
        const info = await within(readWithinMs, driver.getServerInfo(database === undefined ? {} : { database }));
        return info.agent ?? '';
      } catch (error) {
        throw namedError(error);
      }
    },
    close: () => driver.close(),
  };
}

type SessionWork<T> = (session: ReturnType<Driver['session']>) => Promise<T>;

function makeDriver(uri: string, user: string, password: string): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true, // days, grades, counts: all far below 2^53
      maxConnectionPoolSize: 20,
      connectionAcquisitionTimeout: 2_000,
      connectionTimeout: connectWithinMs,
      maxTransactionRetryTime: 2_000,
      telemetryDisabled: true,
      userAgent: 'powang',
    });
  } catch {
    throw new StoreUnavailable('NEO4J_URI is no address of a Neo4j');
  }
}

const runOf =
  (tx: ManagedTransaction | Transaction): Run =>
  async <Row>(cypher: string, parameters: Parameters = {}) => {
    const { records } = await tx.run(cypher, bound(parameters));
    return records.map((record) => record.toObject() as Row); // the columns that the statement names
  };

const named =
  (run: Run): Run =>
  async (cypher, parameters) => {
    try {
      return await within(readWithinMs, run(cypher, parameters));
    } catch (error) {
      throw namedError(error);
    }
  };

async function commit(tx: Transaction, release: () => Promise<void>): Promise<void> {
  try {
    await within(writeWithinMs, tx.commit());
  } catch (error) {
    throw namedError(error);
  } finally {
    void release();
  }
}

/** A JavaScript number goes to Neo4j as a float: whole ones are made integers, wherever they stand. */
function bound(value: Value | Parameters): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(bound);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bound(one)]));
}

function within<T>(
  ms: number,
  work: Promise<T>,
  late: () => Error = () => new StoreUnavailable('Neo4j does not answer'),
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
