/**
 * `npm run determinism -- [--ticks N] [--edits M] [--engines A,B] [--template ID] [--particles N] [--every N] [--seed N] [--write]`:
 * runs every template with random edits in several engines and compares their hashes. Exits with 1 at the first difference.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mix } from '../shared/math/generator.ts';
import { compareEngines, type Verdict } from '../tests/support/determinism/compare.ts';
import { type DeterminismEngine, engineNames, MissingEngine } from '../tests/support/determinism/engines.ts';
import { startEngine } from '../tests/support/determinism/start-engine.ts';
import { readTemplates } from '../tests/support/templates.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      ticks: { type: 'string', default: '36000' },
      edits: { type: 'string', default: '500' },
      engines: { type: 'string', default: 'node,chromium,firefox,webkit' },
      template: { type: 'string' },
      particles: { type: 'string', default: '2000' },
      every: { type: 'string', default: '600' },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'ticks' | 'edits' | 'particles' | 'every' | 'seed', least: number) => {
    const value = Number(values[name]);
    return Number.isInteger(value) && value >= least
      ? value
      : fail(`--${name} must be a whole number of at least ${least}, not ${values[name]}`);
  };
  const engines = values.engines
    .split(',')
    .map(
      (wanted) => engineNames.find((name) => name === wanted) ?? fail(`--engines: there is no "${wanted}", only ${engineNames.join(', ')}`),
    );
  const first = number('seed', 0);
  // Each template has its own random edits, the same whether it runs alone or with all others.
  const all = readTemplates().map((template, index) => ({ ...template, own: mix(first + index) }));
  const templates = all.filter(({ id }) => values.template === undefined || id === values.template);
  if (templates.length === 0) fail(`there is no template "${values.template}": ${all.map(({ id }) => id).join(', ')}`);
  return {
    ticks: number('ticks', 2),
    edits: number('edits', 0),
    particles: number('particles', 100),
    every: number('every', 1),
    seed: first,
    engines,
    templates,
    write: values.write,
  };
}

const { ticks, edits, particles, every, seed, engines: names, templates, write } = readArguments();
const engines: DeterminismEngine[] = [];
const verdicts: ({ template: string; snapshotAt: number } & Verdict)[] = [];
let failed = false;

function report(template: string, { difference, hash, notes, secondsByEngine }: Verdict): void {
  const seconds = engines.map(({ name }) => `${(secondsByEngine[name] ?? 0).toFixed(1)} s`.padStart(12)).join('');
  console.log(`${template.padEnd(20)}${difference ? 'DIFFERS ' : 'equal   '}${hash.padEnd(28)}${String(notes).padStart(7)}${seconds}`);
  if (difference) console.error(`${template}: ${difference}`);
}

/** Writes the results so far: a long run that is stopped early keeps them. */
function writeResults(): void {
  const folder = join(import.meta.dirname, '..', 'bench', 'results');
  const file = `determinism-${new Date().toISOString().slice(0, 10)}.json`;
  const ran = engines.map(({ name, version }) => ({ name, version }));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, file),
    `${JSON.stringify({ ticks, edits, particles, every, seed, engines: ran, templates: verdicts }, null, 2)}\n`,
  );
}

try {
  for (const name of names) engines.push(await startEngine(name));
  console.log(`${ticks} ticks, ${edits} random edits, at most ${particles} particles, a hash every ${every} ticks`);
  console.log(engines.map(({ name, version }) => `${name} ${version}`).join(', '));
  console.log(`${'template'.padEnd(28)}${'last hash'.padEnd(28)}${'notes'.padStart(7)}${names.map((name) => name.padStart(12)).join('')}`);
  for (const { id, document, own } of templates) {
    // At a multiple of `every`, so that the notes after it are hashed in the same groups.
    const snapshotAt = Math.max(1, Math.floor((ticks / every) * (0.3 + (0.6 * own) / 0x1_0000_0000))) * every;
    const job = { document, seed: own, ticks, edits, mostParticles: particles, every, snapshotAt: snapshotAt < ticks ? snapshotAt : 0 };
    const verdict = await compareEngines(engines, job);
    verdicts.push({ template: id, snapshotAt: job.snapshotAt, ...verdict });
    report(id, verdict);
    if (write) writeResults();
    failed ||= verdict.difference !== null;
    if (failed) break;
  }
} catch (error) {
  if (!(error instanceof MissingEngine)) throw error;
  console.error(error.message);
  failed = true;
} finally {
  await Promise.all(engines.map((engine) => engine.close()));
}

process.exitCode = failed ? 1 : 0;
