import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RouteName, routes } from '../../../shared/api/contract/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { authorizeAccount, type AccountAction, type AccountHolder, type AccountStatus } from '../../auth/policy.ts';
import { filled, password, startWorld, type World } from '../../testing/world.ts';
import type { TestServer, Visitor } from '../../testing/test-server.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  ({ server, world } = await startWorld());
});
afterAll(() => server.stop());

const asUser: Readonly<Record<AccountStatus, AccountHolder | null>> = {
  stranger: null,
  guest: { accountSince: null },
  member: { accountSince: new Date() },
};
const arrive: Readonly<Record<AccountStatus, () => Promise<Visitor>>> = {
  stranger: async () => world.stranger(),
  guest: () => world.guest(),
  member: async () => (await world.member()).visitor,
};

interface Surface {
  name: RouteName;
  /** A stranger becomes a guest by the request. */
  makesGuest?: true;
  params?(): Promise<Record<string, string>>;
  body?(): Promise<object>;
}

/** A route for each action that concerns the caller. */
const surfaces: Readonly<Record<AccountAction, Surface>> = {
  'profile.read': { name: 'getProfile', params: async () => ({ id: await world.idOf(await world.guest()) }) },
  'account.read': { name: 'getMe', makesGuest: true },
  'account.update': { name: 'updateMe', makesGuest: true, body: async () => ({ displayName: 'Ada' }) },
  'account.export': { name: 'exportMe' },
  'account.delete': { name: 'deleteMe', body: async () => ({ password }) },
  'account.trash': { name: 'listTrash' },
  'account.activity': { name: 'listAuditLog' },
  'account.notifications': { name: 'countNotifications' },
  'invitation.accept': {
    name: 'acceptInvitation',
    makesGuest: true,
    body: async () => {
      const { by, id } = await world.owned();
      return { secret: (await world.invitation(by, id)).secret };
    },
  },
  'account.register': { name: 'register', body: async () => ({ email: world.newEmail(), password }) },
  'account.log-in': { name: 'signIn', body: async () => ({ email: (await world.member()).email, password }) },
  'account.log-out': { name: 'signOut' },
  'account.change-password': { name: 'changePassword', body: async () => ({ current: password, next: 'another horse' }) },
  'account.confirm': { name: 'confirmIdentity', body: async () => ({ password }) },
  'account.sign-out-everywhere': { name: 'signOutEverywhere' },
  'account.ways-in': { name: 'listSignInMethods' },
  'account.send-verification': { name: 'sendVerification' },
  'account.verify': {
    name: 'verifyAddress',
    body: async () => ({ secret: await world.mailSecret((await world.member()).visitor, 'verify') }),
  },
  'account.arrive': {
    name: 'beginProviderSignIn',
    params: async () => ({ provider: world.provider }),
    body: async () => ({ purpose: 'sign-in' }),
  },
  'account.link': {
    name: 'beginProviderSignIn',
    params: async () => ({ provider: world.provider }),
    body: async () => ({ purpose: 'link' }),
  },
  'account.identities': { name: 'listIdentities' },
  'account.recover': { name: 'forgotPassword', body: async () => ({ email: 'nobody@example.org' }) },
};

/** Returns what the policy answers to an account status for an action. */
function expected(standing: AccountStatus, action: AccountAction): string {
  try {
    authorizeAccount(asUser[standing], action);
    return 'done';
  } catch (error) {
    return (error as AppError).code;
  }
}

describe.each(Object.keys(asUser) as AccountStatus[])('a %s', (standing) => {
  it.each(Object.entries(surfaces) as [AccountAction, Surface][])(
    'gets what the policy says for %s',
    async (action, { name, makesGuest, params, body }) => {
      const visitor = await arrive[standing]();
      const answer = await visitor.call<{ error?: { code: string } }>(routes[name].method, filled(name, await params?.()), await body?.());
      const asked = standing === 'stranger' && makesGuest ? 'guest' : standing;
      expect(answer.body.error?.code ?? 'done').toBe(expected(asked, action));
    },
  );
});
