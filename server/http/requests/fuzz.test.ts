import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RouteName, type RouteResponse, routes } from '../../../shared/api/contract/contract.ts';
import { errorBodySchema } from '../../../shared/api/error-schema.ts';
import { errorCodes } from '../../../shared/api/errors.ts';
import { errorsOf } from '../../../shared/api/contract/route-errors.ts';
import { routeNotes } from '../../../shared/api/contract/route-notes.ts';
import { scenarios } from '../../testing/scenarios.ts';
import { type Ask, startWorld, filled, routeNames, type World } from '../../testing/world.ts';
import type { TestServer, Visitor } from '../../testing/test-server.ts';

/** Number of requests. The embedded database gets fewer: it answers more slowly, and as many would show little more. */
const cases = Number(process.env.FUZZ_CASES ?? (process.env.TEST_DATABASE === 'postgresql' ? 10_000 : 2000));
const lanes = 8;

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld());
});
afterAll(() => server.stop());

/** Routes that take any input. */
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

/** A change of one part of a valid body: the index of the part, the kind of change, and the new value. */
const change = fc.record({
  at: fc.nat(400),
  how: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
  value,
  key: fc.oneof(fc.string(), nastyText),
});
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

const spoiling = fc.record({
  name: fc.constantFrom(...names),
  /** Sometimes another body altogether, else the valid one with some changes. */
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

/** Changes, removes or repeats bytes of an image. */
function spoiltThumbnail(original: Uint8Array, changes: readonly Change[]): Uint8Array {
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

/** Spoils a valid body. */
function spoiltBody(original: unknown, body: Spoiling['body']): unknown {
  if (original instanceof Uint8Array && !('whole' in body)) return spoiltThumbnail(original, body.changes);
  return JSON.stringify('whole' in body ? body.whole : changed(original, body.changes));
}

/** Copies a value and applies the changes. */
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

/** Makes text safe for a URL: no lone surrogates, and no longer than the limit of Node's headers. */
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

/** Prepares valid requests, several for each route, to be spoilt in many ways. */
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
/** Returns a new address for each request, since rates are counted per address. */
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
  // With an empty parameter, the path matches another route or none.
  const known = [...errorsOf(name), 'not-found', 'malformed-body'] as const;
  if (code === undefined || !known.includes(code) || answer.status !== errorCodes[code]) throw new Error(told());
}

/** Reads everything back: as its owner, and as a stranger where the owner is gone. */
async function expectKeptRules(visitors: ReadonlySet<Visitor>): Promise<void> {
  const read = async <N extends RouteName>(name: N, by: Visitor, params = {}) => {
    const { status, body } = await by.call(routes[name].method, filled(name, params), undefined, { 'x-forwarded-for': elsewhere() });
    // A user without a session is a stranger, and owns nothing.
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

it(`answers ${cases} spoilt requests as documented, and stores nothing that breaks a rule`, async () => {
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
