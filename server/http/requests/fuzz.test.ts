import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type RouteName, type RouteResponse, routes } from '../../../shared/api/contract/contract.ts';
import { errorBodySchema } from '../../../shared/api/error-schema.ts';
import { errorCodes } from '../../../shared/api/errors.ts';
import { errorsOf } from '../../../shared/api/contract/route-errors.ts';
import { routeNotes } from '../../../shared/api/contract/route-notes.ts';
import { scenarios } from '../../testing/scenarios.ts';
import { type Ask, startWorld, filled, routeNames, type World } from '../../testing/world.ts';
import type { TestServer, Visitor } from '../../testing/test-server.ts';

// What takes its time on purpose would be most of the time here.
vi.mock('argon2', () => import('../../testing/quick-argon2.ts'));

/** Requests in all; as many again on the other database, which answers more slowly, would show little more. */
const cases = Number(process.env.FUZZ_CASES ?? (process.env.TEST_DATABASE === 'postgresql' ? 10_000 : 2000));
const lanes = 8;

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld());
});
afterAll(() => server.stop());

/** Of those that take anything. */
const names = routeNames.filter((name) => 'body' in routes[name] || 'query' in routes[name] || routes[name].path.includes('/:'));

const plainTexts = ['', ' ', '%00', '../..', "' or 1=1 --", '{}', 'null', '__proto__', 'constructor', '1', '1e999', '-0', 'NaN', '#ff00ff'];
const longTexts = ['x'.repeat(300), '𝄞'.repeat(60), 'é'.repeat(5000)];
const brokenTexts = ['\0', 'a\0b', '\ud800', '\udfff\ud800', '\u202e'];
const nastyTexts = [...plainTexts, ...longTexts, ...brokenTexts, 'editor', 'owner', 'physics', 'pulsar'];
const nastyText = fc.constantFrom(...nastyTexts);
const nasty = fc.oneof(
  nastyText,
  fc.constantFrom<unknown>(0, -0, -1, 0.1, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 2, true, false, null),
  fc.constantFrom<unknown>([], {}, [[]], [null], { length: -1 }, { toString: 1 }),
);
const value = fc.oneof({ weight: 3, arbitrary: nasty }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) });

/** How a part of what would be taken is changed: which, counted among all that it has, and into what; or by what it is taken away. */
const change = fc.record({
  at: fc.nat(400),
  how: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
  value,
  key: fc.oneof(fc.string(), nastyText),
});
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

const spoiling = fc.record({
  name: fc.constantFrom(...names),
  /** A whole other body now and then, else the one that would be taken with some changes. */
  body: fc.oneof(
    { weight: 1, arbitrary: fc.record({ whole: value }) },
    { weight: 6, arbitrary: fc.record({ changes: fc.array(change, { minLength: 1, maxLength: 3 }) }) },
  ),
  parameter: fc.option(fc.oneof(fc.string({ unit: 'binary' }), nastyText), { freq: 3 }),
  query: fc.array(
    fc.tuple(
      fc.constantFrom('list', 'q', 'v', 'tag', 'key', 'tempoMin', 'tempoMax', 'cursor', 'limit', 'x'),
      fc.oneof(fc.string({ unit: 'binary' }), nastyText, fc.nat(300).map(String)),
    ),
    { maxLength: 4 },
  ),
  ifMatch: fc.option(fc.constantFrom('*', '"1"', '"0"', '"1.x"', '"99999999999999999999"', 'W/"1"', '"', '"a" "b"', ',', '"a",'), {
    freq: 4,
  }),
});
type Spoiling = typeof spoiling extends fc.Arbitrary<infer S> ? S : never;

/** A picture some of whose bytes are others, are gone, or stand in it again. */
function spoiltPicture(original: Uint8Array, changes: readonly Change[]): Uint8Array {
  const bytes = [...original];
  for (const { at, how, key } of changes) {
    const place = at % (bytes.length + 1);
    if (how === 'replace') bytes[place] = (key.charCodeAt(0) || 0) & 255;
    else if (how === 'remove') bytes.splice(place, 1 + key.length);
    else if (how === 'add') bytes.splice(place, 0, ...Buffer.from(key));
    else bytes.splice(place, 0, ...bytes.slice(0, place));
  }
  return new Uint8Array(bytes);
}

/** A body that is not what would be taken. */
function spoiltBody(original: unknown, body: Spoiling['body']): unknown {
  if (original instanceof Uint8Array && !('whole' in body)) return spoiltPicture(original, body.changes);
  return JSON.stringify('whole' in body ? body.whole : changed(original, body.changes));
}

