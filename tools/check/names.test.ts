import { expect, it } from 'vitest';
import { duplicateNames, exportedNames } from './names.ts';

it('lists the names that a file declares and exports', () => {
  const source = `
    import { imported, type Known } from './other.ts';
    export { imported, type Known };
    export { again } from './other.ts';
    export * from './other.ts';
    const inner = 1;
    export { inner as outer };
    export const a = 1, b = 2;
    export type C = string;
    export interface D { e: number }
    export function f(): void {}
    export async function g(): Promise<void> {}
    export class H {}
  `;
  expect(exportedNames(source).toSorted()).toEqual(['C', 'D', 'H', 'a', 'b', 'f', 'g', 'outer']);
});

const needed: readonly (readonly [string, readonly string[]])[] = [
  ['shared/parameters/physics.ts', ['physicsParameters']],
  ['server/db/schema.ts', ['physicsParameters']],
  ['bench/api.ts', ['run']],
  ['bench/join.ts', ['run']],
  ['client/words/de/pages.ts', ['pages']],
  ['client/words/en/pages.ts', ['pages']],
];
const found = (...more: (readonly [string, readonly string[]])[]) => duplicateNames(new Map([...needed, ...more]));

it('allows unique names, mirrors, benchmarks and parts of languages', () => {
  expect(found(['shared/one.ts', ['one']], ['shared/other.ts', ['other']])).toEqual([]);
});

it('finds a name with two meanings, also beside an exception', () => {
  expect(found(['shared/one.ts', ['Place']], ['client/other.ts', ['Place']])).toEqual([
    'Place is exported by shared/one.ts, client/other.ts',
  ]);
  expect(found(['client/a.ts', ['run']])).toEqual(['run is exported by bench/api.ts, bench/join.ts, client/a.ts']);
  expect(found(['client/a.ts', ['pages']], ['client/b.ts', ['pages']])).toHaveLength(1);
});

it('finds an exception that is not needed', () => {
  expect(duplicateNames(new Map(needed.slice(2)))).toEqual([
    'an exception is not needed: a table mirrors each group of the registry, under its name',
  ]);
});
