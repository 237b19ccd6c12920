import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

const dataDirectory = () => mkdtempSync(join(tmpdir(), 'harmonic-'));

it('has defaults, and reuses the secret that it made', () => {
  const DATA_DIR = dataDirectory();
  const first = readConfig({ DATA_DIR });
  expect(first).toMatchObject({
    environment: 'development',
    port: 2567,
    metricsPort: null,
    databaseUrl: undefined,
    dataDirectory: DATA_DIR,
  });
  expect(first.sessionSecret).toMatch(/^[0-9a-f]{64}$/);
  expect(readConfig({ DATA_DIR }).sessionSecret).toBe(first.sessionSecret);
});

it.each([
  ['PORT', 'abc', /PORT=abc: must be a port/],
  ['PORT', '65536', /PORT=65536: /],
  ['METRICS_PORT', '65536', /METRICS_PORT=65536: /],
  ['METRICS_PORT', '2567', /METRICS_PORT=2567: must be another port than PORT/],
  ['NODE_ENV', 'staging', /NODE_ENV=staging: /],
  ['LOG_LEVEL', 'loud', /LOG_LEVEL=loud: /],
  ['ALLOWED_ORIGINS', 'https://a.example,nonsense', /ALLOWED_ORIGINS=https:\/\/a\.example,nonsense: /],
  ['TRUST_PROXY', 'yes', /TRUST_PROXY=yes: /],
  ['PUBLIC_URL', 'https://universe.example/here', /PUBLIC_URL=https:\/\/universe\.example\/here: must have no path/],
  ['PUBLIC_URL', 'ftp://universe.example', /PUBLIC_URL=ftp:\/\/universe\.example: must be an http/],
  ['MAIL_FROM', 'nobody', /MAIL_FROM=nobody: must be an address/],
  ['SECURITY_CONTACT', 'post@universe.example', /SECURITY_CONTACT=post@universe\.example: must be a mailto: or https/],
  ['SECURITY_CONTACT', 'mailto:a@b.example\nContact: x', /SECURITY_CONTACT=mailto:/],
])('names %s when it is %s', (name, value, message) => {
  expect(() => readConfig({ DATA_DIR: dataDirectory(), [name]: value })).toThrow(message);
});

it('hides invalid secrets', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://root:hunter2@db' })).toThrow(/DATABASE_URL=\(hidden\): must be a postgresql/);
  expect(() => readConfig({ SMTP_URL: 'https://ada:hunter2@mail' })).toThrow(/SMTP_URL=\(hidden\): must be an smtp/);
  expect(() => readConfig({ SESSION_SECRET: 'short' })).toThrow(/SESSION_SECRET=\(hidden\)/);
});

it('reads keys in order, and explains an invalid key without printing it', () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const { dataKeys } = readConfig({ DATA_DIR: dataDirectory(), DATA_KEYS: `2026:${key}, old:${key}` });
  expect(dataKeys).toEqual(['2026', 'old'].map((id) => ({ id, bytes: Buffer.alloc(32, 7) })));
  for (const [keys, rule] of [
    ['2026:c2hvcnQ=', 'must be id:key'],
    [`2026:${key},2026:${key}`, 'must not name an id twice'],
    [`session:${key}`, 'must have another id than session'],
  ] as const) {
    expect(() => readConfig({ DATA_KEYS: keys })).toThrow(`DATA_KEYS=(hidden): ${rule}`);
  }
});

it('accepts identity providers with https:// endpoints only', () => {
  const one = { id: 'one', name: 'One', issuer: 'https://one.example', clientId: 'harmonic', clientSecret: 'hunter2' };
  const read = (providers: unknown, more = {}) =>
    readConfig({ DATA_DIR: dataDirectory(), OAUTH_PROVIDERS: JSON.stringify(providers), ...more }).providers;
  expect(read([one, { ...one, id: 'near', issuer: 'http://127.0.0.1:9' }])).toHaveLength(2);
  for (const [providers, rule] of [
    ['nonsense', 'OAUTH_PROVIDERS=(hidden): '],
    [[{ ...one, issuer: 'http://one.example' }], 'must be an https:// URL'],
    [[{ ...one, id: 'One!' }], 'must be 1 to 20 of a–z, 0–9 and -'],
    [[{ id: 'one', name: 'One' }], 'must have id, name, clientId, clientSecret, and'],
    [[one, one], 'must not name an id twice'],
  ] as const) {
    expect(() => read(providers)).toThrow(rule);
    expect(() => read(providers)).not.toThrow('hunter2');
  }
  expect(() => readConfig({ OAUTH_PROVIDERS: '[' })).toThrow('OAUTH_PROVIDERS=(hidden): must be JSON');
  expect(() => read([one], { NODE_ENV: 'production' })).toThrow('PUBLIC_URL=: is needed with OAUTH_PROVIDERS');
});

it('requires a sender and a public URL for mail', () => {
  const DATA_DIR = dataDirectory();
  const SMTP_URL = 'smtp://mail.example:25';
  expect(readConfig({ DATA_DIR })).toMatchObject({ mail: null, publicUrl: 'http://localhost:2567' });
  expect(() => readConfig({ DATA_DIR, SMTP_URL })).toThrow('MAIL_FROM=: is needed with SMTP_URL');
  const MAIL_FROM = 'Harmonic Universe <post@universe.example>';
  expect(readConfig({ DATA_DIR, SMTP_URL, MAIL_FROM }).mail).toEqual({ smtpUrl: SMTP_URL, from: MAIL_FROM });
  const NODE_ENV = 'production';
  expect(() => readConfig({ DATA_DIR, NODE_ENV, SMTP_URL, MAIL_FROM })).toThrow('PUBLIC_URL=: is needed with SMTP_URL');
  const PUBLIC_URL = 'https://universe.example/';
  expect(readConfig({ DATA_DIR, NODE_ENV, SMTP_URL, MAIL_FROM, PUBLIC_URL }).publicUrl).toBe('https://universe.example');
});
