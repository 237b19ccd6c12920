import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';

const repository = join(import.meta.dirname, '..', '..');

/** A laboratory: the folder of its page, and the packages that it needs. */
type Lab = { folder: 'sound-lab' | 'picture-lab' | 'picture-bench' | 'voices-bench'; packages: string[] };

/** Folders of the pages of benchmarks. */
const elsewhere = { 'picture-bench': join(repository, 'bench', 'picture'), 'voices-bench': join(repository, 'bench', 'voices') };

/** Serves a laboratory from the sources. */
export async function serveLab({ folder, packages }: Lab): Promise<{ url: string; close(): Promise<void> }> {
  const cacheDir = mkdtempSync(join(tmpdir(), `${folder}-`));
  const server = await createServer({
    configFile: false,
    root: folder in elsewhere ? elsewhere[folder as keyof typeof elsewhere] : join(import.meta.dirname, folder),
    cacheDir,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null, fs: { allow: [repository] } },
    optimizeDeps: { include: packages },
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
