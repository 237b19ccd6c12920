import { expect, it } from 'vitest';
import type { View } from '../../../shared/room/presence.ts';
import { enterRoom, idOf, leave, pause, refusalBy, universeOf, useGathering } from '../../testing/gathering.ts';
import { createVisitor } from '../../testing/test-server.ts';

const world = useGathering();

const view = (distance: number): View => ({ azimuth: 0, elevation: 0.1, distance, target: { x: 0, y: 0, z: 0 } });

it('sends the presented view to spectators at a low rate, and to newcomers', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  const watcher = await enterRoom(world.server, createVisitor(world.server.url), universeId, 'spectate');
  one.send('present', { memberId: idOf(one) });
  await watcher.until(() => watcher.room.state.presenterId === idOf(one));
  for (let step = 1; step <= 40; step += 1) {
    one.send('view', view(10 + step));
    await pause(12);
  }
  await watcher.until(() => watcher.heard.view.at(-1)?.view.distance === 50);
  expect(watcher.heard.view.length).toBeLessThan(15);
  expect(two.heard.view).toEqual([]);
  const late = await enterRoom(world.server, createVisitor(world.server.url), universeId, 'spectate');
  await late.until(() => late.heard.view[0]);
  expect(late.heard.view[0]).toEqual({ memberId: idOf(one), view: view(50) });
  await leave(one);
  await watcher.until(() => watcher.room.state.presenterId === '');
  await leave(two, watcher, late);
});

it('lets only the owner choose a presenter, and the presenter stop', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  const watcher = await enterRoom(world.server, createVisitor(world.server.url), universeId, 'spectate');
  expect(await refusalBy(two, 'present', { memberId: idOf(two) })).toEqual(['not-allowed', 'memberId']);
  expect((await refusalBy(watcher, 'present', { memberId: idOf(watcher) }))[0]).toBe('not-allowed');
  expect(await refusalBy(one, 'present', { memberId: idOf(watcher) })).toEqual(['not-allowed', 'memberId']);
  expect(await refusalBy(one, 'present', { memberId: 'nobody' })).toEqual(['not-found', 'memberId']);
  expect(await refusalBy(one, 'present', { memberId: { length: 3 } })).toEqual(['invalid-input', 'memberId']);
  one.send('present', { memberId: idOf(two) });
  await two.until(() => two.room.state.presenterId === idOf(two));
  expect(await refusalBy(two, 'present', { memberId: idOf(one) })).toEqual(['not-allowed', 'memberId']);
  two.send('view', view(12));
  await watcher.until(() => watcher.heard.view.some(({ memberId }) => memberId === idOf(two)));
  two.send('present', { memberId: '' });
  await one.until(() => one.room.state.presenterId === '');
  expect(one.heard.refused).toHaveLength(3);
  await leave(one, two, watcher);
});

it('lets strangers watch a public universe without an identity, and no private one', async () => {
  const universeId = await universeOf(world.owner);
  const one = await enterRoom(world.server, world.owner, universeId);
  const userCount = () => world.server.query('select count(*) as count from users');
  const before = (await userCount()).rows;
  const stranger = createVisitor(world.server.url);
  expect((await stranger.call('GET', `/api/v1/universes/${universeId}`)).status).toBe(200);
  const watcher = await enterRoom(world.server, stranger, universeId, 'spectate');
  expect(stranger.cookie).toBe('');
  expect((await userCount()).rows).toEqual(before);
  await leave(one, watcher);
  await world.owner.call('PATCH', `/api/v1/universes/${universeId}`, { isPublic: false });
  await expect(enterRoom(world.server, stranger, universeId, 'spectate')).rejects.toMatchObject({ code: 404 });
});
