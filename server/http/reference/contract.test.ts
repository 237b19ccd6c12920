import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyLimits } from '../../../shared/api/body-limits.ts';
import { type RouteName, routes } from '../../../shared/api/contract/contract.ts';
import { errorBodySchema } from '../../../shared/api/error-schema.ts';
import { type ErrorCode, errorCodes } from '../../../shared/api/errors.ts';
import { describeApi } from '../../../shared/api/contract/openapi.ts';
import { overallRate } from '../../../shared/api/rates.ts';
import { errorsOf } from '../../../shared/api/contract/route-errors.ts';
import { routeNotes } from '../../../shared/api/contract/route-notes.ts';
import { groupOf, type ParameterGroup, parameterKeys, defaultParameters, registry } from '../../../shared/parameters/index.ts';
import { enterRoom, leave } from '../../testing/gathering.ts';
import { scenarios } from '../../testing/scenarios.ts';
import { type Ask, startWorld, filled, routeNames as names, type World } from '../../testing/world.ts';
import { type Answer, type TestServer } from '../../testing/test-server.ts';

let world: World;
let server: TestServer;
beforeAll(async () => {
  ({ server, world } = await startWorld());
});
afterAll(() => server.stop());

const send = (name: RouteName, { by, params, query = '', body, headers }: Ask): Promise<Answer<unknown>> =>
  by.call(routes[name].method, filled(name, params) + query, body, headers);

const takesThumbnail = (name: RouteName) => routeNotes[name].body === 'thumbnail';
const maxOf = (name: RouteName) => bodyLimits[routeNotes[name].body ?? 'usual'];

/** Spoils a request so that it is rejected for its form. */
const spoilt: Partial<Record<ErrorCode, (name: RouteName, ask: Ask) => Ask>> = {
  'invalid-input': (name, ask) => {
    if ('body' in routes[name]) return { ...ask, body: takesThumbnail(name) ? new Uint8Array(9) : [] };
    return 'query' in routes[name] ? { ...ask, query: '?nothing=1' } : { ...ask, headers: { 'if-match': 'nonsense' } };
  },
  'malformed-body': (name, ask) =>
    'body' in routes[name] && !takesThumbnail(name) ? { ...ask, body: '{"' } : withParameters(ask, '%E0%A4%A'),
  'unsupported-media-type': (_name, ask) => ({ ...ask, headers: { 'content-type': 'text/plain' } }),
  'body-too-large': (name, ask) => ({
    ...ask,
    body: takesThumbnail(name) ? new Uint8Array(maxOf(name) + 1) : JSON.stringify('x'.repeat(maxOf(name))),
  }),
  'not-allowed': (name, ask) => (routes[name].method === 'GET' ? ask : { ...ask, headers: { origin: 'http://elsewhere.example' } }),
  'not-found': (_name, ask) => ({ ...ask, params: { ...ask.params, id: 'nowhere' } }),
  'changed-meanwhile': (_name, ask) => ({ ...ask, headers: { 'if-match': '"another"' } }),
};

const withParameters = (ask: Ask, value: string): Ask => ({
  ...ask,
  params: Object.fromEntries(Object.keys(ask.params!).map((key) => [key, value])),
});

function expectRefusal(name: RouteName, code: ErrorCode, answer: Answer<unknown>): void {
  const body = errorBodySchema.parse(answer.body);
  expect([name, body.error.code, answer.status]).toEqual([name, code, errorCodes[code]]);
  expect(errorsOf(name)).toContain(code);
}

describe.each(names)('%s', (name) => {
  const scenario = scenarios[name];
  const codes = errorsOf(name).filter((code) => code !== 'rate-limited');

  it('gives every documented error, and answers as documented', async () => {
    const refused = await scenario.done(world);
    for (const code of codes) {
      const own = scenario.refused?.[code];
      expectRefusal(name, code, await send(name, own ? await own(world) : spoilt[code]!(name, refused)));
    }
    // Prepared again: some rates count rejected requests too.
    const ask = await scenario.done(world);
    const answer = await send(name, ask);
    const { status = 200, tagged } = routeNotes[name];
    expect([name, answer.status]).toEqual([name, status]);
    expect(routes[name].response.parse(answer.body)).toEqual(answer.body);
    const tag = answer.headers.get('etag');
    if (!tagged || routes[name].method !== 'GET') return;
    const again = await send(name, { ...ask, headers: { 'if-none-match': tag! } });
    expect([again.status, again.body]).toEqual([304, '']);
  });
});

it('documents exactly the errors that the scenarios cause', () => {
  for (const name of names) {
    const declared = routeNotes[name].errors ?? [];
    expect([name, Object.keys(scenarios[name].refused ?? {}).toSorted()]).toEqual([name, [...declared].toSorted()]);
  }
});

it('rate limits every route per address, and sends `Retry-After`', async () => {
  // One after another: all at once wait too long for a connection to the database on a busy machine.
  const asks: [RouteName, Ask][] = [];
  for (const name of names) asks.push([name, await scenarios[name].done(world)]);
  const crowd = world.stranger();
  const press = () => Promise.all(Array.from({ length: overallRate.points }, () => crowd.call('GET', '/api/v1/nothing')));
  await press();
  for (const [name, ask] of asks) {
    let answer = await send(name, { ...ask, by: crowd });
    // The rate limit may have ended meanwhile.
    for (let tries = 0; answer.status !== 429 && tries < 3; tries += 1) {
      await press();
      answer = await send(name, { ...ask, by: crowd });
    }
    expectRefusal(name, 'rate-limited', answer);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
});

it('is served as an OpenAPI document and as a page without scripts', async () => {
  const visitor = world.stranger();
  const told = await visitor.call('GET', '/api/v1/openapi.json');
  expect(told.body).toEqual(JSON.parse(JSON.stringify(describeApi())));
  const page = await visitor.call<string>('GET', '/api');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  for (const name of names) expect(page.body).toContain(`id="${name}"`);
  expect(page.body).not.toMatch(/<script|javascript:| on\w+=/);
  expect(visitor.cookie).toBe('');
});

// The requests are those of all tests above.
it('is measured, with edits of all groups, in fewer than 5000 series, none of which names a user, a universe or a template', async () => {
  const owner = await world.guest();
  const { id: universeId } = await world.universe(owner, { templateId: 'pulsar' });
  const member = await enterRoom(server, owner, universeId);
  const groups = Object.keys(registry) as ParameterGroup[];
  for (const [index, group] of groups.entries()) {
    const key = parameterKeys.find((candidate) => groupOf(candidate) === group)!;
    const values = { [key]: defaultParameters[key] };
    member.send('edit', { clientId: 'client-one', clientSequence: index + 1, edit: { kind: 'parameters.set', values } });
  }
  await member.until(() => member.heard.edits.flatMap(({ edits }) => edits).length === groups.length);
  await leave(member);

  const text = await (await fetch(server.metricsUrl!)).text();
  for (const name of names) expect(text).toContain(`route="${routes[name].path}"`);
  for (const code of Object.keys(errorCodes)) expect(text).toContain(`harmonic_errors_total{code="${code}"}`);
  for (const group of groups) expect(text).toContain(`harmonic_edits_total{group="${group}",outcome="committed"} `);
  const series = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(series.length).toBeLessThan(5000);
  const { rows } = await server.query(
    'select id from users union all select id from universes union all select id from templates where owner_id is not null',
  );
  expect(rows.length).toBeGreaterThan(names.length);
  for (const { id } of rows as { id: string }[]) expect(text).not.toContain(id);
});
