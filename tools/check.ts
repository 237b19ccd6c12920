/** `npm run check`: types, lint, format, layers, dead code, duplicated code, names with two meanings, and forbidden text. */
import { availableParallelism } from 'node:os';
import { type CheckOutcome, runCommand } from './check/command.ts';
import { checkNames } from './check/names.ts';
import { checkText } from './check/text.ts';
import { reportWords } from './check/words.ts';

const layered = ['shared', 'client', 'server', 'tests', 'tools', 'bench'];
/** With fewer modules than this the layers were not checked. */
const minModules = 1000;

interface Check {
  name: string;
  run: () => Promise<CheckOutcome>;
}

const command =
  (program: string, ...parameters: string[]) =>
  () =>
    runCommand(program, ...parameters);

/** Checks the layers, and that enough modules were read. */
async function checkLayers(): Promise<CheckOutcome> {
  const { ok, output } = await runCommand('depcruise', '--config', '.dependency-cruiser.mjs', ...layered);
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  if (modules < minModules) return { ok: false, output: `only ${modules} modules were read\n${output}` };
  return { ok, output };
}

/** Checks types; what was found for files that have not changed since is kept beside the packages. */
function checkTypes(project: string): Promise<CheckOutcome> {
  const kept = `node_modules/.cache/types/${project === '.' ? 'others' : project}.tsbuildinfo`;
  return runCommand('tsc', '-p', project, '--incremental', '--tsBuildInfoFile', kept);
}

const checks: readonly Check[] = [
  ...['shared', 'client', 'server', '.'].map((project) => ({ name: `types ${project}`, run: () => checkTypes(project) })),
  { name: 'lint', run: command('oxlint', '--type-aware', '--deny-warnings') },
  { name: 'format', run: command('oxfmt', '--check', '.') },
  { name: 'layers', run: checkLayers },
  { name: 'dead code', run: command('knip', '--no-config-hints') },
  { name: 'duplicated code', run: command('jscpd') },
  { name: 'names', run: checkNames },
  { name: 'text', run: checkText },
  { name: 'languages', run: reportWords },
];

let failed = 0;

async function perform({ name, run }: Check): Promise<void> {
  const startedAt = performance.now();
  const { ok, output, notes = [] } = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  for (const note of notes) console.log(`       ${note}`);
  if (ok) return;
  failed += 1;
  console.log(output.trim().replace(/^/gm, '       '));
}

const waiting = checks.values();
const lanes = Array.from({ length: Math.min(4, availableParallelism()) }, async () => {
  for (const check of waiting) await perform(check);
});
await Promise.all(lanes);
console.log(failed === 0 ? 'All checks hold.' : `${failed} of ${checks.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
