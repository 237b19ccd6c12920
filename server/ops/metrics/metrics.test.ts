import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiPaths } from '../../../shared/api/contract/paths.ts';
import type { Edit } from '../../../shared/universe/index.ts';
import { routeLabel } from '../../http/door/route-label.ts';
import { enterRoom, idOf, leave, universeOf } from '../../testing/gathering.ts';
import { createGuest, startTestServer, type TestServer, type Visitor } from '../../testing/test-server.ts';
import { editGroupOf } from './edit-group.ts';
import { createMetrics } from './metrics.ts';

let server: TestServer;
let ann: Visitor;
let metricsUrlByDefault: string | null;

beforeAll(async () => {
  const other = await startTestServer();
  metricsUrlByDefault = other.metricsUrl;
  // Rooms belong to the process: one server at a time.
  await other.stop();
  server = await startTestServer({ METRICS_PORT: '0' });
  ann = await createGuest(server.url);
});
afterAll(() => server.stop());

const read = async () => (await fetch(server.metricsUrl!)).text();
/** Returns the value of a series, written as in the text; undefined if there is none. */
const valueIn = (text: string, series: string) => {
  const line = text.split('\n').find((found) => found.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};
const untilValue = (series: string, value: number) => expect.poll(async () => valueIn(await read(), series)).toBe(value);

const request = (clientSequence: number, edit: unknown) => ({ clientId: 'client-one', clientSequence, edit });

it('counts joins, edits, refusals, requests, drops and divergences of a server, and names nobody', async () => {
  const universeId = await universeOf(ann);
  const { id: userId } = (await ann.call<{ id: string }>('GET', '/api/v1/me')).body;
  const [one, two] = [await enterRoom(server, ann, universeId), await enterRoom(server, ann, universeId)];
  const watching = await enterRoom(server, ann, universeId, 'spectate');
  one.send('edit', request(1, { kind: 'parameters.set', values: { gravity: 3 } }));
  one.send('edit', request(2, { kind: 'parameters.set', values: { tempo: 77 } }));
  one.send('edit', request(3, { kind: 'well.remove', id: 'nobody' }));
  one.send('edit', request(4, { kind: 'explode' }));
  watching.send('edit', request(1, { kind: 'restart' }));
  await one.until(() => one.heard.edits.length > 0 && one.heard.refused.length === 2);
  await watching.until(() => watching.heard.refused.length === 1);
  await expect(enterRoom(server, ann, 'nowhere')).rejects.toThrow();
  await ann.call('GET', `/api/v1/universes/${universeId}`);
  await ann.call('GET', '/api/v1/universes/nowhere');
  for (const path of ['/', `/u/${universeId}`, '/assets/none.js', `/api/v1/${universeId}`]) await ann.call('GET', path);
  one.send('hash', { tick: 0, hash: '0'.repeat(16) });
  two.send('hash', { tick: 0, hash: 'f'.repeat(16) });

  await untilValue('harmonic_divergences_total', 1);
  await untilValue('harmonic_http_request_duration_seconds_count{method="GET",route="other",code="404"}', 1);
  const text = await read();
  const routes = 'harmonic_http_request_duration_seconds_count{method="GET",route="/api/v1/universes/:id"';
  for (const [series, value] of [
    ['harmonic_rooms', 1],
    ['harmonic_connections{kind="owner"}', 2],
    ['harmonic_connections{kind="editor"}', 0],
    ['harmonic_connections{kind="viewer"}', 0],
    ['harmonic_connections{kind="spectator"}', 1],
    ['harmonic_joins_total{outcome="joined"}', 3],
    ['harmonic_joins_total{outcome="not-found"}', 1],
    ['harmonic_edits_total{group="physics",outcome="committed"}', 1],
    ['harmonic_edits_total{group="music",outcome="committed"}', 1],
    ['harmonic_edits_total{group="wells",outcome="refused"}', 1],
    ['harmonic_edits_total{group="unknown",outcome="refused"}', 1],
    ['harmonic_edits_total{group="run",outcome="refused"}', 1],
    ['harmonic_errors_total{code="not-allowed"}', 1],
    [`${routes},code="200"}`, 1],
    [`${routes},code="404"}`, 1],
    ['harmonic_http_request_duration_seconds_count{method="POST",route="/api/v1/universes",code="201"}', 1],
    ['harmonic_http_request_duration_seconds_count{method="GET",route="page",code="503"}', 2],
    ['harmonic_http_request_duration_seconds_count{method="GET",route="asset",code="503"}', 1],
    ['harmonic_db_pool{state="idle"}', undefined],
  ] as const) {
    expect([series, valueIn(text, series)]).toEqual([series, value]);
  }
  expect(valueIn(text, 'harmonic_journal_commit_seconds_count')).toBeGreaterThan(0);
  expect(valueIn(text, 'harmonic_tick_lag_seconds_count')).toBeGreaterThan(0);
  expect(valueIn(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);

  for (const id of [universeId, userId, idOf(one), idOf(watching), 'nowhere']) expect(text).not.toContain(id);
  const series = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(series.length).toBeLessThan(5000);

  await two.room.leave(false);
  await untilValue('harmonic_socket_drops_total{reason="network"}', 1);
  await leave(one, watching);
  await untilValue('harmonic_connections{kind="owner"}', 0);
  expect(valueIn(await read(), 'harmonic_connections{kind="spectator"}')).toBe(0);
});

it('counts connections by the role that they have in the room', async () => {
  const universeId = await universeOf(ann);
  const [owner, guest] = [await enterRoom(server, ann, universeId), await enterRoom(server, await createGuest(server.url), universeId)];
  for (const linkRole of ['viewer', 'editor'] as const) {
    await ann.call('PATCH', `/api/v1/universes/${universeId}`, { linkRole });
    await untilValue(`harmonic_connections{kind="${linkRole}"}`, 1);
    expect(valueIn(await read(), 'harmonic_connections{kind="owner"}')).toBe(1);
    expect(valueIn(await read(), `harmonic_connections{kind="${linkRole === 'viewer' ? 'editor' : 'viewer'}"}`)).toBe(0);
  }
  await leave(owner, guest);
});

it('names why it ends a connection', async () => {
  const universeId = await universeOf(ann);
  const friend = await createGuest(server.url);
  const [owner, guest] = [await enterRoom(server, ann, universeId), await enterRoom(server, friend, universeId)];
  owner.send('kick', { memberId: idOf(guest) });
  await untilValue('harmonic_socket_drops_total{reason="kicked"}', 1);
  await leave(owner);
});

it('serves no metrics without METRICS_PORT', () => {
  expect(metricsUrlByDefault).toBeNull();
});

it('serves metrics on a port of its own, on this machine alone, and nothing else there', async () => {
  const { port, origin } = new URL(server.metricsUrl!);
  expect((await fetch(server.metricsUrl!)).headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  for (const path of ['/', '/healthz', '/metrics/more']) expect((await fetch(origin + path)).status).toBe(404);
  expect((await fetch(server.metricsUrl!, { method: 'POST' })).status).toBe(404);
  for (const host of ['127.0.0.2', '[::1]']) await expect(fetch(`http://${host}:${port}/metrics`)).rejects.toThrow('fetch failed');
  expect((await fetch(`${server.url}/metrics`)).headers.get('content-type')).not.toContain('version');
});

it('measures each server alone', async () => {
  const [first, second] = [createMetrics(), createMetrics()];
  first.diverged();
  expect((await first.read()).text).toContain('harmonic_divergences_total 1');
  expect((await second.read()).text).toContain('harmonic_divergences_total 0');
});

it('labels each route of the contract by its pattern, and all else by few words', () => {
  for (const { method, path } of Object.values(apiPaths)) {
    expect(routeLabel(method, `${path.replace(/:\w+/g, '3f9aXq')}?cursor=7`)).toBe(path);
  }
  const labels = ['/u/3f9aXq', '/x.map', '/api/v1/x.js', '//', 'http://a.example/', '*', '/matchmake/x'].map((url) =>
    routeLabel('GET', url),
  );
  expect(labels).toEqual(['page', 'asset', 'other', 'page', 'other', 'other', 'other']);
  expect(routeLabel('POST', '/u/3f9aXq')).toBe('other');
  expect(routeLabel('HEAD', '/healthz')).toBe('/healthz');
});

it('names the group of an edit', () => {
  const groups = [
    { kind: 'parameters.set', values: { tempo: 90, rhythmComplexity: 1 } },
    { kind: 'parameters.set', values: { tempo: 90, gravity: 1 } },
    { kind: 'emitter.remove', id: 'one' },
    { kind: 'note.release', midi: 60 },
  ] satisfies Edit[];
  expect(groups.map(editGroupOf)).toEqual(['music', 'mixed', 'emitters', 'notes']);
});
