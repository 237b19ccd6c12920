import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { warningsAbout } from './config-warnings.ts';

const SESSION_SECRET = 'correct horse battery staple 1234';
const warnings = (variables: Record<string, string>) => warningsAbout(readConfig({ SESSION_SECRET, ...variables }));
const safe = { NODE_ENV: 'production', PUBLIC_URL: 'https://universe.example', TRUST_PROXY: '1' };

it('does not warn about a local server, nor about one configured as documented', () => {
  expect(warnings({})).toEqual([]);
  expect(warnings(safe)).toEqual([]);
  for (const mode of ['sslmode=verify-full', 'sslmode=require', 'ssl=true'])
    expect(warnings({ ...safe, DATABASE_URL: `postgresql://harmonic:hunter2@db.example/harmonic?${mode}` })).toEqual([]);
  for (const host of ['localhost', '127.0.0.1:5432', '[::1]', ''])
    expect(warnings({ ...safe, DATABASE_URL: `postgresql://${host}/harmonic` })).toEqual([]);
});

it('warns about settings that make a public server less safe, and prints no secret', () => {
  expect(warnings({ ...safe, NODE_ENV: 'development' })).toEqual([expect.stringMatching(/^NODE_ENV=development .*=production/)]);
  expect(warnings({ ...safe, TRUST_PROXY: '0' })).toEqual([expect.stringMatching(/^TRUST_PROXY=0 .* Secure/)]);
  expect(warnings({ ...safe, SESSION_SECRET: 'x'.repeat(32) })).toEqual([expect.stringMatching(/^SESSION_SECRET .*hardly any/)]);
  for (const mode of ['', '?sslmode=disable', '?sslmode=no-verify', '?ssl=false']) {
    const found = warnings({ ...safe, DATABASE_URL: `postgresql://harmonic:hunter2@db.example/harmonic${mode}` });
    expect(found).toEqual([expect.stringMatching(/^DATABASE_URL .* db\.example .*sslmode=verify-full/)]);
    expect(found.join()).not.toContain('hunter2');
    const DATABASE_REPLICA_URL = `postgresql://harmonic:hunter2@copy.example/harmonic${mode}`;
    expect(warnings({ ...safe, DATABASE_URL: 'postgresql://localhost/harmonic', DATABASE_REPLICA_URL })).toEqual([
      expect.stringMatching(/^DATABASE_REPLICA_URL .* copy\.example .*sslmode=verify-full/),
    ]);
  }
});
