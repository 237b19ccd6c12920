import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { bundleProgram } from './bundle.ts';
import { type EngineReply, type DeterminismEngine, MissingEngine, oneAtATime } from './engines.ts';

/** The oldest major version of Node in which the simulation must run. */
const oldestMajor = 20;

/** Starts a thread of this Node that runs the sources. */
export async function startNode(): Promise<DeterminismEngine> {
  const thread = new Worker(new URL('node-thread.ts', import.meta.url));
  const { run, answer, fail } = oneAtATime((job) => thread.postMessage(job));
  thread.on('message', answer);
  thread.on('error', fail);
  return { name: 'node', version: process.versions.node, run, close: async () => void (await thread.terminate()) };
}

/** Finds another Node on the PATH, older than this one. */
function findOlderNode(): { path: string; version: string } | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'node');
    if (!existsSync(path) || realpathSync(path) === realpathSync(process.execPath)) continue;
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim().replace(/^v/, '');
    const major = Number.parseInt(version, 10);
    if (major >= oldestMajor && major < Number.parseInt(process.versions.node, 10)) return { path, version };
  }
  return undefined;
}

/** Starts an older Node that runs the bundle: it cannot run TypeScript. */
export async function startOlderNode(): Promise<DeterminismEngine> {
  const found = findOlderNode();
  if (!found) throw new MissingEngine(`There is no Node of version ${oldestMajor} or later beside this one on the PATH.`);
  const folder = mkdtempSync(join(tmpdir(), 'harmonic-node-'));
  const program = join(folder, 'battery.mjs');
  writeFileSync(program, await bundleProgram('node-process.ts'));
  const child = spawn(found.path, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { run, answer, fail } = oneAtATime((job) => child.stdin.write(`${JSON.stringify(job)}\n`));
  createInterface({ input: child.stdout }).on('line', (line) => answer(JSON.parse(line) as EngineReply));
  child.on('error', fail);
  child.on('exit', (code) => fail(new Error(`Node ${found.version} ended with ${code}`)));
  return {
    name: 'older-node',
    version: found.version,
    run,
    async close() {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
