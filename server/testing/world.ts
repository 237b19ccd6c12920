import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteBody, RouteName, RouteResponse, UniverseDetail } from '../../shared/api/contract/contract.ts';
import { routes } from '../../shared/api/contract/contract.ts';
import type { TemplateDetail } from '../../shared/api/universes/template-schemas.ts';
import { templateCounts } from '../../shared/api/universes/templates.ts';
import type { Me } from '../../shared/api/accounts/user-schemas.ts';
import { commentLimits } from '../../shared/api/feedback/feedback.ts';
import { historyLimits } from '../../shared/api/universes/history.ts';
import { maxCollaborators, type SharedRole } from '../../shared/api/universes/universe.ts';
import type { StoryboardContent } from '../../shared/universe/index.ts';
import type { SignInPurpose, MailSecretPurpose } from '../../shared/api/accounts/user.ts';
import { hashOfSecret, newSecret } from '../services/secrets/secrets.ts';
import { startMailbox } from './mailbox.ts';
import { startTestProvider, type TestProvider } from './test-provider.ts';
import { createVisitor, startTestServer, type TestServer, type Visitor } from './test-server.ts';

export const routeNames = Object.keys(routes) as readonly RouteName[];

/** A request to a route. */
export interface Ask {
  by: Visitor;
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export type World = ReturnType<typeof createWorld>;

export const password = 'correct horse';

/** Creates functions that fill universes and users up to their limits. */
function createFillers(server: TestServer) {
  return {
    /** Adds the maximum of collaborators to a universe. */
    async fill(id: string): Promise<void> {
      const all = 'from generate_series(1, $2::int) as person';
      const values = [`${id}-`, maxCollaborators];
      await server.query(`insert into users (id, display_name, colour) select $1 || person, 'Somebody', '#ffffff' ${all}`, values);
      await server.query(`insert into collaborators (universe_id, user_id, role) select $3, $1 || person, 'viewer' ${all}`, [
        ...values,
        id,
      ]);
    },

    /** Adds the maximum of named versions to a universe, after its existing history. */
    nameAll: (id: string) =>
      server.query(
        `insert into moments (universe_id, sequence, document, name)
         select universe_id, 1000 + n, document, 'Named' from moments, generate_series(1, $2::int) as n where universe_id = $1 and sequence = 0`,
        [id, historyLimits.versions.max],
      ),

    /** Sets the comment count of a universe to the maximum. */
    fillWithComments: (id: string) =>
      server.query('update universes set comment_count = $2 where id = $1', [id, commentLimits.perUniverse.max]),

    /** Adds the maximum of templates to a user. */
    fillWithTemplates: (ownerId: string) =>
      server.query(
        `insert into templates (id, name, sentence, category, document, owner_id)
         select 'T' || left($1, 8) || lpad(number::text, 3, '0'), 'One', 'Of many.', 'calm', '{}', $1 from generate_series(1, $2::int) as number`,
        [ownerId, templateCounts.perPerson.max],
      ),
  };
}

/** Creates users and universes to test routes on. */
function createWorld(server: TestServer, provider: TestProvider) {
  let serial = 0;
  /** Creates a stranger with an IP address of their own. */
  const stranger = () => {
    serial += 1;
    return createVisitor(server.url, { 'x-forwarded-for': `10.${serial >> 16}.${(serial >> 8) & 255}.${serial & 255}` });
  };
  const guest = async () => {
    const visitor = stranger();
    await visitor.call('GET', routes.getMe.path);
    return visitor;
  };
  const newEmail = () => `person-${serial}-${(serial += 1)}@example.org`;
  const call = async <N extends RouteName>(visitor: Visitor, name: N, params: Record<string, string> = {}, body?: RouteBody<N>) => {
    const answer = await visitor.call<RouteResponse<N>>(routes[name].method, filled(name, params), body);
    if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const member = async () => {
    const visitor = stranger();
    const email = newEmail();
    await call(visitor, 'register', {}, { email, password });
    return { visitor, email };
  };
  const idOf = async (visitor: Visitor) => (await visitor.call<Me>('GET', routes.getMe.path)).body.id;

  const universe = async (owner: Visitor, body: RouteBody<'createUniverse'> = { empty: true }): Promise<UniverseDetail> =>
    call(owner, 'createUniverse', {}, body);
  const invitation = (owner: Visitor, id: string, role: SharedRole = 'viewer') =>
    call(owner, 'invite', { id }, { role, days: 1, uses: 100 });

  return {
    ...createFillers(server),
    url: server.url,
    stranger,
    guest,
    member,
    newEmail,
    call,
    idOf,
    universe,
    invitation,

    /** Creates a guest with a universe. */
    async owned(body?: RouteBody<'createUniverse'>): Promise<{ by: Visitor; id: string }> {
      const by = await guest();
      return { by, id: (await universe(by, body)).id };
    },

    /** Adds a collaborator. @returns their user id */
    async bring(owner: Visitor, id: string, visitor: Visitor, role: SharedRole): Promise<string> {
      const { secret } = await invitation(owner, id, role);
      await call(visitor, 'acceptInvitation', {}, { secret });
      return idOf(visitor);
    },

    /** Creates a user whose account is that of an administrator. */
    async administrator(): Promise<Visitor> {
      const { visitor } = await member();
      await server.query(`update users set role = 'admin' where id = $1`, [await idOf(visitor)]);
      return visitor;
    },

    provider: provider.id,
    holdProvider: () => provider.hold(),
    /** Visits the provider as a user whom it knows already. */
    async visitProviderAs(visitor: Visitor, sub: string, purpose: SignInPurpose): Promise<RouteBody<'finishProviderSignIn'>> {
      const { location } = await call(visitor, 'beginProviderSignIn', { provider: provider.id }, { purpose });
      provider.somebody = { sub };
      return provider.visit(location);
    },

    /** Makes all sessions of a user old, so that they must authenticate again. */
    async ageSessions(visitor: Visitor): Promise<void> {
      const aged = `update session set sess = jsonb_set(sess::jsonb, '{signedInAt}', '1')::json where sess -> 'passport' ->> 'user' = $1`;
      await server.query(aged, [await idOf(visitor)]);
    },

    /** Visits the provider as a new user. @returns what they bring back */
    async visitProvider(visitor: Visitor, purpose: SignInPurpose = 'sign-in'): Promise<RouteBody<'finishProviderSignIn'>> {
      const { location } = await call(visitor, 'beginProviderSignIn', { provider: provider.id }, { purpose });
      provider.somebody = { sub: `subject-${(serial += 1)}` };
      return provider.visit(location);
    },

    /** Creates a visitor whose account has the provider as its only sign-in method. */
    async arrived(): Promise<Visitor> {
      const visitor = stranger();
      await call(visitor, 'finishProviderSignIn', { provider: provider.id }, await this.visitProvider(visitor));
      return visitor;
    },

    /** Creates the secret of a link in a mail to the user. */
    async mailSecret(visitor: Visitor, purpose: MailSecretPurpose): Promise<string> {
      const secret = newSecret();
      await server.query(
        `insert into mail_secrets (secret_hash, user_id, purpose, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
        [hashOfSecret(secret), await idOf(visitor), purpose],
      );
      return secret;
    },

    /** Creates a user with a notification. */
    async notified(): Promise<{ by: Visitor; notificationId: string }> {
      const by = await guest();
      const { id } = await universe(by);
      await call(await guest(), 'writeComment', { id }, { text: 'I like it.' });
      const { notifications } = await call(by, 'listNotifications');
      return { by, notificationId: notifications[0]!.id };
    },

    /** Creates a template from a universe of its author. */
    async template(author: Visitor, content: Partial<RouteBody<'createTemplate'>> = {}): Promise<TemplateDetail> {
      const universeId = content.universeId ?? (await universe(author)).id;
      return call(author, 'createTemplate', {}, { name: 'Mine', sentence: 'As I like it.', category: 'calm', ...content, universeId });
    },

    storyboard: (owner: Visitor, id: string) => call(owner, 'saveStoryboard', { id }, { content: story }),
  };
}

/**
 * Starts a server that trusts the forwarded addresses of visitors and sends mail, and a world on it. `page` is the client's page that it
 * serves.
 */
export async function startWorld(page?: string): Promise<{ server: TestServer; world: World }> {
  const mailbox = await startMailbox();
  const provider = await startTestProvider();
  const started = await startTestServer({ TRUST_PROXY: '1', METRICS_PORT: '0', ...mailbox.variables, ...provider.variables });
  const server: TestServer = {
    ...started,
    async stop() {
      await started.stop();
      mailbox.close();
      provider.close();
    },
  };
  if (page !== undefined) {
    mkdirSync(join(server.directory, 'dist'), { recursive: true });
    writeFileSync(join(server.directory, 'dist/index.html'), page);
  }
  return { server, world: createWorld(server, provider) };
}

/** Returns the path of a route with its parameters, which are encoded already. */
export function filled(name: RouteName, params: Record<string, string> = {}): string {
  return routes[name].path.replace(/:(\w+)/g, (_, key: string) => params[key] ?? '');
}

export const story: StoryboardContent = {
  title: 'A rise',
  duration: 12,
  loop: true,
  points: [{ id: 'low', at: 0, transition: 'cut', state: { gravity: 1 } }],
};
