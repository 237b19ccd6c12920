import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trashDays } from '../../../shared/api/universes/universe.ts';
import { documentsOf } from '../../testing/documents-of.ts';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { createTrashService } from './trash-service.ts';
import { createNotificationService } from '../accounts/notification-service.ts';
import { createSharingService } from './sharing-service.ts';
import { createTemplateService } from './template-service.ts';
import { createUniverseService } from './universe-service.ts';
import { createServerEvents } from '../../ops/events/server-events.ts';
import { createUserService } from '../accounts/user-service.ts';

const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);

describe.each(testDatabases)('on $kind', ({ open }) => {
  let database: TestDatabase;
  let services: ReturnType<typeof servicesOf>;

  const servicesOf = ({ connection: { db } }: TestDatabase) => {
    const documents = documentsOf(db);
    const templates = createTemplateService(db);
    const universes = createUniverseService(db, documents, createServerEvents(null));
    const notifications = createNotificationService(db);
    const [trash, sharing] = [createTrashService(db, universes, notifications), createSharingService(db, universes, notifications)];
    return { templates, universes, trash, sharing, users: createUserService(db) };
  };
  const newUniverse = async () =>
    services.universes.createFromTemplate((await services.users.createGuest()).id, await services.templates.get('pulsar'));

  beforeAll(async () => {
    database = await open();
    services = servicesOf(database);
    await services.templates.loadDirectory('assets/templates');
  });
  afterAll(() => database.close());

  it('deletes universes whose time in the trash is over, with everything that belongs to them', async () => {
    const { universes, trash, sharing, users } = services;
    const [thrown, kept] = [await newUniverse(), await newUniverse()];
    const { secret } = await sharing.invite(thrown, { role: 'viewer', days: 30, uses: 1 });
    await sharing.accept((await users.createGuest()).id, secret);
    await trash.throwAway(thrown);
    await trash.empty(daysFromNow(trashDays - 1));
    expect((await universes.get(thrown.id)).deletedAt).not.toBeNull();
    await trash.empty(daysFromNow(trashDays + 1));
    await expect(universes.get(thrown.id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await universes.get(kept.id)).deletedAt).toBeNull();
    const { rows } = await database.connection.query('select 1 from collaborators where universe_id = $1', [thrown.id]);
    expect(rows).toEqual([]);
  });

  it('accepts invitations until they expire, and deletes expired ones', async () => {
    const { sharing, trash, users } = services;
    const universe = await newUniverse();
    const { secret, invitation } = await sharing.invite(universe, { role: 'editor', days: 2, uses: 1 });
    await trash.empty(daysFromNow(1));
    expect(await sharing.invitationsOf(universe)).toHaveLength(1);
    await database.connection.query(`update invitations set expires_at = now() - interval '1 second' where id = $1`, [invitation.id]);
    await expect(sharing.accept((await users.createGuest()).id, secret)).rejects.toMatchObject({ code: 'not-found' });
    expect(await sharing.invitationsOf(universe)).toEqual([]);
    await trash.empty(new Date());
    const { rows } = await database.connection.query('select 1 from invitations where id = $1', [invitation.id]);
    expect(rows).toEqual([]);
  });

  it('rejects values that break a constraint', async () => {
    const { id, ownerId } = await newUniverse();
    const refused = (text: string, ...values: unknown[]) =>
      expect(database.connection.query(text, values), text).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
    await refused(`insert into collaborators (universe_id, user_id, role) values ($1, $2, 'owner')`, id, ownerId);
    await refused(`insert into collaborators (universe_id, user_id, role) values ($1, 'nobody', 'viewer')`, id);
    await refused(
      `insert into invitations (id, universe_id, role, secret_hash, expires_at) values ('x', $1, 'viewer', 'plain', now())`,
      id,
    );
    await refused('update universes set favourite_count = -1 where id = $1', id);
    await refused(`update universes set popularity = 'NaN' where id = $1`, id);
    await refused(`update universes set tags = array['1','2','3','4','5','6','7','8','9'] where id = $1`, id);
  });
});
