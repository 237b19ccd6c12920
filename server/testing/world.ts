import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteBody, RouteName, RouteResponse, UniverseDetail } from '../../shared/api/contract/contract.ts';
import { routes } from '../../shared/api/contract/contract.ts';
import type { TemplateDetail } from '../../shared/api/universes/template-schemas.ts';
import { templateCounts } from '../../shared/api/universes/templates.ts';
import type { Me } from '../../shared/api/accounts/person-schemas.ts';
import { commentLimits } from '../../shared/api/feedback/talk.ts';
import { historyLimits } from '../../shared/api/universes/history.ts';
import { mostCollaborators, type SharedRole } from '../../shared/api/universes/universe.ts';
import type { StoryContent } from '../../shared/universe/index.ts';
import type { ArrivalPurpose, MailSecretPurpose } from '../../shared/api/accounts/person.ts';
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

/** Universes and users with as much as they may have. */
function createFillers(server: TestServer) {
  return {
    /** Gives a universe as many collaborators as it may have. */
    async fill(id: string): Promise<void> {
      const all = 'from generate_series(1, $2::int) as person';
      const values = [`${id}-`, mostCollaborators];
      await server.query(`insert into users (id, display_name, colour) select $1 || person, 'Somebody', '#ffffff' ${all}`, values);
      await server.query(`insert into collaborators (universe_id, user_id, role) select $3, $1 || person, 'viewer' ${all}`, [
        ...values,
        id,
      ]);
    },

    /** Gives names to as many moments of a universe as may have one, all of them after what there is. */
    nameAll: (id: string) =>
      server.query(
        `insert into moments (universe_id, sequence, document, name)
         select universe_id, 1000 + n, document, 'Named' from moments, generate_series(1, $2::int) as n where universe_id = $1 and sequence = 0`,
        [id, historyLimits.versions.max],
      ),

    /** Makes a universe one that has as many comments as it may. */
    fillWithTalk: (id: string) =>
      server.query('update universes set comment_count = $2 where id = $1', [id, commentLimits.perUniverse.max]),

    /** Gives somebody as many templates as they may have. */
    fillWithTemplates: (ownerId: string) =>
      server.query(
        `insert into templates (id, name, sentence, category, document, owner_id)
         select 'T' || left($1, 8) || lpad(number::text, 3, '0'), 'One', 'Of many.', 'calm', '{}', $1 from generate_series(1, $2::int) as number`,
        [ownerId, templateCounts.perPerson.max],
      ),
  };
}

/** People and universes to try routes on. */
function createWorld(server: TestServer, provider: TestProvider) {
  let people = 0;
  /** A stranger at an internet address of their own. */
  const stranger = () => {
    people += 1;
    return createVisitor(server.url, { 'x-forwarded-for': `10.${people >> 16}.${(people >> 8) & 255}.${people & 255}` });
  };
  const guest = async () => {
    const visitor = stranger();
    await visitor.call('GET', routes.getMe.path);
    return visitor;
  };
  const newEmail = () => `person-${people}-${(people += 1)}@example.org`;
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

    /** A guest with a universe of their own. */
    async owned(body?: RouteBody<'createUniverse'>): Promise<{ by: Visitor; id: string }> {
      const by = await guest();
      return { by, id: (await universe(by, body)).id };
    },

    /** Gives somebody a role of their own. @returns their id */
    async bring(owner: Visitor, id: string, visitor: Visitor, role: SharedRole): Promise<string> {
      const { secret } = await invitation(owner, id, role);
      await call(visitor, 'acceptInvitation', {}, { secret });
      return idOf(visitor);
    },

    provider: provider.id,
    holdProvider: () => provider.hold(),
    /** Goes to the provider as somebody whom it knows already. */
    async visitProviderAs(visitor: Visitor, sub: string, purpose: ArrivalPurpose): Promise<RouteBody<'finishArrival'>> {
      const { location } = await call(visitor, 'beginArrival', { provider: provider.id }, { purpose });
      provider.somebody = { sub };
      return provider.visit(location);
    },

    /** Makes it long ago that somebody proved who they are, in all their sessions. */
    async ageSessions(visitor: Visitor): Promise<void> {
      const aged = `update session set sess = jsonb_set(sess::jsonb, '{signedInAt}', '1')::json where sess -> 'passport' ->> 'user' = $1`;
      await server.query(aged, [await idOf(visitor)]);
    },

    /** Goes to the provider and comes back, as somebody whom it has never seen. @returns what they come back with */
    async visitProvider(visitor: Visitor, purpose: ArrivalPurpose = 'sign-in'): Promise<RouteBody<'finishArrival'>> {
      const { location } = await call(visitor, 'beginArrival', { provider: provider.id }, { purpose });
      provider.somebody = { sub: `subject-${(people += 1)}` };
      return provider.visit(location);
    },

    /** Somebody who has an account by the word of the provider alone. */
    async arrived(): Promise<Visitor> {
      const visitor = stranger();
      await call(visitor, 'finishArrival', { provider: provider.id }, await this.visitProvider(visitor));
      return visitor;
    },

    /** A link's secret, as a letter to them would tell it. */
    async mailSecret(visitor: Visitor, purpose: MailSecretPurpose): Promise<string> {
      const secret = newSecret();
      await server.query(
        `insert into mail_secrets (secret_hash, user_id, purpose, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
        [hashOfSecret(secret), await idOf(visitor), purpose],
      );
      return secret;
    },

    /** Somebody who was told of something, and of what. */
    async notified(): Promise<{ by: Visitor; notificationId: string }> {
      const by = await guest();
      const { id } = await universe(by);
      await call(await guest(), 'writeComment', { id }, { text: 'I like it.' });
      const { notifications } = await call(by, 'listNotifications');
      return { by, notificationId: notifications[0]!.id };
    },

    /** A template of a universe of its author's own. */
    async template(author: Visitor, content: Partial<RouteBody<'createTemplate'>> = {}): Promise<TemplateDetail> {
      const universeId = content.universeId ?? (await universe(author)).id;
      return call(author, 'createTemplate', {}, { name: 'Mine', sentence: 'As I like it.', category: 'calm', ...content, universeId });
    },

    storyboard: (owner: Visitor, id: string) => call(owner, 'keepStoryboard', { id }, { content: story }),
  };
}

/** A server that believes its visitors about their addresses and sends mail, and a world on it. `page` is what it serves as its one page. */
export async function startWorld(page?: string): Promise<{ server: TestServer; world: World }> {
  const mailbox = await startMailbox();
  const provider = await startTestProvider();
  const started = await startTestServer({ TRUST_PROXY: '1', ...mailbox.variables, ...provider.variables });
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

/** The path of a route with its parameters filled in, which are encoded already. */
export function filled(name: RouteName, params: Record<string, string> = {}): string {
  return routes[name].path.replace(/:(\w+)/g, (_, key: string) => params[key] ?? '');
}

export const story: StoryContent = {
  title: 'A rise',
  duration: 12,
  loop: true,
  points: [{ id: 'low', at: 0, transition: 'cut', state: { gravity: 1 } }],
};
