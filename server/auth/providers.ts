import * as oauth from 'openid-client';
import type { SignInPurpose } from '../../shared/api/accounts/user.ts';
import { providerPage } from '../../shared/api/contract/pages.ts';
import { refuse } from '../../shared/refusals/refuse.ts';
import type { ProviderConfig } from '../config.ts';
import type { Proof } from '../services/accounts/provider-sign-ins.ts';

/** The pending sign-in at an identity provider, stored in the session. */
export interface ProviderSignIn {
  provider: string;
  purpose: SignInPurpose;
  verifier: string;
  state: string;
  nonce: string;
  /** Milliseconds since 1970. */
  begunAt: number;
}

/** The parameters with which the provider redirects the user back. */
export interface ProviderAnswer {
  code: string;
  state: string;
  iss?: string;
}

export interface Provider {
  readonly id: string;
  readonly name: string;
  /** Returns the URL of the provider, and the pending sign-in to store. @throws AppError `unavailable` */
  begin(purpose: SignInPurpose): Promise<{ location: string; arrival: ProviderSignIn }>;
  /** @throws AppError `wrong-credentials` if the answer does not belong to the pending sign-in, or is not the provider's; `unavailable` */
  finish(answer: ProviderAnswer, arrival: ProviderSignIn | undefined): Promise<Proof>;
}

const arrivalMs = 10 * 60 * 1000;
const patienceSeconds = 10;

/** Identity providers by their ids. The metadata of each is fetched at its first sign-in. */
export function createProviders(configs: readonly ProviderConfig[], publicUrl: string): ReadonlyMap<string, Provider> {
  return new Map(configs.map((config) => [config.id, createProvider(config, publicUrl)]));
}

function createProvider(config: ProviderConfig, publicUrl: string): Provider {
  const { id, name } = config;
  const isOpenId = 'issuer' in config;
  const scope = config.scope ?? (isOpenId ? 'openid email' : '');
  const redirectUri = `${publicUrl}/${providerPage}/${id}`;

  let known: oauth.Configuration | null = null;
  const metadata = async () => (known ??= await discover(config));

  /** Translates errors without revealing what was exchanged. */
  const asking = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (cause) {
      // Without an answer, `fetch` throws a `TypeError`, or it took too long.
      const isOut = cause instanceof TypeError || (cause as { code?: string }).code === 'OAUTH_TIMEOUT';
      if (isOut) throw refuse('provider-unavailable', { provider: name }, { cause });
      throw refuse('provider-refused', { provider: name }, { cause });
    }
  };

  return {
    id,
    name,

    begin: (purpose) =>
      asking(async () => {
        const [verifier, state, nonce] = [oauth.randomPKCECodeVerifier(), oauth.randomState(), oauth.randomNonce()];
        const location = oauth.buildAuthorizationUrl(await metadata(), {
          redirect_uri: redirectUri,
          response_type: 'code',
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          ...(scope === '' ? {} : { scope }),
          ...(isOpenId ? { nonce } : {}),
          // The user who is signed in there may be another user of the machine.
          ...(isOpenId && purpose === 'confirm' ? { prompt: 'login' } : {}),
        });
        return { location: location.href, arrival: { provider: id, purpose, verifier, state, nonce, begunAt: Date.now() } };
      }),

    async finish({ code, state, iss }, arrival) {
      const isOurs = arrival?.provider === id && arrival.state === state && Date.now() - arrival.begunAt < arrivalMs;
      if (!isOurs) throw refuse('sign-in-unknown');
      return asking(async () => {
        const openId = await metadata();
        const back = new URL(`${redirectUri}?${new URLSearchParams({ code, state, ...(iss === undefined ? {} : { iss }) }).toString()}`);
        const tokens = await oauth.authorizationCodeGrant(openId, back, {
          pkceCodeVerifier: arrival.verifier,
          expectedState: arrival.state,
          ...(isOpenId ? { expectedNonce: arrival.nonce, idTokenExpected: true } : {}),
        });
        return isOpenId ? proofOfToken(openId, tokens) : proofOfPerson(await fetchPerson(openId, tokens.access_token));
      });
    },
  };
}

async function discover(config: ProviderConfig): Promise<oauth.Configuration> {
  const { clientId, clientSecret } = config;
  const isLocal = (url: string) => url.startsWith('http:');
  if ('issuer' in config) {
    // The token must be signed by the provider even over TLS.
    const execute = [oauth.enableNonRepudiationChecks, ...(isLocal(config.issuer) ? [oauth.allowInsecureRequests] : [])];
    return oauth.discovery(new URL(config.issuer), clientId, clientSecret, undefined, { execute, timeout: patienceSeconds });
  }
  const { authorizationEndpoint, tokenEndpoint, userinfoEndpoint } = config;
  const server = {
    issuer: new URL(authorizationEndpoint).origin,
    authorization_endpoint: authorizationEndpoint,
    token_endpoint: tokenEndpoint,
    userinfo_endpoint: userinfoEndpoint,
  };
  const known = new oauth.Configuration(server, clientId, clientSecret);
  known.timeout = patienceSeconds;
  if ([tokenEndpoint, userinfoEndpoint].some(isLocal)) oauth.allowInsecureRequests(known);
  return known;
}

type Tokens = Awaited<ReturnType<typeof oauth.authorizationCodeGrant>>;

/** Reads the claims of the signed token; an address that is missing there is fetched. */
async function proofOfToken(openId: oauth.Configuration, tokens: Tokens): Promise<Proof> {
  const claims = tokens.claims()!;
  const isAsked = claims.email === undefined && openId.serverMetadata().userinfo_endpoint !== undefined;
  const person = isAsked ? await oauth.fetchUserInfo(openId, tokens.access_token, claims.sub) : claims;
  return { subject: claims.sub, email: person.email_verified === true && typeof person.email === 'string' ? person.email : null };
}

/** OAuth 2 alone does not define user data: there is an id, and no verified address. */
async function fetchPerson(server: oauth.Configuration, accessToken: string): Promise<unknown> {
  const url = new URL(server.serverMetadata().userinfo_endpoint!);
  const response = await oauth.fetchProtectedResource(
    server,
    accessToken,
    url,
    'GET',
    undefined,
    new Headers({ accept: 'application/json' }),
  );
  return response.json();
}

function proofOfPerson(person: unknown): Proof {
  const { sub, id = sub } = person as { sub?: unknown; id?: unknown };
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('The provider tells no id of whoever has come.');
  return { subject: String(id), email: null };
}
