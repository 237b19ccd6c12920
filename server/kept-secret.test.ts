import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { keptSecret } from './kept-secret.ts';

const root = mkdtempSync(join(tmpdir(), 'harmonic-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newDirectory = () => mkdtempSync(join(root, 'data-'));

it('is made once, readable by its user alone, and reused', () => {
  const directory = join(newDirectory(), 'new');
  const secret = keptSecret(directory);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(keptSecret(directory)).toBe(secret);
  expect([lstatSync(directory), lstatSync(join(directory, 'session-secret'))].map(({ mode }) => mode & 0o777)).toEqual([0o700, 0o600]);
  expect(readdirSync(directory)).toEqual(['session-secret']);
});

it.each([
  ['', 'is empty'],
  [' \n\t\n', 'is empty'],
  ['0123456789abcdef', 'holds 16 characters, fewer than 32'],
  ['\0'.repeat(64), 'holds characters that are no text'],
  ['0'.repeat(64), 'holds hardly any different characters'],
])('is rejected as %j, with a remedy, and left unchanged', (content, flaw) => {
  const directory = newDirectory();
  writeFileSync(join(directory, 'session-secret'), content);
  expect(() => keptSecret(directory)).toThrow(new RegExp(`${flaw}.*Bring the file back from a backup`));
  expect(readFileSync(join(directory, 'session-secret'), 'utf8')).toBe(content);
});

it('is rejected if a directory is in its place', () => {
  const directory = newDirectory();
  mkdirSync(join(directory, 'session-secret'));
  expect(() => keptSecret(directory)).toThrow('is a directory, where a file belongs');
});

it('follows the same rules in the environment', () => {
  for (const SESSION_SECRET of [' '.repeat(40), 'short']) {
    expect(() => readConfig({ DATA_DIR: root, SESSION_SECRET }), SESSION_SECRET).toThrow(/SESSION_SECRET=\(hidden\)/);
  }
});
