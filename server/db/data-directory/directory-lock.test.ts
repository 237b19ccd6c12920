import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockDirectory } from './directory-lock.ts';

const newPath = () => join(mkdtempSync(join(tmpdir(), 'harmonic-')), 'database.lock');

it('is taken once, and can be taken again after its release', () => {
  const path = newPath();
  const lock = lockDirectory(path);
  expect(() => lockDirectory(path)).toThrow(new RegExp(`in use by process ${process.pid}`));
  lock.release();
  expect(existsSync(path)).toBe(false);
  lockDirectory(path).release();
});

it('is taken over from a dead process, from one whose pid was reused, and from a truncated file', () => {
  for (const left of [{ pid: 2 ** 22 + 1, startedAt: '1' }, { pid: process.pid, startedAt: '1' }, 'torn']) {
    const path = newPath();
    writeFileSync(path, typeof left === 'string' ? left : JSON.stringify(left));
    const lock = lockDirectory(path);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
  }
});

it('is not deleted on release if another process holds it by then', () => {
  const path = newPath();
  const lock = lockDirectory(path);
  writeFileSync(path, JSON.stringify({ pid: 1, startedAt: '1' }));
  lock.release();
  expect(existsSync(path)).toBe(true);
});
