import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pom = fileURLToPath(new URL('./pom.xml', import.meta.url));

/** What the tests need of the machine and have not got; empty where nothing is missing. */
export async function missingTools(): Promise<string[]> {
  const missing: string[] = [];
  const [java, maven] = await Promise.all([javaVersion(), answers('mvn', '-version')]);
  if (java < 17) missing.push('Java 17');
  if (!maven && !existsSync(await libFolder())) missing.push('Maven');
  return missing;
}

/** The folder of the server's jars, fetched by Maven the first time (about a minute): `$POWANG_NEO4J_LIB`, or in the user's cache. */
export async function serverJars(): Promise<string> {
  const folder = await libFolder();
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const aside = await mkdtemp(join(dirname(folder), 'incoming-'));
  try {
    await run('mvn', ['--quiet', '--batch-mode', '--file', pom, `-Dlib=${aside}`, 'package'], { timeout: 600_000 });
    await rename(aside, folder); // whole, or not there
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another run was quicker
  }
  return folder;
}

/** Named by the server's version: another one is fetched anew. */
async function libFolder(): Promise<string> {
  const given = process.env.POWANG_NEO4J_LIB;
  if (given !== undefined && given !== '') return given;
  const version = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(await readFile(pom, 'utf8'))?.[1];
  if (version === undefined) throw new Error('tests/neo4j/pom.xml names no version of the server');
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'powang', `neo4j-${version}`);
}

async function javaVersion(): Promise<number> {
  try {
    const { stderr, stdout } = await run('java', ['-version']);
    return Number(/version "(\d+)/.exec(stderr + stdout)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function answers(command: string, ...args: string[]): Promise<boolean> {
  try {
    await run(command, args);
    return true;
  } catch {
    return false;
  }
}
