import { expect, it } from 'vitest';
import { kickedCloseCode } from '../../../shared/room/names.ts';
import type { Edit, LockGroup } from '../../../shared/universe/index.ts';
import { enterRoom, idOf, leave, pause, refusalBy, universeOf, useGathering } from '../../testing/gathering.ts';
import { createVisitor, type Listener } from '../../testing/test-server.ts';

const world = useGathering();

const request = (clientSequence: number, edit: Edit, clientId = 'client-one') => ({ clientId, clientSequence, edit });
const gravity = (value: number): Edit => ({ kind: 'parameters.set', values: { gravity: value } });
const press: Edit = { kind: 'note.press', midi: 60, velocity: 0.5 };
const editsOf = (listener: Listener) => listener.heard.edits.flatMap(({ edits }) => edits);
const lock = (universeId: string, locks: LockGroup[]) => world.owner.call('PATCH', `/api/v1/universes/${universeId}`, { locks });
const memberOn = (listener: Listener, other: Listener) => listener.room.state.members.get(idOf(other));

it('rejects edits of locked parts, except by the owner, in the room and outside, with path and reason', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  expect((await lock(universeId, ['physics', 'things', 'storyboard'])).status).toBe(200);
  await two.until(() => two.room.state.locks.length === 3);
  const well = one.heard.welcome[0]!.document.wells[0]!;
  const locked: [Edit, string][] = [
    [gravity(3), 'edit.values.gravity'],
    [{ kind: 'parameters.set', values: { tempo: 90, gravity: 3 } }, 'edit.values.gravity'],
    [{ kind: 'well.remove', id: well.id }, 'edit.kind'],
    [{ kind: 'affinities.set', cells: [{ of: 0, towards: 1, value: 0.5 }] }, 'edit.kind'],
  ];
  for (const [index, [edit, path]] of locked.entries()) {
    expect(await refusalBy(two, 'edit', request(index + 1, edit, 'client-two'))).toEqual(['not-allowed', path]);
  }
  expect(two.heard.refused[0]!.error.message).toContain('physics');
  expect(two.heard.refused[0]!.clientSequence).toBe(1);
  const refused = await world.friend.call<{ error: { code: string; issues: { path: string }[] } }>(
    'PATCH',
    `/api/v1/universes/${universeId}/parameters/physics`,
    { gravity: 3 },
  );
  expect([refused.status, refused.body.error.issues[0]?.path]).toEqual([403, 'edit.values.gravity']);
  expect((await world.friend.call('PATCH', `/api/v1/universes/${universeId}/parameters/music`, { tempo: 99 })).status).toBe(200);
  two.send('edit', request(20, { kind: 'parameters.set', values: { tempo: 90 } }, 'client-two'));
  one.send('edit', request(1, gravity(3)));
  await one.until(() => editsOf(one).length === 3);
  expect(one.heard.refused).toEqual([]);
  expect((await world.owner.call('PATCH', `/api/v1/universes/${universeId}/parameters/physics`, { gravity: 4 })).status).toBe(200);

  // A restore that would change locked parts is rejected too.
  expect((await world.friend.call('POST', `/api/v1/universes/${universeId}/history/0/restore`)).status).toBe(403);

  await lock(universeId, []);
  await two.until(() => two.room.state.locks.length === 0);
  two.send('edit', request(21, gravity(5), 'client-two'));
  await two.until(() => editsOf(two).some(({ clientSequence }) => clientSequence === 21));
  await leave(one, two);
});

it('stores locks with the universe, set by the owner only, to existing groups only', async () => {
  const universeId = await universeOf(world.owner);
  const path = `/api/v1/universes/${universeId}`;
  expect((await world.friend.call('PATCH', path, { locks: ['music'] })).status).toBe(403);
  for (const locks of [['nothing'], ['music', 'music'], 'music', [null], [['music']]]) {
    expect((await world.owner.call('PATCH', path, { locks })).status).toBe(400);
  }
  await lock(universeId, ['music']);
  const two = await enterRoom(world.server, world.friend, universeId);
  expect([...two.room.state.locks]).toEqual(['music']);
  expect((await world.friend.call<{ locks: string[] }>('GET', path)).body.locks).toEqual(['music']);
  await expect(world.server.query(`update universes set locks = '{gravity}' where id = $1`, [universeId])).rejects.toThrow();
  await leave(two);
});

