import { expect, it } from 'vitest';
import type { JoinOptions } from '../../../shared/room/messages.ts';
import type { View } from '../../../shared/room/presence.ts';
import { enterRoom, idOf, leave, pause, refusalBy, universeOf, useGathering } from '../../testing/gathering.ts';
import { createVisitor, type Listener, type Visitor } from '../../testing/test-server.ts';

const world = useGathering();

const newUniverse = () => universeOf(world.owner);
const enter = (visitor: Visitor, universeId: string, as?: JoinOptions['as']) => enterRoom(world.server, visitor, universeId, as);
const view: View = { azimuth: 0.5, elevation: 0.2, distance: 30, target: { x: 1, y: 2, z: 3 } };
const at = (x: number, editing = '') => ({ x, y: 0, z: 0, visible: true, editing });

it('relays cursors in batches at the rate of the room, and less often to spectators', async () => {
  const universeId = await newUniverse();
  const [one, two] = [await enter(world.owner, universeId), await enter(world.friend, universeId)];
  const watcher = await enter(createVisitor(world.server.url), universeId, 'spectate');
  for (let step = 0; step < 60; step += 1) {
    one.send('cursor', at(step));
    await pause(8);
  }
  await two.until(() => two.heard.cursors.at(-1)?.places[idOf(one)]?.[0] === 59);
  await watcher.until(() => watcher.heard.cursors.at(-1)?.places[idOf(one)]?.[0] === 59);
  expect(two.heard.cursors.length).toBeLessThan(40);
  expect(watcher.heard.cursors.length).toBeLessThan(two.heard.cursors.length * 0.7);
  const late = await enter(world.friend, universeId);
  expect(late.heard.cursors[0] ?? (await late.until(() => late.heard.cursors[0]))).toEqual({ places: { [idOf(one)]: [59, 0, 0] } });
  one.send('cursor', { ...at(0), visible: false });
  await two.until(() => two.heard.cursors.at(-1)?.places[idOf(one)] === null);
  await leave(one, two, late, watcher);
});

it('shows selection, editing and attention of a member in the state', async () => {
  const universeId = await newUniverse();
  const [one, two] = [await enter(world.owner, universeId), await enter(world.friend, universeId)];
  one.send('cursor', at(1, 'gravity'));
  one.send('attend', { attention: 'idle', selected: 'emitter-1' });
  await two.until(() => two.room.state.members.get(idOf(one))?.attention === 'idle');
  expect(two.room.state.members.get(idOf(one))).toMatchObject({ editing: 'gravity', selected: 'emitter-1' });
  await leave(one, two);
});

it('gives different colours to users who chose the same, and each user the same in all tabs', async () => {
  const universeId = await newUniverse();
  await world.owner.call('PATCH', '/api/v1/me', { colour: '#ff9b85' });
  await world.friend.call('PATCH', '/api/v1/me', { colour: '#ff9b85' });
  const [one, two, again] = [
    await enter(world.owner, universeId),
    await enter(world.friend, universeId),
    await enter(world.owner, universeId),
  ];
  const colourOf = (listener: Listener) => one.room.state.members.get(idOf(listener))?.colour;
  await one.until(() => one.room.state.members.size === 3);
  expect(colourOf(one)).toBe('#ff9b85');
  expect(colourOf(again)).toBe('#ff9b85');
  expect(colourOf(two)).toMatch(/^#[0-9a-f]{6}$/);
  expect(colourOf(two)).not.toBe('#ff9b85');
  await leave(one, two, again);
});

it('sends a view to followers only, and ends following when its owner leaves', async () => {
  const universeId = await newUniverse();
  const [one, two] = [await enter(world.owner, universeId), await enter(world.friend, universeId)];
  const watcher = await enter(createVisitor(world.server.url), universeId, 'spectate');
  one.send('view', view);
  two.send('follow', { memberId: idOf(one) });
  await one.until(() => one.room.state.members.get(idOf(two))?.following === idOf(one));
  one.send('view', { ...view, distance: 40 });
  const shown = await two.until(() => two.heard.view[0]);
  expect(shown).toEqual({ memberId: idOf(one), view: { ...view, distance: 40 } });
  expect(two.heard.view).toHaveLength(1);
  expect(watcher.heard.view).toHaveLength(0);
  await leave(one);
  await two.until(() => two.room.state.members.get(idOf(two))?.following === '');
  await leave(two, watcher);
});

it('rejects malformed, impossible or too frequent messages, and notifies their sender alone', async () => {
  const universeId = await newUniverse();
  const [one, two] = [await enter(world.owner, universeId), await enter(world.friend, universeId)];
  const watcher = await enter(createVisitor(world.server.url), universeId, 'spectate');
  expect(await refusalBy(one, 'attend', { attention: 'asleep', selected: '' })).toEqual(['invalid-input', 'attention']);
  expect(await refusalBy(one, 'attend', { attention: 'here', selected: '<b>' })).toEqual(['invalid-input', 'selected']);
  expect(await refusalBy(one, 'attend', null)).toEqual(['invalid-input', '']);
  expect(await refusalBy(one, 'view', { ...view, distance: Number.NaN })).toEqual(['invalid-input', 'distance']);
  expect(await refusalBy(one, 'view', { ...view, target: { x: 1e9, y: 0, z: 0 } })).toEqual(['invalid-input', 'target.x']);
  expect(await refusalBy(one, 'view', { ...view, roll: 1 })).toEqual(['invalid-input', 'roll']);
  expect(await refusalBy(one, 'follow', { memberId: 'a\0' })).toEqual(['invalid-input', 'memberId']);
  expect(await refusalBy(one, 'follow', { memberId: 'nobody' })).toEqual(['not-found', 'memberId']);
  expect(await refusalBy(one, 'follow', { memberId: '__proto__' })).toEqual(['not-found', 'memberId']);
  expect(await refusalBy(one, 'follow', { memberId: idOf(one) })).toEqual(['not-allowed', 'memberId']);
  expect(await refusalBy(one, 'follow', { memberId: idOf(watcher) })).toEqual(['not-allowed', 'memberId']);
  expect((await refusalBy(watcher, 'cursor', at(1)))[0]).toBe('not-allowed');
  expect((await refusalBy(watcher, 'view', view))[0]).toBe('not-allowed');
  for (let time = 0; time < 30; time += 1) one.send('follow', { memberId: '' });
  await one.until(() => one.heard.refused.some(({ error }) => error.code === 'rate-limited' && error.issues[0]!.path === 'follow'));
  expect(two.heard.refused).toEqual([]);
  expect(two.heard.cursors).toEqual([]);
  await leave(one, two, watcher);
});
