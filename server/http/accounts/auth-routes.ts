import type { Router } from 'express';
import type { Accounts } from '../../services/accounts/accounts.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorizeAccount } from '../../auth/policy.ts';
import type { Provider } from '../../auth/providers.ts';
import type { Recovery } from '../../services/accounts/recovery.ts';
import { addOpenRoute } from '../requests/route.ts';
import { meOf } from '../lists/summaries.ts';

/** Adds the routes for registration, sign-in, sign-out and passwords. None of them creates a guest. */
export function addAuthRoutes(
  router: Router,
  identity: Identity,
  { accounts, recovery, providers }: { accounts: Accounts; recovery: Recovery | null; providers: ReadonlyMap<string, Provider> },
): void {
  addOpenRoute(router, 'listSignInMethods', async ({ user }) => {
    authorizeAccount(user, 'account.ways-in');
    return { mail: recovery !== null, providers: [...providers.values()].map(({ id, name }) => ({ id, name })) };
  });

  addOpenRoute(router, 'register', async ({ user, body, request }) => {
    authorizeAccount(user, 'account.register');
    return meOf(await identity.admit(request, null, (guestId) => accounts.register(guestId, body)), accounts);
  });

  addOpenRoute(router, 'signIn', async ({ user, request }) => {
    authorizeAccount(user, 'account.log-in');
    return meOf(await identity.admit(request, 'password', () => identity.checkCredentials(request)), accounts);
  });

  addOpenRoute(router, 'signOut', async ({ user, request }) => {
    authorizeAccount(user, 'account.log-out');
    await identity.leave(request);
    return {};
  });

  addOpenRoute(router, 'changePassword', async ({ user, body, request }) => {
    authorizeAccount(user, 'account.change-password');
    const changed = await accounts.changePassword(user!, body, identity.senderOf(request));
    await identity.enter(request, changed);
    identity.tellRevoked(changed.id);
    return {};
  });

  addOpenRoute(router, 'confirmIdentity', async ({ user, body, request }) => {
    authorizeAccount(user, 'account.confirm');
    await accounts.checkAgain(user!, body.password, 'password', identity.senderOf(request));
    await identity.confirm(request);
    return {};
  });

  addOpenRoute(router, 'signOutEverywhere', async ({ user, request }) => {
    authorizeAccount(user, 'account.sign-out-everywhere');
    await identity.signOutEverywhere(request, user!);
    return {};
  });
}
