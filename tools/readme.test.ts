import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const all = (text: string, pattern: RegExp) => [...new Set(Array.from(text.matchAll(pattern), (match) => match[1]))];

it('names commands that there are, and all of them', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = all(readme, /npm (?:run (?=\w))?(start\b|test\b(?!:)|(?<=run )[\w:]+)/g);
  expect(named.toSorted()).toEqual(Object.keys(scripts).toSorted());
});

it('names the variables that the server reads, and all of them', () => {
  const known = all(read('server/config.ts'), /^ {2}([A-Z][A-Z_]+):/gm);
  expect(known.length).toBeGreaterThan(5);
  expect(all(readme, /^\| `([A-Z][A-Z_]+)`/gm).toSorted()).toEqual(known.toSorted());
});

it('points at files that there are', () => {
  const links = all(readme, /\]\((?!https?:)([^)#]+)\)/g);
  const paths = all(readme, /`((?:shared|client|server|tests|tools|docs|shaders)\/[\w./-]+)`/g);
  expect([...links, ...paths].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
