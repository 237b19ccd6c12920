import { verify } from 'argon2';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RouteName } from '../../../shared/api/contract/contract.ts';
import { rates } from '../../../shared/api/rates.ts';
import { comparableHeaders } from '../../testing/comparable-headers.ts';
import { scenarios } from '../../testing/scenarios.ts';
import { type Ask, startWorld, filled, password, type World } from '../../testing/world.ts';
import { type Answer, createVisitor, type TestServer, type Visitor } from '../../testing/test-server.ts';

vi.mock('argon2', async (original) => {
  const argon2 = await original<{ verify: typeof verify }>();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

let server: TestServer;
let world: World;

beforeAll(async () => {
  ({ server, world } = await startWorld());
});
afterAll(() => server.stop());

let moves = 0;
/** Returns the same user at another address. */
function elsewhere({ cookie }: Visitor): Visitor {
  moves += 1;
  return createVisitor(server.url, { cookie, 'x-forwarded-for': `172.16.${moves >> 8}.${moves & 255}` });
}

const signIn = (visitor: Visitor, email: string, word = password) => visitor.call('POST', filled('signIn'), { email, password: word });

describe('one account from many addresses', () => {
  it.each<[RouteName, number]>([
    ['createUniverse', rates.newUniverse.perAccount.points],
    ['importUniverse', rates.importUniverse.perAccount.points],
  ])('%s', async (name, points) => {
    const { body, by }: Ask = await scenarios[name].done(world);
    const refused = { ...(body as object), unknown: true };
    // Invalid requests are not counted: they are rejected before the account is looked up.
    const nothing = await elsewhere(by).call('POST', filled(name), refused);
    expect(nothing.status).toBe(400);
    for (let asked = 0; asked < points; asked += 1) {
      expect((await elsewhere(by).call('POST', filled(name), body)).status).toBe(201);
    }
    const held = await elsewhere(by).call('POST', filled(name), body);
    expect(held).toMatchObject({ status: 429, body: { error: { code: 'rate-limited' } } });
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await world.guest()).cookie).not.toBe('');
  });
});

it('answers an unknown address and a wrong password alike, with as much work', async () => {
  const { email } = await world.member();
  vi.mocked(verify).mockClear();
  const [known, unknown] = [await signIn(world.stranger(), email, 'wrong horse'), await signIn(world.stranger(), 'who@example.org')];
  const told = ({ status, body, headers }: Answer<unknown>) => ({
    status,
    body,
    headers: comparableHeaders(headers),
  });
  expect(told(unknown)).toEqual(told(known));
  const costs = vi.mocked(verify).mock.calls.map(([hash]) => /^\$argon2id\$v=\d+\$([^$]+)\$/.exec(hash)?.[1]?.split(',').toSorted());
  expect(costs).toHaveLength(2);
  expect(costs[0]).toEqual(costs[1]);
});
