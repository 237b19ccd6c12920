import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

const dataDirectory = () => mkdtempSync(join(tmpdir(), 'harmonic-'));

it('has a default for everything, and keeps the secret that it made', () => {
  const DATA_DIR = dataDirectory();
  const first = readConfig({ DATA_DIR });
  expect(first).toMatchObject({
    environment: 'development',
    port: 2567,
    databaseUrl: undefined,
    dataDirectory: DATA_DIR,
  });
  expect(first.sessionSecret).toMatch(/^[0-9a-f]{64}$/);
  expect(readConfig({ DATA_DIR }).sessionSecret).toBe(first.sessionSecret);
});

it.each([
  ['PORT', 'abc', /PORT=abc: must be a port/],
  ['PORT', '65536', /PORT=65536: /],
  ['NODE_ENV', 'staging', /NODE_ENV=staging: /],
  ['LOG_LEVEL', 'loud', /LOG_LEVEL=loud: /],
  ['ALLOWED_ORIGINS', 'https://a.example,nonsense', /ALLOWED_ORIGINS=https:\/\/a\.example,nonsense: /],
  ['TRUST_PROXY', 'yes', /TRUST_PROXY=yes: /],
])('names %s when it is %s', (name, value, message) => {
  expect(() => readConfig({ DATA_DIR: dataDirectory(), [name]: value })).toThrow(message);
});

it('does not print a secret that is wrong', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://root:hunter2@db' })).toThrow(/DATABASE_URL=\(hidden\): must be a postgresql/);
  expect(() => readConfig({ SESSION_SECRET: 'short' })).toThrow(/SESSION_SECRET=\(hidden\)/);
});
