import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';

const repository = join(import.meta.dirname, '..', '..');

/** Serves the page that renders scores offline, straight from the sources. */
export async function serveSoundLab(): Promise<{ url: string; close(): Promise<void> }> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'sound-lab-'));
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, 'sound-lab'),
    cacheDir,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null, fs: { allow: [repository] } },
    optimizeDeps: { include: ['tone'] },
  });
  await server.listen();
  return {
    url: server.resolvedUrls!.local[0],
    async close() {
      await server.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}
