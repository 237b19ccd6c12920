import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { releaseAssets } from './release-assets.ts';

const dayMs = 24 * 60 * 60 * 1000;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'harmonic-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a built client with these files. */
function build(name: string, files: readonly string[]): string {
  const client = join(folder, name);
  mkdirSync(join(client, 'assets'), { recursive: true });
  for (const file of files) writeFileSync(join(client, 'assets', file), file);
  return client;
}

it('adds the files of a release, and keeps those of the release before', () => {
  const [target, nowMs] = [join(folder, 'public'), Date.UTC(2026, 0, 1)];
  const first = build('first', ['index-AAAAAAAA.js', 'index-AAAAAAAA.js.br', 'font-CCCCCCCC.woff2']);
  const second = build('second', ['index-BBBBBBBB.js', 'font-CCCCCCCC.woff2']);
  expect(releaseAssets(target, { client: first, nowMs })).toEqual({ added: 3, removed: 0 });
  expect(releaseAssets(target, { client: second, nowMs: nowMs + dayMs })).toEqual({ added: 1, removed: 0 });
  expect(readdirSync(join(target, 'assets')).toSorted()).toEqual([
    'font-CCCCCCCC.woff2',
    'index-AAAAAAAA.js',
    'index-AAAAAAAA.js.br',
    'index-BBBBBBBB.js',
  ]);
  expect(readFileSync(join(target, 'assets/index-AAAAAAAA.js'), 'utf8')).toBe('index-AAAAAAAA.js');
});

it('removes files that no release has had for a month, whenever they were added', () => {
  const [target, nowMs] = [join(folder, 'public'), Date.UTC(2026, 0, 1)];
  releaseAssets(target, { client: build('first', ['old-AAAAAAAA.js', 'font-CCCCCCCC.woff2']), nowMs });
  const second = build('second', ['new-BBBBBBBB.js', 'font-CCCCCCCC.woff2']);
  expect(releaseAssets(target, { client: second, nowMs: nowMs + 40 * dayMs })).toEqual({ added: 1, removed: 1 });
  expect(readdirSync(join(target, 'assets')).toSorted()).toEqual(['font-CCCCCCCC.woff2', 'new-BBBBBBBB.js']);
});
