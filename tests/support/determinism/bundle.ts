import { join } from 'node:path';
import { build } from 'vite';

/** Bundles a program of this folder into one file, minified like the client. */
export async function bundleProgram(entry: 'worker.ts' | 'node-process.ts'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      rolldownOptions: {
        input: join(import.meta.dirname, entry),
        external: /^node:/,
        preserveEntrySignatures: false,
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  if (!('output' in built)) throw new Error(`${entry}: vite gave no single bundle`);
  return built.output[0].code;
}
