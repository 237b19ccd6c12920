import { expect, it } from 'vitest';
import { inexactUses, isDeterministic } from './determinism.ts';

it.each([
  'Math.sin(x)',
  'Math.round(x)',
  'Math.random()',
  "Math['sin'](x)",
  'const { cos } = Math;',
  'const m = Math;',
  'x ** 2',
  'x **= 2',
  'Date.now()',
  'new Date()',
  'performance.now()',
  'globalThis.fetch',
  'crypto.getRandomValues(bytes)',
  'names.sort((a, b) => a.localeCompare(b))',
  'setTimeout(step, 16)',
])('refuses %s', (code) => {
  expect(inexactUses(`const before = 1;\n${code}`)).toEqual([expect.stringMatching(/^2: /)]);
});

it.each([
  'Math.floor(x + 0.5) + Math.sqrt(Math.abs(y)) + Math.imul(a, b)',
  '// unlike Math.sin, this is exact',
  '/** The clock, Date and performance are not known here: x ** 2. */',
  "throw new Error('Math.pow is inexact');",
  'a * b * c',
])('allows %s', (code) => {
  expect(inexactUses(code)).toEqual([]);
});

it('counts lines over comments of several lines', () => {
  expect(inexactUses('/**\n * x ** 2\n */\nMath.tan(1)')).toEqual([expect.stringMatching(/^4: Math\.tan/)]);
});

it('looks at simulating and composing code alone', () => {
  expect(isDeterministic('shared/simulation/systems/expire.ts')).toBe(true);
  expect(isDeterministic('shared/music/rhythm.test.ts')).toBe(false);
  expect(isDeterministic('client/gpu/camera.ts')).toBe(false);
});
