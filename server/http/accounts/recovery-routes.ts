import type { Router } from 'express';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorizeAccount } from '../../auth/policy.ts';
import type { Recovery } from '../../services/accounts/recovery.ts';
import { addOpenRoute } from '../requests/route.ts';

/** Adds the routes for address verification and password reset, only if mail is configured. None of them creates a guest. */
export function addRecoveryRoutes(router: Router, identity: Identity, recovery: Recovery): void {
  addOpenRoute(router, 'sendVerification', async ({ user }) => {
    authorizeAccount(user, 'account.send-verification');
    await recovery.askVerification(user!);
    return {};
  });

  addOpenRoute(router, 'verifyAddress', async ({ user, body }) => {
    authorizeAccount(user, 'account.verify');
    await recovery.verify(body.secret);
    return {};
  });

  addOpenRoute(router, 'forgotPassword', async ({ user, body }) => {
    authorizeAccount(user, 'account.recover');
    await recovery.forgot(body.email);
    return {};
  });

  addOpenRoute(router, 'resetPassword', async ({ user, body }) => {
    authorizeAccount(user, 'account.recover');
    identity.tellRevoked(await recovery.reset(body.secret, body.password));
    return {};
  });
}
