import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { type CheckOutcome, root, runCommand } from './command.ts';

/** Names that may be exported more than once, in these files. */
interface Exception {
  readonly names?: readonly string[];
  readonly files: RegExp;
  readonly reason: string;
}

const exceptions: readonly Exception[] = [
  {
    names: ['physicsParameters', 'musicParameters', 'audioParameters', 'visualizationParameters', 'couplingParameters'],
    files: /^(shared\/parameters\/\w+|server\/db\/schema)[.]ts$/,
    reason: 'a table mirrors each group of the registry, under its name',
  },
  { names: ['run'], files: /^bench\/[\w-]+[.]ts$/, reason: 'bench/run.ts starts each benchmark by its `run`' },
  { files: /^client\/words\/\w+\/[\w-]+[.]ts$/, reason: 'the parts of all languages have the same names' },
];

interface Identifier {
  type: string;
  value: string;
}

/** Returns the exported names that a file declares itself, without re-exports. */
export function exportedNames(source: string): string[] {
  const found: string[] = [];
  const imported = new Set<string>();
  for (const item of parseSync(source, { syntax: 'typescript', decorators: true }).body) {
    if (item.type === 'ImportDeclaration') for (const { local } of item.specifiers) imported.add(local.value);
    if (item.type === 'ExportNamedDeclaration' && !item.source) {
      for (const specifier of item.specifiers) {
        if (specifier.type === 'ExportSpecifier' && !imported.has(specifier.orig.value))
          found.push((specifier.exported ?? specifier.orig).value);
      }
    }
    if (item.type !== 'ExportDeclaration') continue;
    const { declaration } = item;
    if (declaration.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') found.push(id.value);
    } else if ('identifier' in declaration) found.push((declaration.identifier as Identifier).value);
    else if ('id' in declaration) found.push((declaration.id as Identifier).value);
  }
  return [...new Set(found)];
}

/** Lists the names that more than one file exports, one per line, and exceptions that are not needed. */
export function duplicateNames(files: ReadonlyMap<string, readonly string[]>): string[] {
  const homes = new Map<string, string[]>();
  const needed = new Set<Exception>();
  for (const [file, names] of files) for (const name of names) homes.set(name, [...(homes.get(name) ?? []), file]);
  const faults: string[] = [];
  for (const [name, all] of homes) {
    if (all.length < 2) continue;
    const exception = exceptions.find(
      ({ names, files: pattern }) => (names?.includes(name) ?? true) && all.some((file) => pattern.test(file)),
    );
    const others = exception ? all.filter((file) => !exception.files.test(file)) : all;
    if (exception && all.length - others.length > 1) needed.add(exception);
    // An exception with names allows no other file to export them; an exception without names allows one.
    const most = exception?.names === undefined ? 1 : 0;
    if (others.length > most) faults.push(`${name} is exported by ${all.join(', ')}`);
  }
  return [
    ...faults.toSorted(),
    ...exceptions.filter((exception) => !needed.has(exception)).map(({ reason }) => `an exception is not needed: ${reason}`),
  ];
}

/** Checks that no exported name has two meanings. */
export async function checkNames(): Promise<CheckOutcome> {
  const { ok, output } = await runCommand('git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '*.ts');
  if (!ok) return { ok: false, output: `the list of files comes from git:\n${output}` };
  const deleted = new Set((await runCommand('git', 'ls-files', '-z', '--deleted')).output.split('\0'));
  const paths = output.split('\0').filter((path) => path !== '' && !deleted.has(path));
  const files = new Map(paths.map((path) => [path, exportedNames(readFileSync(join(root, path), 'utf8'))]));
  const faults = duplicateNames(files);
  if (paths.length < 1000) faults.push(`only ${paths.length} files were read`);
  return { ok: faults.length === 0, output: faults.join('\n') };
}
