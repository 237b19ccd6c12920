import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient, isClientBuilt } from '../../tools/build-client.ts';

const root = join(import.meta.dirname, '../..');
const patienceMs = 60_000;
const warmStarts = 3;

/** A server that `npm start` has started. */
interface StartedServer {
  url: string;
  /** From the command to the line that says it is ready. */
  seconds: number;
  stop(): Promise<void>;
}

/** Runs `npm start` on any free port with this data directory, and waits until it is ready. */
export async function npmStart(dataDirectory: string): Promise<StartedServer> {
  const startMs = performance.now();
  // Its own process group: a signal to npm alone would leave the server running.
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDirectory, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const stop = async () => {
    process.kill(-child.pid!, 'SIGTERM');
    // npm ends before the server: the group has ended when none of its processes can be signalled.
    while (isAlive(-child.pid!)) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('npm start did not become ready')), patienceMs);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const ready = /ready at (\S+)/.exec(text);
      if (!ready) return;
      clearTimeout(timer);
      resolve(ready[1]!);
    });
    child.once('exit', () => reject(new Error(`npm start ended: ${text}`)));
  });
  return { url, seconds: (performance.now() - startMs) / 1000, stop };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Seconds from `npm start`, with the client built, to ready: with an empty data directory, and the median with an existing one. */
export async function measureServerStart(): Promise<{ warm_s: number; cold_s: number }> {
  if (!isClientBuilt()) await buildClient();
  const dataDirectory = mkdtempSync(join(tmpdir(), 'harmonic-bench-'));
  try {
    const seconds: number[] = [];
    for (let index = 0; index <= warmStarts; index += 1) {
      const server = await npmStart(dataDirectory);
      seconds.push(server.seconds);
      await server.stop();
    }
    const [cold, ...warm] = seconds;
    return { warm_s: rounded(warm.toSorted((a, b) => a - b)[Math.floor(warmStarts / 2)]!), cold_s: rounded(cold!) };
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

const rounded = (value: number) => Math.floor(value * 100 + 0.5) / 100;
