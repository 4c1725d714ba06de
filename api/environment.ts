import { z } from 'zod';
import type { Neo4jSettings } from './facts/neo4j/settings.ts';

/** The environment, as plain values. Only an entry reads it: main.ts, cli.ts, and what they fork. */
const environmentSchema = z.object({
  POWANG_DATA: z.string().min(1).default('./data'),
  POWANG_HOST: z.string().min(1).default('127.0.0.1'),
  POWANG_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .default('3000')
    .transform(Number)
    .pipe(z.number().max(65_535)),
  POWANG_TZ: z
    .string()
    .default('Asia/Shanghai')
    .refine((zone) => isTimeZone(zone), 'not a time zone'),
  POWANG_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface ServerSettings {
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly timeZone: string;
  /** Where the facts are in a Neo4j. */
  readonly neo4j?: Neo4jSettings | undefined;
  readonly logLevel: z.infer<typeof environmentSchema>['POWANG_LOG'];
}

export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): ServerSettings {
  const read = environmentSchema.parse(environment);
  const neo4j = readNeo4j(environment);
  return {
    dataFolder: read.POWANG_DATA,
    host: read.POWANG_HOST,
    port: read.POWANG_PORT,
    timeZone: read.POWANG_TZ,
    logLevel: read.POWANG_LOG,
    ...(neo4j === undefined ? {} : { neo4j }),
  };
}

const neo4jSchema = z.object({
  NEO4J_URI: z.string().regex(/^(neo4j|bolt)(\+s|\+ssc)?:\/\//, 'neo4j://HOST:PORT or bolt://HOST:PORT'),
  NEO4J_USER: z.string().min(1).default('neo4j'),
  NEO4J_PASSWORD: z.string().min(1), // there is no password by default
  NEO4J_DATABASE: z.string().min(1).optional(),
});

/** With `NEO4J_URI` the facts are in that Neo4j. Forked processes read it for themselves: a password stands in no list of arguments. */
export function readNeo4j(environment: Readonly<Record<string, string | undefined>>): Neo4jSettings | undefined {
  if (environment.NEO4J_URI === undefined || environment.NEO4J_URI === '') return undefined;
  const read = neo4jSchema.parse(environment);
  return {
    uri: read.NEO4J_URI,
    user: read.NEO4J_USER,
    password: read.NEO4J_PASSWORD,
    ...(read.NEO4J_DATABASE === undefined ? {} : { database: read.NEO4J_DATABASE }),
  };
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
