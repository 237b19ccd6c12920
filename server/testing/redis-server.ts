import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { vi } from 'vitest';
import { findProgram } from '../../tests/support/find-program.ts';
import { freePort } from '../../tests/support/free-port.ts';
import type { RedisConnection } from '../ops/redis/redis-connection.ts';

/** A real Redis in a process of its own, which stores nothing. */
export interface RedisServer {
  readonly url: string;
  /** Kills it, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again, empty, on the same port. */
  revive(): Promise<void>;
  /** Stops it in the middle of whatever it does: it keeps its connections and answers nothing. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

const patienceMs = 10_000;

/** @throws Error if there is no Redis on this machine */
export async function startRedisServer(): Promise<RedisServer> {
  const program = findProgram('redis-server');
  if (program === undefined) {
    throw new Error(
      'This test needs Redis, and no redis-server was found. Install it (Debian and Ubuntu: sudo apt-get install redis-server).',
    );
  }
  const directory = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  let child: ChildProcess;
  const start = async () => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn(program, options, { cwd: directory, stdio: 'ignore' });
    await untilOpen(port);
  };
  const kill = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    revive: start,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Waits until a connection is there, or there again. */
export async function untilConnected({ commands }: RedisConnection): Promise<void> {
  await vi.waitFor(() => commands.ping(), { timeout: patienceMs, interval: 50 });
}

async function untilOpen(port: number): Promise<void> {
  for (const deadline = performance.now() + patienceMs; performance.now() < deadline; await sleep(20)) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
  }
  throw new Error(`Redis did not start on port ${port}.`);
}
