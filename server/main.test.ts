import { execFile } from 'node:child_process';
import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UniverseDetail } from '../shared/api/contract/contract.ts';
import { runServerProcess, type ServerProcess, startServerProcess } from './testing/server-process.ts';
import { copyMigrated } from './testing/test-databases.ts';
import { createGuest, join, type Listener } from './testing/test-server.ts';

const directory = mkdtempSync(joinPath(tmpdir(), 'harmonic-'));
const variables = { DATA_DIR: directory };
let server: ServerProcess;

beforeAll(async () => {
  server = await startServerProcess(variables);
});
afterAll(async () => {
  await server.end('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

const acknowledged = (listener: Listener) => listener.heard.edits.flatMap(({ edits }) => edits);

it('loses no acknowledged edit when it is killed during a stream of edits', async () => {
  const ann = await createGuest(server.url);
  const { id } = (await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'orrery' })).body;
  const one = await join(server.url, ann, { universeId: id });
  const clientId = 'stream-of-edits';
  let sent = 0;
  const stream = setInterval(() => {
    for (let index = 0; index < 3; index += 1) {
      sent += 1;
      one.send('edit', { clientId, clientSequence: sent, edit: { kind: 'parameters.set', values: { density: sent / 100 } } });
    }
  }, 30);
  await one.until(() => acknowledged(one).length > 60);
  await server.end('SIGKILL');
  clearInterval(stream);
  const told = acknowledged(one);

  server = await startServerProcess(variables);
  const answer = await fetch(`${server.url}/api/v1/universes/${id}`, { headers: { cookie: ann.cookie } });
  const { document } = (await answer.json()) as UniverseDetail;
  const kept = document.parameters.density * 100;
  expect(Math.round(kept)).toBeGreaterThanOrEqual(told.at(-1)!.clientSequence);
  expect(Math.round(kept)).toBeLessThanOrEqual(sent);
});

it('keeps edits over an orderly stop, and exits with code 0', async () => {
  const ann = await createGuest(server.url);
  const { id } = (await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'orrery' })).body;
  const one = await join(server.url, ann, { universeId: id });
  one.send('edit', { clientId: 'only-client', clientSequence: 1, edit: { kind: 'parameters.set', values: { tempo: 77 } } });
  await one.until(() => acknowledged(one).length === 1);
  expect(await server.end('SIGTERM')).toBe(0);
  server = await startServerProcess(variables);
  const answer = await fetch(`${server.url}/api/v1/universes/${id}`, { headers: { cookie: ann.cookie } });
  expect((await answer.json()) as UniverseDetail).toMatchObject({ isMine: true, document: { parameters: { tempo: 77 } } });
});

it('refuses to share its data directory with a second process, and names the first', async () => {
  const second = await runServerProcess(variables);
  expect(second.code).toBe(1);
  expect(second.output).toMatch(/The data directory is in use by process \d+ .*DATA_DIR/);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

it.each(['PORT', 'METRICS_PORT'])('reports that its port is in use: %s', async (name) => {
  const other = mkdtempSync(joinPath(tmpdir(), 'harmonic-'));
  await copyMigrated(other);
  const { port } = new URL(server.url);
  const second = await runServerProcess({ DATA_DIR: other, [name]: port });
  rmSync(other, { recursive: true, force: true });
  expect(second.code).toBe(1);
  expect(second.output).toContain(`Port ${port} is in use`);
  expect(second.output).toContain(`${name}=${Number(port) + 1} npm start`);
  expect(second.output).not.toContain('    at ');
});

it('names an invalid variable and exits', async () => {
  const ended = await runServerProcess({ ...variables, PORT: 'piano' });
  expect(ended).toMatchObject({ code: 1, output: expect.stringContaining('PORT=piano: must be a port from 0 to 65535') });
});

/** Runs a program of `tools` as npm does. @returns its exit code and its output */
const runTool = (name: string, parameters: string[], given: Record<string, string>) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const tool = joinPath(import.meta.dirname, '..', 'tools', name);
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    execFile(process.execPath, [tool, ...parameters], { env: { PATH, NODE_COMPILE_CACHE, ...given } }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code) : 0, output: out + errors }),
    );
  });

it('can be backed up when stopped, and restored elsewhere with all its data', async () => {
  const ann = await createGuest(server.url);
  const { id } = (await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'orrery' })).body;
  const [file, elsewhere] = [joinPath(directory, 'whole.backup'), mkdtempSync(joinPath(tmpdir(), 'harmonic-'))];
  expect(await runTool('backup.ts', [file], variables)).toMatchObject({
    code: 1,
    output: expect.stringContaining('Stop that server first'),
  });
  expect(await server.end('SIGTERM')).toBe(0);

  const made = await runTool('backup.ts', [file, '--with-secret'], variables);
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining('The session secret is inside') });
  expect(lstatSync(file).mode & 0o777).toBe(0o600);
  const there = { DATA_DIR: elsewhere };
  expect((await runTool('restore.ts', [file], there)).output).toContain(`The session secret of the backup is in ${elsewhere}`);

  server = await startServerProcess(there);
  const answer = await fetch(`${server.url}/api/v1/universes/${id}`, { headers: { cookie: ann.cookie } });
  expect((await answer.json()) as UniverseDetail).toMatchObject({ isMine: true, id });
  await server.end('SIGTERM');
  const refused = await runServerProcess({ ...there, SESSION_SECRET: 'another secret, which is as long as the first' });
  expect(refused).toMatchObject({ code: 1, output: expect.stringMatching(/^The session secret is not the one.*\n$/) });
  rmSync(elsewhere, { recursive: true, force: true });
}, 150_000);
