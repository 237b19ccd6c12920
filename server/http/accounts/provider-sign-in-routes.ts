import type { Router } from 'express';
import type { SignInPurpose } from '../../../shared/api/accounts/user.ts';
import type { Identities } from '../../../shared/api/accounts/user-schemas.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Accounts } from '../../services/accounts/accounts.ts';
import type { ProviderSignIns, IdentityRow } from '../../services/accounts/provider-sign-ins.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorizeFresh, authorizeAccount, type AccountAction } from '../../auth/policy.ts';
import type { Provider } from '../../auth/providers.ts';
import { addOpenRoute } from '../requests/route.ts';
import { meOf } from '../lists/summaries.ts';

interface ArrivalServices {
  accounts: Accounts;
  arrivals: ProviderSignIns;
  providers: ReadonlyMap<string, Provider>;
}

/** Adds the routes for signing in with an identity provider, and for connected providers. None of them creates a guest. */
export function addProviderSignInRoutes(router: Router, identity: Identity, { accounts, arrivals, providers }: ArrivalServices): void {
  const providerOf = (id: string | undefined): Provider => {
    const provider = providers.get(id!);
    if (!provider) throw refuse('no-provider');
    return provider;
  };

  addOpenRoute(router, 'beginProviderSignIn', async ({ user, params, body, request }) => {
    authorizeFresh(user, actionOf[body.purpose], identity.signedInAt(request));
    const { location, arrival } = await providerOf(params.provider).begin(body.purpose);
    await identity.keepArrival(request, arrival);
    return { location };
  });

  addOpenRoute(router, 'finishProviderSignIn', async ({ user, params, body, request }) => {
    const provider = providerOf(params.provider);
    const arrival = await identity.takeArrival(request);
    const purpose = arrival?.purpose ?? 'sign-in';
    authorizeAccount(user, actionOf[purpose]);
    const proof = await provider.finish(body, arrival);
    // The session may have ended while the provider answered.
    await identity.ensureLive(request);
    if (purpose === 'link') return meOf(await arrivals.link(provider, proof, user!), accounts);
    if (purpose === 'confirm') {
      if (!(await arrivals.isSame(provider, proof, user!))) {
        throw refuse('identity-of-other', { provider: provider.name });
      }
      await identity.confirm(request);
      return meOf(user!, accounts);
    }
    return meOf(await identity.admit(request, provider.id, (guestId) => arrivals.arrive(provider, proof, guestId)), accounts);
  });

  addOpenRoute(router, 'listIdentities', async ({ user }) => {
    authorizeAccount(user, 'account.identities');
    return told(await arrivals.identitiesOf(user!.id));
  });

  addOpenRoute(router, 'removeIdentity', async ({ user, params, request }) => {
    authorizeFresh(user, 'account.link', identity.signedInAt(request));
    await arrivals.unlink(user!, params.provider!);
    return told(await arrivals.identitiesOf(user!.id));
  });
}

const actionOf: Readonly<Record<SignInPurpose, AccountAction>> = {
  'sign-in': 'account.arrive',
  link: 'account.link',
  confirm: 'account.confirm',
};

const told = (rows: readonly IdentityRow[]): Identities => ({
  identities: rows.map(({ provider, createdAt }) => ({ provider, since: createdAt.toISOString() })),
});
