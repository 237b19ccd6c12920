import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderAnswer } from '../auth/providers.ts';

/** The user who is signed in at the provider. */
export interface Somebody {
  sub: string;
  email?: string;
  email_verified?: boolean;
}

/** False claims of the provider, to test that they are rejected. */
export interface Lies {
  nonce?: string;
  issuer?: string;
  audience?: string;
  /** Signs with a key that it has not published. */
  key?: 'another';
  /** Does not sign, or signs with the shared secret instead of a key. */
  algorithm?: 'none' | 'HS256';
  /** The token is expired. */
  expired?: true;
}

/** An identity provider of OpenID Connect and of plain OAuth 2 that signs in every visitor. */
export interface TestProvider {
  readonly id: string;
  /** Environment of a server that trusts it; under `ID-plain` it is a plain OAuth 2 provider. */
  readonly variables: Record<string, string>;
  /** The user who is signed in from now on. */
  somebody: Somebody;
  lies: Lies;
  /** Delays all token requests: `waiting` counts them, `release` answers them. */
  hold(): { waiting(): number; release(): void };
  /** Visits the URL of a redirect. Returns what the user brings back. */
  visit(location: string): Promise<ProviderAnswer>;
  close(): void;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const newKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const keyId = 'first';

interface Grant {
  somebody: Somebody;
  challenge: string;
  nonce: string | null;
  redirectUri: string;
}

const id = 'test';
const [clientId, clientSecret] = ['harmonic', 'known to both'];

/** Returns the environment of a server that trusts the provider at a port. */
export function providerVariables(port: number): Record<string, string> {
  const issuer = `http://127.0.0.1:${port}`;
  const plain = { authorizationEndpoint: `${issuer}/authorize`, tokenEndpoint: `${issuer}/token`, userinfoEndpoint: `${issuer}/me` };
  const shared = { clientId, clientSecret };
  return {
    OAUTH_PROVIDERS: JSON.stringify([
      { id, name: 'Test Provider', issuer, ...shared },
      { id: `${id}-plain`, name: 'Plain Provider', ...plain, ...shared },
    ]),
  };
}

/** Starts the provider on a port, by default a free one. */
export async function startTestProvider(port = 0): Promise<TestProvider> {
  const [keys, others] = [newKeys(), newKeys()];
  const grants = new Map<string, Grant>();
  const tokens = new Map<string, Somebody>();
  let issuer = '';
  let held = Promise.resolve();
  let waiting = 0;

  const authorize = (asked: URLSearchParams): string => {
    const code = randomBytes(8).toString('hex');
    const redirectUri = asked.get('redirect_uri')!;
    const isFit = asked.get('client_id') === clientId && asked.get('code_challenge_method') === 'S256' && asked.has('state');
    if (!isFit) throw new Error(`Nobody is sent like that: ${asked.toString()}`);
    grants.set(code, { somebody: provider.somebody, challenge: asked.get('code_challenge')!, nonce: asked.get('nonce'), redirectUri });
    return `${redirectUri}?${new URLSearchParams({ code, state: asked.get('state')!, iss: issuer }).toString()}`;
  };

  const tokenOf = ({ somebody, nonce }: Grant): string => {
    const { lies } = provider;
    const seconds = Math.floor(Date.now() / 1000);
    const claims = {
      ...somebody,
      iss: lies.issuer ?? issuer,
      aud: lies.audience ?? clientId,
      ...(nonce === null ? {} : { nonce: lies.nonce ?? nonce }),
      iat: seconds,
      exp: lies.expired ? seconds - 60 : seconds + 60,
    };
    const { algorithm = 'RS256' } = lies;
    const signed = `${encode({ alg: algorithm, kid: keyId })}.${encode(claims)}`;
    if (algorithm === 'none') return `${signed}.`;
    if (algorithm === 'HS256') return `${signed}.${createHmac('sha256', clientSecret).update(signed).digest('base64url')}`;
    const key = (lies.key === 'another' ? others : keys).privateKey;
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
  };

  const exchange = (asked: URLSearchParams): object | null => {
    const grant = grants.get(asked.get('code')!);
    grants.delete(asked.get('code')!);
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    const isFit =
      grant?.challenge === challenge && asked.get('client_secret') === clientSecret && asked.get('redirect_uri') === grant.redirectUri;
    if (!isFit) return null;
    const access_token = randomBytes(8).toString('hex');
    tokens.set(access_token, grant.somebody);
    return { access_token, token_type: 'Bearer', expires_in: 60, ...(grant.nonce === null ? {} : { id_token: tokenOf(grant) }) };
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, issuer);
    const json = (body: object, status = 200) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        });
      case '/keys':
        return json({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' }] });
      case '/authorize':
        return void response.writeHead(302, { location: authorize(searchParams) }).end();
      case '/token': {
        const asked = new URLSearchParams(await bodyOf(request));
        waiting += 1;
        await held;
        waiting -= 1;
        const granted = exchange(asked);
        return granted ? json(granted) : json({ error: 'invalid_grant' }, 400);
      }
      case '/me': {
        const somebody = tokens.get(request.headers.authorization?.slice('Bearer '.length) ?? '');
        return somebody ? json({ id: somebody.sub, email: somebody.email }) : json({ error: 'invalid_token' }, 401);
      }
      default:
        return json({}, 404);
    }
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: listening } = server.address() as AddressInfo;
  issuer = `http://127.0.0.1:${listening}`;

  const provider: TestProvider = {
    id,
    variables: providerVariables(listening),
    somebody: { sub: 'nobody' },
    lies: {},
    hold() {
      let release = () => {};
      held = new Promise<void>((resolve) => (release = resolve));
      return { waiting: () => waiting, release };
    },
    async visit(location) {
      const response = await fetch(location, { redirect: 'manual' });
      return Object.fromEntries(new URL(response.headers.get('location')!).searchParams) as unknown as ProviderAnswer;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return provider;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
