import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Cross-origin isolation: shared memory between the page and the simulation worker needs it. */
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
/** Where the server listens; the same variable as the server's own. */
const server = `http://localhost:${process.env.PORT ?? 2567}`;

/** Modules of these do nothing but export: what a page or worker does not use of them, as validators' schemas, or the renderer, stays out of it. */
const onlyExport = [`${root}shared/`, `${root}client/gpu/`];
const treeshake = {
  moduleSideEffects: (id: string) => (onlyExport.some((folder) => id.startsWith(folder)) ? false : undefined),
};

/** Ships shaders without comments and indentation. Line numbers, which a compiler reports, stay. */
const plainShaders = (): Plugin => ({
  name: 'plain-shaders',
  apply: 'build',
  enforce: 'pre',
  async load(id) {
    const file = /^(.*\.wgsl)\?raw$/.exec(id)?.[1];
    if (file === undefined) return null;
    const text = await readFile(file, 'utf8');
    return `export default ${JSON.stringify(text.replaceAll(/^[ \t]+|[ \t]*\/\/.*$/gm, ''))};`;
  },
});

export default defineConfig({
  root: `${root}client`,
  build: {
    outDir: `${root}dist`,
    emptyOutDir: true,
    target: 'es2023',
    // A strict content security policy refuses inlined fonts and pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { treeshake },
  },
  plugins: [plainShaders()],
  worker: { format: 'es', plugins: () => [plainShaders()], rolldownOptions: { treeshake } },
  server: {
    port: 5173,
    headers: isolation,
    fs: { allow: [root] },
    proxy: {
      '/api': server,
      '/assets/thumbnails': server,
      // Seats in rooms, and their connections: /room/UNIVERSE/PROCESS/ROOM.
      '/room': { target: server, ws: true },
    },
  },
});
