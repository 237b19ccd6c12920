/** `npm run check`: types, lint, format, layers, dead code, duplicated code, and what the repository must not hold. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
/** Fewer modules than this mean that the layers were checked on nothing. */
const fewestModules = 200;

interface Outcome {
  ok: boolean;
  output: string;
}

interface Check {
  name: string;
  run: () => Promise<Outcome>;
}

function command(program: string, ...parameters: string[]): () => Promise<Outcome> {
  return () =>
    new Promise((resolve) => {
      const child = spawn(join(root, 'node_modules', '.bin', program), parameters, { cwd: root });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.once('error', (error) => resolve({ ok: false, output: error.message }));
      child.once('close', (code) => resolve({ ok: code === 0, output }));
    });
}

/** The layers, and that they were looked for in enough modules. */
async function checkLayers(): Promise<Outcome> {
  const { ok, output } = await command('depcruise', '--config', '.dependency-cruiser.mjs', 'shared', 'client', 'server')();
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  if (modules < fewestModules) return { ok: false, output: `only ${modules} modules were read\n${output}` };
  return { ok, output };
}

function gitFiles(): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn('git', ['ls-files', '-z'], { cwd: root });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** Powers in the deterministic folders: `**` is as inexact as Math.pow, and the linter has no rule for it. */
const deterministic = /^shared\/(math|simulation|music|coupling)\/.*(?<![.]test)[.]ts$/;
const power = /[\w)\]] \*\*=? [\w(]/;
const machinePath = /\/(home|root|Users)\/\w/;

async function checkText(): Promise<Outcome> {
  const { ok, output } = await gitFiles();
  if (!ok) return { ok: true, output: 'not a git checkout: nothing to look at' };
  const faults: string[] = [];
  for (const file of output.split('\0').filter((name) => /[.](ts|js|mjs|json|md|wgsl|html|css|yml)$/.test(name))) {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    lines.forEach((line, index) => {
      const at = `${file}:${index + 1}`;
      const code = line.replace(/\/\/.*|^\s*\/?\*.*/, '');
      if (deterministic.test(file) && power.test(code)) faults.push(`${at}: ** differs between engines, use shared/math`);
      if (machinePath.test(line)) faults.push(`${at}: path of somebody's machine`);
      if (file === 'package-lock.json' && line.includes('"resolved"')) faults.push(`${at}: names a registry`);
    });
  }
  return { ok: faults.length === 0, output: faults.slice(0, 20).join('\n') };
}

const checks: readonly Check[] = [
  ...['shared', 'client', 'server', '.'].map((project) => ({ name: `types ${project}`, run: command('tsc', '-p', project) })),
  { name: 'lint', run: command('oxlint', '--deny-warnings') },
  { name: 'format', run: command('oxfmt', '--check', '.') },
  { name: 'layers', run: checkLayers },
  { name: 'dead code', run: command('knip', '--no-config-hints') },
  { name: 'duplicated code', run: command('jscpd') },
  { name: 'text', run: checkText },
];

let failed = 0;
for (const { name, run } of checks) {
  const startedAt = performance.now();
  const { ok, output } = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (ok) continue;
  failed += 1;
  console.log(output.trim().replace(/^/gm, '       '));
}
console.log(failed === 0 ? 'All checks hold.' : `${failed} of ${checks.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
