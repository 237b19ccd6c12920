import { Cookie, type SessionData } from 'express-session';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabases } from '../../testing/test-databases.ts';
import { createSessionService, type SessionService } from './session-service.ts';

describe.each(testDatabases)('on $kind', ({ open }) => {
  let database: TestDatabase;
  let sessions: SessionService;
  beforeAll(async () => {
    database = await open();
    sessions = createSessionService(database.connection.db);
  });
  afterAll(() => database.close());

  const data = { cookie: new Cookie(), signedInAt: 7 } as SessionData;
  const inSeconds = (seconds: number) => new Date(Date.now() + 1000 * seconds);

  it('finds a session with the time of its expiry', async () => {
    const soon = inSeconds(60);
    await sessions.begin('soon', data, soon);
    const found = (await sessions.find('soon'))!;
    expect(found.data).toMatchObject({ signedInAt: 7 });
    expect(found.expiresMs).toBeCloseTo(soon.getTime(), 0);
    const later = inSeconds(120);
    await sessions.prolong('soon', later);
    expect((await sessions.find('soon'))!.expiresMs).toBeCloseTo(later.getTime(), 0);
  });

  it('does not restore a session that has expired or ended when it is prolonged', async () => {
    await sessions.begin('late', data, inSeconds(60));
    await database.connection.query(`update session set expire = localtimestamp - interval '1 second'`);
    await sessions.prolong('late', inSeconds(60));
    expect(await sessions.find('late')).toBeNull();
    await sessions.begin('ended', data, inSeconds(60));
    await sessions.end('ended');
    await sessions.prolong('ended', inSeconds(60));
    expect(await sessions.find('ended')).toBeNull();
    expect(await sessions.isLive('ended')).toBe(false);
  });
});
