import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckOutcome, root, runCommand } from './command.ts';
import { inexactUses, isDeterministic } from './determinism.ts';

const isText = /[.](ts|js|mjs|json|md|wgsl|html|css|yml|sh)$|^[.]ci\//;
const machinePath = /\/(home|root|Users|work)\/\w/;
/** Addresses of registries: the lockfile must work with any registry. */
const registryAddress = /"resolved"|https?:\/\/registry[.]/;

function faultsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const faults = isDeterministic(file) ? inexactUses(source) : [];
  source.split('\n').forEach((line, index) => {
    if (machinePath.test(line)) faults.push(`${index + 1}: path of a developer's machine`);
    if (file.endsWith('.json') && registryAddress.test(line)) faults.push(`${index + 1}: names a registry`);
  });
  return faults.map((fault) => `${file}:${fault}`);
}

/** Checks every file that is or would be committed for forbidden text. */
export async function checkText(): Promise<CheckOutcome> {
  const { ok, output } = await runCommand('git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate');
  if (!ok) return { ok: false, output: `the list of files comes from git:\n${output}` };
  const deleted = new Set((await runCommand('git', 'ls-files', '-z', '--deleted')).output.split('\0'));
  const files = output.split('\0').filter((name) => isText.test(name) && !deleted.has(name));
  const faults = files.flatMap(faultsOf);
  if (!files.some(isDeterministic)) faults.push('no deterministic code was read');
  return { ok: faults.length === 0, output: faults.slice(0, 20).join('\n') };
}
