import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const all = (text: string, pattern: RegExp) => [...new Set(Array.from(text.matchAll(pattern), (match) => match[1]!))];
/** Pages for users, operators and developers; `security-table.test.ts` reads the page about security. */
const pages = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'THIRD-PARTY.md',
  ...readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md') && name !== 'security.md')
    .map((name) => `docs/${name}`),
];
/** A name to be filled in, as in `docs/decisions/NUMBER-NAME.md`. */
const placeholder = /NAME|NUMBER|CODE|VERB-NOUN/;
const commands = /npm (?:run (?=\w))?(start\b|test\b(?!:)|(?<=run )[\w:]+)/g;
const { scripts, dependencies } = JSON.parse(read('package.json')) as Record<'scripts' | 'dependencies', Record<string, string>>;

it('names exactly the commands that exist', () => {
  expect(all(read('README.md'), commands).toSorted()).toEqual(Object.keys(scripts).toSorted());
  for (const page of pages) expect([page, all(read(page), commands).filter((command) => !(command in scripts))]).toEqual([page, []]);
});

it('names exactly the variables that the server reads', () => {
  const known = all(read('server/config.ts'), /^ {2}([A-Z][A-Z_]+):/gm);
  expect(known.length).toBeGreaterThan(5);
  expect(all(read('docs/configuration.md'), /^\| `([A-Z][A-Z_]+)`/gm).toSorted()).toEqual(known.toSorted());
});

it('points at existing files', () => {
  for (const page of pages) {
    const text = read(page);
    const links = all(text, /\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g).map((link) => join(dirname(page), link));
    const paths = all(text, /`((?:shared|client|server|tests|tools|docs|shaders|assets|bench)\/[\w./-]+)`/g).filter(
      (path) => !placeholder.test(path),
    );
    expect([page, [...links, ...paths].filter((path) => !existsSync(join(root, path)))]).toEqual([page, []]);
  }
});

it('names every package that the client contains', () => {
  const files = ['client', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  const sources = files.filter((path) => /^(?:client|shared)\/(?!.*\.test\.ts$|.*\.test-support\.ts$).+\.(?:ts|css|html)$/.test(path));
  const code = sources.map(read).join('\n');
  const shipped = Object.keys(dependencies).filter((name) => code.includes(`'${name}'`) || code.includes(`${name}/`));
  expect(shipped.length).toBeGreaterThan(10);
  const named = all(read('THIRD-PARTY.md'), /`([@\w/-]+)`/g);
  expect(shipped.filter((name) => !named.includes(name))).toEqual([]);
});
