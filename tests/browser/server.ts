import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../dist/api/main.js', import.meta.url));
const startMs = 170_000;

export interface DemonstrationServer {
  readonly origin: string;
  /** One-time. */
  readonly link: string;
  stop(): Promise<void>;
}

/** The built server on a fresh folder with the demonstration county; ended by its own pid. */
export async function startDemonstration(): Promise<DemonstrationServer> {
  const data = await mkdtemp(join(tmpdir(), 'powang-browser-'));
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, POWANG_DATA: data, POWANG_PORT: '0', POWANG_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await printedLink(child);
  return {
    origin: new URL(link).origin,
    link,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(data, { recursive: true, force: true });
    },
  };
}

function printedLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error('the server printed no link in time')), startMs);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\/\/\S+\/sign-in#\S+/.exec(text);
      if (found === null) return;
      clearTimeout(timer);
      resolve(found[0]);
    });
  });
}
