import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { PeerRoute } from './peer.ts';

/** Starts the bare server as its own process. */
export async function startPeer(databaseUrl: string, routes: readonly PeerRoute[]): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'peer.ts')], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, ROUTES: JSON.stringify(routes) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const ready = /ready at (\S+)/.exec(chunk.toString());
      if (ready) resolve(ready[1]!);
    });
    child.once('exit', () => reject(new Error('the peer did not start')));
  });
  return { url, stop: () => void child.kill() };
}
