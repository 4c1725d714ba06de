import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';

const run = promisify(execFile);

export interface Neo4jServer {
  readonly uri: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Its whole home; the store is under `data`. */
  readonly home: string;
  pid(): number | undefined;
  /** Starts it again where it was stopped or killed: same port, same store. */
  start(): Promise<void>;
  /** SIGTERM by its own pid, and waits for its end. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Stops it and removes its home. */
  remove(): Promise<void>;
}

const jvm = [
  '-Xms256m',
  '-Xmx256m',
  '-XX:+UseG1GC',
  '-XX:-OmitStackTraceInFastThrow',
  '-XX:+DisableExplicitGC',
  '-XX:+ExitOnOutOfMemoryError',
  '-Djdk.nio.maxCachedBufferSize=1024',
  '-Dio.netty.tryReflectionSetAccessible=true',
  '-Dlog4j2.disable.jmx=true',
  '-Dfile.encoding=UTF-8',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
];
const startWithinMs = 120_000;
const stopWithinMs = 20_000;

/** Starts a real Neo4j of its own in a temporary home, reachable on this machine alone, and waits until it answers. */
export async function startNeo4j(jars: string): Promise<Neo4jServer> {
  const home = await mkdtemp(join(tmpdir(), 'powang-neo4j-'));
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  for (const folder of ['conf', 'data', 'logs', 'run', 'plugins', 'import']) await mkdir(join(home, folder));
  await writeFile(join(home, 'conf', 'neo4j.conf'), configuration(port));
  await run('java', [...firstSteps, '-cp', `${jars}/*`, 'org.neo4j.cli.AdminTool', ...setPassword(password)], {
    env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
  });
  const uri = `neo4j://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  process.once('exit', () => child?.kill('SIGKILL')); // a run that is broken off leaves no server behind

  const server: Neo4jServer = {
    uri,
    port,
    user: 'neo4j',
    password,
    home,
    pid: () => child?.pid,
    async start() {
      const log = await open(join(home, 'logs', 'stdout.log'), 'a');
      const args = [...jvm, '-cp', `${jars}/*`, 'org.neo4j.server.CommunityEntryPoint', ...homeOf(home)];
      child = spawn('java', args, { stdio: ['ignore', log.fd, log.fd] });
      await log.close();
      await untilReady(server, child);
    },
    async stop(signal = 'SIGTERM') {
      const one = child;
      child = undefined;
      if (one === undefined || one.exitCode !== null || one.signalCode !== null) return;
      const ended = once(one, 'exit');
      one.kill(signal);
      const timer = setTimeout(() => one.kill('SIGKILL'), stopWithinMs);
      await ended;
      clearTimeout(timer);
    },
    async remove() {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
  try {
    await server.start();
    return server;
  } catch (error) {
    await server.remove();
    throw error;
  }
}

const firstSteps = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const setPassword = (password: string): string[] => ['dbms', 'set-initial-password', password];
const homeOf = (home: string): string[] => [`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`];

/** Ready is when it answers, not when its port is open. */
async function untilReady({ uri, user, password, home }: Neo4jServer, child: ChildProcess): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { connectionTimeout: 1_000 });
  try {
    for (let waitedMs = 0; waitedMs < startWithinMs; waitedMs += 200) {
      if (child.exitCode !== null || child.signalCode !== null) break;
      if (await reachable(driver)) return;
      await sleep(200);
    }
    throw new Error(
      `Neo4j did not start:\n${(await readFile(join(home, 'logs', 'stdout.log'), 'utf8')).slice(-4_000)}`,
    );
  } finally {
    await driver.close();
  }
}

async function reachable(driver: ReturnType<typeof neo4j.driver>): Promise<boolean> {
  try {
    await driver.verifyConnectivity();
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const configuration = (port: number): string => `server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
db.tx_log.rotation.retention_policy=keep_none
db.tx_log.preallocate=false
db.tx_log.rotation.size=64m
`;
