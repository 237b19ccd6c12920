/** `npm run build`: builds the client into `dist/` and compresses it, so that the server need not. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const clientDirectory = join(root, 'dist');
const page = join(clientDirectory, 'index.html');
/** Inputs of the client's build. */
const sources = ['client', 'shared', 'shaders', 'assets/samples', 'assets/templates', 'vite.config.ts', 'package-lock.json'];
const compressed = new Set(['.html', '.js', '.css', '.json', '.svg', '.wgsl', '.webmanifest']);
const smallestBytes = 1024;

/** Tells whether the built client exists and is newer than its inputs. */
export function isClientBuilt(): boolean {
  return existsSync(page) && sources.every((source) => lastChangeMs(join(root, source)) <= statSync(page).mtimeMs);
}

export async function buildClient(): Promise<void> {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  for (const entry of readdirSync(clientDirectory, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && compressed.has(extname(entry.name))) compress(join(entry.parentPath, entry.name));
  }
}

function compress(path: string): void {
  const bytes = readFileSync(path);
  if (bytes.length < smallestBytes) return;
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}

function lastChangeMs(path: string): number {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => lastChangeMs(join(path, name))));
}

if (import.meta.main) await buildClient();
