import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type * as simulationModule from '../../../shared/simulation/simulation.ts';
import { watcherName, watchIndices } from './watch-indices.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Work of the instrumented simulation, counted instead of timed. */
export interface Work {
  /** Number of elements of typed arrays that were read or written by index. */
  touched: number;
}

type SimulationModule = typeof simulationModule;

/** Counts of all instrumented simulations. */
const work: Work = { touched: 0 };
let loaded = 0;

/**
 * Loads the simulation with every computed index of a typed array watched: counts it, and throws a RangeError with its place
 * if it is outside of its array, which JavaScript ignores. The arithmetic is that of the sources, which `alter` may change
 * before.
 */
export async function loadInstrumented(alter?: (source: string, file: string) => string): Promise<SimulationModule & { work: Work }> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [watchIndices(root, 'shared/', alter)],
    build: {
      write: false,
      target: 'es2024',
      minify: false,
      lib: { entry: join(root, 'shared', 'simulation', 'simulation.ts'), formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [bundle] = (Array.isArray(built) ? built : [built]).flatMap((result) => ('output' in result ? result.output : []));
  if (bundle?.type !== 'chunk') throw new Error('vite gave no single bundle');
  const watch = (object: unknown, index: number, place: string) => {
    if (!ArrayBuffer.isView(object)) return index;
    work.touched += 1;
    // The negation also catches NaN; the floor catches fractions.
    if (!(index >= 0 && index < (object as Uint8Array).length && Math.floor(index) === index)) {
      throw new RangeError(`${place}: index ${index} of ${(object as Uint8Array).length}`);
    }
    return index;
  };
  Object.assign(globalThis, { [watcherName]: watch });
  const file = join(tmpdir(), `harmonic-watched-${process.pid}-${loaded++}.mjs`);
  writeFileSync(file, bundle.code);
  try {
    return { ...((await import(pathToFileURL(file).href)) as SimulationModule), work };
  } finally {
    rmSync(file);
  }
}
