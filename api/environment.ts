import { z } from 'zod';

/** The environment, as plain values. Only an entry (main.ts, cli.ts) reads it. */
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
  readonly logLevel: z.infer<typeof environmentSchema>['POWANG_LOG'];
}

export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): ServerSettings {
  const read = environmentSchema.parse(environment);
  return {
    dataFolder: read.POWANG_DATA,
    host: read.POWANG_HOST,
    port: read.POWANG_PORT,
    timeZone: read.POWANG_TZ,
    logLevel: read.POWANG_LOG,
  };
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
