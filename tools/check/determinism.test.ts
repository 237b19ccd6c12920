import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './command.ts';
import { inexactUses, isDeterministic } from './determinism.ts';

it.each([
  'Math.sin(x)',
  'Math.round(x)',
  'Math.random()',
  'Math.hypot(x, y)',
  "Math['sin'](x)",
  'Math[name](x)',
  'Math?.sin(x)',
  '(Math).cos(x)',
  'const { cos } = Math;',
  'const { sin: s } = Math;',
  'const m = Math;',
  'const all = { Math };',
  'use(Math)',
  'values.map(Math.exp)',
  '(Math as unknown as Record<string, () => number>).sin()',
  'x ** 2',
  'x **= 2',
  'const text = `${x ** 0.5}`;',
  'Date.now()',
  'new Date()',
  'const { now } = Date;',
  'let at: Date | null = null;',
  'performance.now()',
  'const { now } = performance;',
  'Temporal.Now.instant()',
  'globalThis.fetch',
  "globalThis['Math'].sin(x)",
  'self.Math.sin(x)',
  "new Function('return Math.sin(1)')()",
  "eval('Math.sin(1)')",
  "await import('./elsewhere.ts')",
  'import.meta.url',
  'crypto.getRandomValues(bytes)',
  'crypto.randomUUID()',
  'names.sort((a, b) => a.localeCompare(b))',
  "names['localeCompare'](other)",
  'count.toLocaleString()',
  'new Intl.Collator()',
  'names.sort()',
  'const sorted = names.toSorted();',
  'for (const key in values) use(key);',
  'setTimeout(step, 16)',
  'new WeakRef(world)',
])('rejects %s', (code) => {
  expect(inexactUses(`const before = 1;\n${code}`)).toContainEqual(expect.stringMatching(/^2: /));
});

it.each([
  'Math.floor(x + 0.5) + Math.sqrt(Math.abs(y)) + Math.imul(a, b)',
  'values.map(Math.abs)',
  '// unlike Math.sin, this is exact',
  '/** The clock, Date and performance are not known here: x ** 2. */',
  "throw new Error('Math.pow is inexact');",
  'a * b * c',
  'const rates = { performance: 1, Date: 2 }; use(rates.performance);',
  'interface Show { performance: number }',
  'const sum = (self: number) => self + 1;',
  'values.sort((a, b) => a - b)',
  'for (const key of Object.keys(values)) use(key);',
  'Number.parseFloat(x.toFixed(3))',
])('allows %s', (code) => {
  expect(inexactUses(code)).toEqual([]);
});

it('reports every fault of a line, and syntax errors', () => {
  expect(inexactUses('Math.sin(Math.cos(x)) ** 2')).toHaveLength(3);
  expect(inexactUses('const = ;')).toEqual([expect.stringMatching(/^1: /)]);
});

it('counts lines across multi-line comments', () => {
  expect(inexactUses('/**\n * x ** 2: „sagte er“ 🌌\n */\nMath.tan(1)')).toEqual([expect.stringMatching(/^4: Math\.tan/)]);
});

it('checks only code that simulates and composes', () => {
  expect(isDeterministic('shared/simulation/systems/expire.ts')).toBe(true);
  expect(isDeterministic('shared/parameters/physics/forces.ts')).toBe(true);
  expect(isDeterministic('shared/parameters/normalise.ts')).toBe(false);
  expect(isDeterministic('shared/music/rhythm.test.ts')).toBe(false);
  expect(isDeterministic('client/gpu/camera.ts')).toBe(false);
});

const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');

it('finds no fault in the code that simulates and composes', () => {
  const files = globSync('shared/**/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(isDeterministic);
  expect(files.length).toBeGreaterThan(80);
  expect(files.flatMap((file) => inexactUses(sourceOf(file)).map((fault) => `${file}:${fault}`))).toEqual([]);
});

/** Returns the relative imports of a file: path and names, `*` for all. */
function importsOf(file: string): { path: string; names: string }[] {
  const statements = sourceOf(file).matchAll(/^(?:import|export) (?!type )(.*?) from '([.][^']+)';$/gms);
  return [...statements].map(([, names, path]) => ({ path: posix.join(posix.dirname(file), path), names }));
}

it('checks all modules of a simulation, except those for controls and for schemas of texts', () => {
  const reached = new Set(['shared/simulation/simulation.ts']);
  for (const file of reached) for (const { path } of importsOf(file)) reached.add(path);
  expect(reached.size).toBeGreaterThan(80);
  const isText = (path: string) => path.startsWith('shared/text/');
  const others = [...reached].filter((file) => !isDeterministic(file) && !isText(file));
  // Schemas name their rules; no step reads the names.
  expect(others.toSorted()).toEqual(['shared/parameters/normalise.ts', 'shared/refusals/rule.ts']);
  // What people write is put into one form where it comes in: by schemas, of which no step knows.
  const ofText = [...reached].filter((file) => !isText(file) && importsOf(file).some(({ path }) => isText(path)));
  expect(ofText.toSorted()).toEqual(['shared/universe/storyboard/storyboard-schema.ts', 'shared/universe/template.ts']);
  const ofControls = /\b(?:toPosition|fromPosition|roundToStep)\b/;
  expect(
    [...reached].filter((file) => importsOf(file).some(({ path, names }) => !path.endsWith('normalise.ts') && ofControls.test(names))),
  ).toEqual([]);
});