/** A copy in which the parts that `changes` count to are changed. */
function changed(original: unknown, changes: readonly Change[]): unknown {
  const copy = { root: structuredClone(original ?? {}) };
  for (const { at, how, value: given, key } of changes) {
    const next = structuredClone(given);
    const places: [Record<string, unknown>, string][] = [];
    const collect = (owner: Record<string, unknown>, name: string) => {
      places.push([owner, name]);
      const inner = owner[name];
      if (typeof inner === 'object' && inner !== null)
        for (const innerName of Object.keys(inner)) collect(inner as Record<string, unknown>, innerName);
    };
    collect(copy, 'root');
    const [owner, name] = places[at % places.length]!;
    if (how === 'replace') owner[name] = next;
    else if (how === 'remove' && name !== 'root') delete owner[name];
    else if (how === 'add' && typeof owner[name] === 'object' && owner[name] !== null) (owner[name] as Record<string, unknown>)[key] = next;
    else if (how === 'repeat' && Array.isArray(owner[name])) owner[name] = Array.from({ length: 40 }, () => (owner[name] as unknown[])[0]);
  }
  return copy.root;
}

/** Half signs can't stand in an address, and Node itself answers one that is longer than its headers may be. */
const addressed = (text: string) => text.slice(0, 400).toWellFormed();

function spoil(name: RouteName, ask: Ask, { body, parameter, query, ifMatch }: Spoiling): Ask {
  const { method } = routes[name];
  const keys = Object.keys(ask.params ?? {});
  const params =
    parameter === null
      ? ask.params
      : { ...ask.params, [keys[parameter.length % Math.max(keys.length, 1)] ?? 'none']: encodeURIComponent(addressed(parameter)) };
  const searched = new URLSearchParams(query.map(([key, text]) => [key, addressed(text)]));
  return {
    by: ask.by,
    params,
    query: 'query' in routes[name] ? `?${searched}` : '',
    ...('body' in routes[name] && method !== 'GET' ? { body: spoiltBody(ask.body, body) } : {}),
    ...(ifMatch !== null && routeNotes[name].conditional ? { headers: { 'if-match': ifMatch } } : {}),
  };
}

/** Requests that would be answered, several for each route, each of which is spoilt in many ways. */
async function prepare(): Promise<Map<RouteName, Ask[]>> {
  const prepared = new Map<RouteName, Ask[]>();
  for (const name of names) {
    const asks = [];
    for (let copy = 0; copy < 3; copy += 1) asks.push(await scenarios[name].done(world));
    prepared.set(name, asks);
  }
  return prepared;
}

let requests = 0;
/** Rates are counted by addresses: each request comes from another. */
const elsewhere = () => {
  requests += 1;
  return `172.${16 + (requests >> 16)}.${(requests >> 8) & 255}.${requests & 255}`;
};

async function expectDocumented(name: RouteName, asks: readonly Ask[], spoilt: Spoiling): Promise<void> {
  const ask = spoil(name, asks[requests % asks.length]!, spoilt);
  const answer = await ask.by.call(routes[name].method, filled(name, ask.params) + (ask.query ?? ''), ask.body, {
    ...ask.headers,
    'x-forwarded-for': elsewhere(),
  });
  const told = () => {
    const asked = `${routes[name].method} ${filled(name, ask.params)}${ask.query} ${String(ask.body).slice(0, 400)}`;
    return `${asked} → ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`;
  };
  if (answer.status < 300) {
    const { error } = routes[name].response.safeParse(answer.body);
    if (error) throw new Error(told(), { cause: error });
    return;
  }
  const code = errorBodySchema.safeParse(answer.body).data?.error.code;
  // An empty part makes it the path of another route, or of none.
  const known = [...errorsOf(name), 'not-found', 'malformed-body'] as const;
  if (code === undefined || !known.includes(code) || answer.status !== errorCodes[code]) throw new Error(told());
}

/** All that is kept, read back: by whose it is, and by anybody where they are gone. */
async function expectKeptRules(visitors: ReadonlySet<Visitor>): Promise<void> {
  const read = async <N extends RouteName>(name: N, by: Visitor, params = {}) => {
    const { status, body } = await by.call(routes[name].method, filled(name, params), undefined, { 'x-forwarded-for': elsewhere() });
    // Whoever has no session any more is a stranger, and has nothing.
    if (status === 403 && name === 'exportMe') return null;
    const { data, error } = routes[name].response.safeParse(body);
    if (error) throw new Error(`${name} ${JSON.stringify(params)} → ${status} ${JSON.stringify(body).slice(0, 300)}`, { cause: error });
    return data as RouteResponse<N>;
  };
  const found = new Set<string>();
  for (const visitor of visitors) for (const { id } of (await read('exportMe', visitor))?.universes ?? []) found.add(id);
  await server.query('update universes set is_public = true, deleted_at = null');
  const { rows } = await server.query('select id from universes');
  expect(rows.length).toBeGreaterThan(names.length);
  const stranger = world.stranger();
  for (const { id } of rows as { id: string }[]) if (!found.has(id)) await read('getUniverse', stranger, { id });
}

it(`gives ${cases} odd requests an answer that is documented, and keeps nothing that breaks a rule`, async () => {
  const prepared = await prepare();
  const spoilings = fc.sample(spoiling, cases);
  const waiting = spoilings.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const spoilt of waiting) await expectDocumented(spoilt.name, prepared.get(spoilt.name)!, spoilt);
    }),
  );
  expect(requests).toBe(cases);
  await expectKeptRules(new Set([...prepared.values()].flat().map(({ by }) => by)));
}, 300_000);
