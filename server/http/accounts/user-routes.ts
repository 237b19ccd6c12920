import type { Router } from 'express';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorizeFresh, authorizeAccount } from '../../auth/policy.ts';
import type { DepartureService } from '../../services/accounts/departure-service.ts';
import type { LeftBehindService } from '../../services/accounts/left-behind-service.ts';
import type { UserService } from '../../services/accounts/user-service.ts';
import { exportOf, type ExportServices } from './export-of.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';
import { meOf, profileOf } from '../lists/summaries.ts';

interface PersonServices extends ExportServices {
  users: UserService;
  leftBehind: LeftBehindService;
  departures: DepartureService;
}

/** Adds the routes for the caller's own data and for public profiles. */
export function addUserRoutes(router: Router, identity: Identity, services: PersonServices): void {
  const { accounts, users, leftBehind, departures } = services;
  addRoute(router, identity, 'getMe', async ({ user }) => {
    authorizeAccount(user, 'account.read');
    return meOf(user, accounts);
  });

  addOpenRoute(router, 'getProfile', async ({ user, params }) => {
    authorizeAccount(user, 'profile.read');
    const person = await identity.findPublic(params.id!);
    if (!person) throw refuse('no-user');
    return profileOf(person);
  });

  addRoute(router, identity, 'updateMe', async ({ user, body }) => {
    authorizeAccount(user, 'account.update');
    const { preferences, ...profile } = body;
    return meOf(await users.update(user.id, { ...profile, ...preferences }), accounts);
  });

  addOpenRoute(router, 'exportMe', async ({ user }) => {
    authorizeAccount(user, 'account.export');
    return exportOf(user!, services);
  });

  addOpenRoute(router, 'listLeftBehind', async ({ user }) => {
    authorizeAccount(user, 'account.export');
    return { left: await leftBehind.of(user!.id) };
  });

  addOpenRoute(router, 'listHeirs', async ({ user }) => {
    authorizeAccount(user, 'account.delete');
    return { universes: await departures.heirsOf(user!.id) };
  });

  addOpenRoute(router, 'deleteMe', async ({ user, body, request }) => {
    authorizeAccount(user, 'account.delete');
    // A user with a password sends it in the body instead.
    if (user!.passwordHash === null) authorizeFresh(user, 'account.delete', identity.signedInAt(request));
    const departure = await accounts.remove(user!, body.password, identity.senderOf(request), body.heirs);
    await identity.leave(request);
    identity.tellRevoked(user!.id);
    await departures.tell(departure);
    return {};
  });
}
