import { expect, it } from 'vitest';
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
])('refuses %s', (code) => {
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

it('names every fault of a line, and what it does not understand', () => {
  expect(inexactUses('Math.sin(Math.cos(x)) ** 2')).toHaveLength(3);
  expect(inexactUses('const = ;')).toEqual([expect.stringMatching(/^1: /)]);
});

it('counts lines over comments of several lines', () => {
  expect(inexactUses('/**\n * x ** 2: „sagte er“ 🌌\n */\nMath.tan(1)')).toEqual([expect.stringMatching(/^4: Math\.tan/)]);
});

it('looks at simulating and composing code alone', () => {
  expect(isDeterministic('shared/simulation/systems/expire.ts')).toBe(true);
  expect(isDeterministic('shared/music/rhythm.test.ts')).toBe(false);
  expect(isDeterministic('client/gpu/camera.ts')).toBe(false);
});
