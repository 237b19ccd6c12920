import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const readyWithinMs = 60_000;

export interface ServerProcess {
  readonly url: string;
  readonly dataDirectory: string;
  /** Milliseconds from the start of the process to its ready line. */
  readonly readyAfterMs: number;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Runs `npm start`'s program as a process of its own and waits for the line that says it is ready. @throws with its output when it ends before. */
export function startServerProcess(port: number, dataDirectory: string): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child: ChildProcess = spawn(process.execPath, ['tools/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDirectory, HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  let output = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server was not ready in time:\n${output}`)), readyWithinMs);
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (!output.includes('is ready at')) return;
      clearTimeout(timer);
      resolve({
        url: `http://127.0.0.1:${port}`,
        dataDirectory,
        readyAfterMs: performance.now() - startedAt,
        async kill(signal) {
          child.kill(signal);
          await ended;
        },
      });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    void ended.then(() => {
      clearTimeout(timer);
      reject(new Error(`the server ended:\n${output}`));
    });
  });
}

/** A folder that is gone after `use`. */
export async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'harmonic-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