it('mutes a member in all tabs, also after joining again', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  one.send('mute', { memberId: idOf(two), isMuted: true });
  await two.until(() => memberOn(two, two)?.muted);
  expect(await refusalBy(two, 'chat', { text: 'Hello' })).toEqual(['not-allowed', 'text']);
  expect(await refusalBy(two, 'react', { reaction: 'fire' })).toEqual(['not-allowed', 'reaction']);
  expect(await refusalBy(two, 'edit', request(1, press, 'client-two'))).toEqual(['not-allowed', 'edit.kind']);
  two.send('edit', request(2, gravity(2), 'client-two'));
  await one.until(() => editsOf(one).length === 1);
  const again = await enterRoom(world.server, world.friend, universeId);
  await again.until(() => memberOn(again, again)?.muted);
  one.send('mute', { memberId: idOf(again), isMuted: false });
  await two.until(() => memberOn(two, two)?.muted === false);
  two.send('edit', request(3, press, 'client-two'));
  await one.until(() => editsOf(one).length === 2);
  await leave(one, two, again);
});

it('kicks a member in all tabs, and does not let them in again', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  const again = await enterRoom(world.server, world.friend, universeId, 'spectate');
  const left = [two, again].map(({ room }) => new Promise<number>((resolve) => room.onLeave(resolve)));
  one.send('kick', { memberId: idOf(two) });
  expect(await Promise.all(left)).toEqual([kickedCloseCode, kickedCloseCode]);
  await one.until(() => one.room.state.members.size === 1);
  await expect(enterRoom(world.server, world.friend, universeId)).rejects.toMatchObject({ code: 403 });
  await expect(enterRoom(world.server, world.friend, universeId, 'spectate')).rejects.toMatchObject({ code: 403 });
  const elsewhere = await enterRoom(world.server, world.friend, await universeOf(world.owner));
  const stranger = await enterRoom(world.server, createVisitor(world.server.url), universeId, 'spectate');
  await leave(one, elsewhere, stranger);
});

it('lets the owner give roles to all, and editors to spectators, while the room is open', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  const watcher = await enterRoom(world.server, createVisitor(world.server.url), universeId, 'spectate');
  expect((await refusalBy(watcher, 'edit', request(1, gravity(2), 'client-watch')))[0]).toBe('not-allowed');
  two.send('role', { memberId: idOf(watcher), role: 'editor' });
  await watcher.until(() => memberOn(watcher, watcher)?.role === 'editor');
  watcher.send('edit', request(2, gravity(2), 'client-watch'));
  await one.until(() => editsOf(one).length === 1);
  // Once they take part, only the owner can take that back.
  expect(await refusalBy(two, 'role', { memberId: idOf(watcher), role: 'viewer' })).toEqual(['not-allowed', 'memberId']);
  one.send('role', { memberId: idOf(watcher), role: 'viewer' });
  await watcher.until(() => memberOn(watcher, watcher)?.role === 'viewer');
  expect((await refusalBy(watcher, 'edit', request(3, gravity(3), 'client-watch')))[0]).toBe('not-allowed');
  one.send('role', { memberId: idOf(two), role: 'viewer' });
  await two.until(() => memberOn(two, two)?.role === 'viewer');
  expect((await refusalBy(two, 'edit', request(4, gravity(4), 'client-two')))[0]).toBe('not-allowed');
  // A change of the description does not end the role.
  await world.owner.call('PATCH', `/api/v1/universes/${universeId}`, { description: 'Another' });
  await pause(100);
  const back = await enterRoom(world.server, world.friend, universeId);
  expect(back.heard.welcome[0]!.role).toBe('viewer');
  await leave(one, two, watcher, back);
});

it('lets only the owner moderate, and never themselves', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  expect((await refusalBy(two, 'mute', { memberId: idOf(one), isMuted: true }))[0]).toBe('not-allowed');
  expect((await refusalBy(two, 'kick', { memberId: idOf(one) }))[0]).toBe('not-allowed');
  expect(await refusalBy(two, 'role', { memberId: idOf(one), role: 'viewer' })).toEqual(['not-allowed', 'memberId']);
  expect(await refusalBy(one, 'mute', { memberId: idOf(one), isMuted: true })).toEqual(['not-allowed', 'memberId']);
  expect(await refusalBy(one, 'kick', { memberId: 'nobody' })).toEqual(['not-found', 'memberId']);
  expect(await refusalBy(one, 'kick', { memberId: '' })).toEqual(['invalid-input', 'memberId']);
  expect(await refusalBy(one, 'role', { memberId: idOf(two), role: 'owner' })).toEqual(['invalid-input', 'role']);
  expect(await refusalBy(one, 'mute', { memberId: idOf(two), isMuted: 'yes' })).toEqual(['invalid-input', 'isMuted']);
  expect(two.heard.refused).toHaveLength(3);
  await leave(one, two);
});
