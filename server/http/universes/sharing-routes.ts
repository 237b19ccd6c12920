import type { Router } from 'express';
import type { Invitation, Collaborators } from '../../../shared/api/universes/sharing-schemas.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { type Action, authorizeAccount } from '../../auth/policy.ts';
import type { ListService } from '../../services/lists/list-service.ts';
import type { ListedInvitation } from '../../services/universes/invitations.ts';
import type { SharingService } from '../../services/universes/sharing-service.ts';
import type { Universe, UniverseService } from '../../services/universes/universe-service.ts';
import type { User } from '../../services/accounts/user-service.ts';
import { allowedIn } from '../requests/allowed.ts';
import { addRoute } from '../requests/route.ts';
import { summaryOf } from '../lists/summaries.ts';

/** Adds the routes for sharing: collaborators, invitations, and transfer of a universe. */
export function addSharingRoutes(
  router: Router,
  identity: Identity,
  { universes, lists, sharing }: { universes: UniverseService; lists: ListService; sharing: SharingService },
): void {
  const summary = async (universe: Universe, { id }: User) => summaryOf(await lists.describe(universe, id), id);

  const find = allowedIn(universes);
  const allowed = async (user: User, id: string | undefined, action: Action): Promise<Universe> => (await find(user, id, action)).universe;

  addRoute(router, identity, 'listCollaborators', async ({ user, params }) =>
    collaboratorsOf(await allowed(user, params.id, 'collaborators.read')),
  );

  addRoute(router, identity, 'changeRole', async ({ user, params, body }) => {
    const universe = await allowed(user, params.id, 'collaborators.change');
    await sharing.setRole(universe, params.userId!, body.role);
    return collaboratorsOf(universe);
  });

  addRoute(router, identity, 'removeCollaborator', async ({ user, params }) => {
    const universe = await allowed(user, params.id, params.userId === user.id ? 'collaborators.leave' : 'collaborators.change');
    await sharing.remove(universe, params.userId!, user.id);
    return {};
  });

  addRoute(router, identity, 'listInvitations', async ({ user, params }) => {
    const universe = await allowed(user, params.id, 'invitations.read');
    return { invitations: (await sharing.invitationsOf(universe)).map(invitationOf) };
  });

  addRoute(router, identity, 'invite', async ({ user, params, body }) => {
    const { invitation, secret } = await sharing.invite(await allowed(user, params.id, 'invitations.change'), body);
    return { ...invitationOf(invitation), secret };
  });

  addRoute(router, identity, 'withdrawInvitation', async ({ user, params }) => {
    await sharing.takeBack(await allowed(user, params.id, 'invitations.change'), params.invitationId!);
    return {};
  });

  addRoute(router, identity, 'acceptInvitation', async ({ user, body }) => {
    authorizeAccount(user, 'invitation.accept');
    return summary(await sharing.accept(user.id, body.secret), user);
  });

  addRoute(router, identity, 'transferUniverse', async ({ user, params, body }) =>
    summary(await sharing.transfer(await allowed(user, params.id, 'universe.transfer'), body.to), user),
  );

  const collaboratorsOf = async (universe: Universe): Promise<Collaborators> => {
    const { owner, collaborators } = await sharing.collaboratorsOf(universe);
    return { owner, collaborators: collaborators.map((person) => ({ ...person, since: person.since.toISOString() })) };
  };
}

function invitationOf({ id, role, expiresAt, createdAt, maxUses, uses, usedBy }: ListedInvitation): Invitation {
  return { id, role, maxUses, uses, usedBy, expiresAt: expiresAt.toISOString(), createdAt: createdAt.toISOString() };
}
