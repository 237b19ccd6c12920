import { expect, it } from 'vitest';
import { chatLimits } from '../../../shared/room/chat.ts';
import { enterRoom, idOf, leave, pause, refusalBy, universeOf, useGathering } from '../../testing/gathering.ts';
import { createVisitor, type Listener } from '../../testing/test-server.ts';

const world = useGathering();

const linesOf = (listener: Listener) => listener.heard.chat.flatMap(({ lines }) => lines);
const textsOf = (listener: Listener) => linesOf(listener).map(({ text }) => text);

it('sends chat messages to all members, and earlier ones to newcomers, until the room is empty', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  one.send('chat', { text: '  Hello <b>you</b> ' });
  two.send('chat', { text: 'https://example.org' });
  await one.until(() => linesOf(one).length === 2);
  expect(textsOf(one).toSorted()).toEqual(['Hello <b>you</b>', 'https://example.org']);
  const { colour, name } = one.room.state.members.get(idOf(one))!;
  const first = linesOf(one).find(({ memberId }) => memberId === idOf(one))!;
  expect(first).toMatchObject({ name, colour, text: 'Hello <b>you</b>' });
  const late = await enterRoom(world.server, createVisitor(world.server.url), universeId, 'spectate');
  await late.until(() => late.heard.chat.length > 0);
  expect(late.heard.chat[0]).toEqual({ lines: linesOf(one), isAll: true });
  await leave(one, two, late);
  await pause(300);
  const again = await enterRoom(world.server, world.owner, universeId);
  await again.until(() => again.heard.chat.length > 0);
  expect(again.heard.chat[0]).toEqual({ lines: [], isAll: true });
  await leave(again);
});

it('lets spectators read and react, and write only if the owner allows it', async () => {
  const universeId = await universeOf(world.owner);
  const one = await enterRoom(world.server, world.owner, universeId);
  const watcher = await enterRoom(world.server, createVisitor(world.server.url), universeId, 'spectate');
  one.send('chat', { text: 'Welcome' });
  await watcher.until(() => textsOf(watcher).includes('Welcome'));
  expect(await refusalBy(watcher, 'chat', { text: 'Thanks' })).toEqual(['not-allowed', 'text']);
  watcher.send('react', { reaction: 'cheer' });
  await one.until(() => one.heard.reactions.some(({ counts }) => counts.cheer === 1));
  expect((await world.friend.call('PATCH', `/api/v1/universes/${universeId}`, { spectatorsWrite: true })).status).toBe(403);
  expect((await world.owner.call('PATCH', `/api/v1/universes/${universeId}`, { spectatorsWrite: true })).status).toBe(200);
  await watcher.until(() => watcher.room.state.spectatorsWrite);
  watcher.send('chat', { text: 'Thanks' });
  await one.until(() => textsOf(one).includes('Thanks'));
  await leave(one, watcher);
  await pause(300);
  const again = await enterRoom(world.server, world.owner, universeId);
  await again.until(() => again.room.state.spectatorsWrite);
  await leave(again);
});

it('sends reactions in batches', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  for (let time = 0; time < 8; time += 1) one.send('react', { reaction: time % 2 === 0 ? 'fire' : 'love' });
  await two.until(() => two.heard.reactions.reduce((sum, { counts }) => sum + (counts.fire ?? 0) + (counts.love ?? 0), 0) === 8);
  expect(two.heard.reactions.length).toBeLessThanOrEqual(2);
  await leave(one, two);
});

it('orders raised hands by time, and lets the owner lower them', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  const raisedOf = (listener: Listener) => one.room.state.members.get(idOf(listener))?.raised ?? 0;
  two.send('hand', { memberId: '', isRaised: true });
  await one.until(() => raisedOf(two) > 0);
  one.send('hand', { memberId: '', isRaised: true });
  await one.until(() => raisedOf(one) > raisedOf(two));
  expect(await refusalBy(two, 'hand', { memberId: idOf(one), isRaised: false })).toEqual(['not-allowed', 'memberId']);
  expect(await refusalBy(one, 'hand', { memberId: idOf(two), isRaised: true })).toEqual(['not-allowed', 'memberId']);
  expect(await refusalBy(one, 'hand', { memberId: 'gone', isRaised: false })).toEqual(['not-found', 'memberId']);
  one.send('hand', { memberId: idOf(two), isRaised: false });
  await one.until(() => raisedOf(two) === 0);
  await leave(one, two);
});

it('rejects messages that are no plain text, too long or too frequent, and notifies the sender alone', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  const hostile = [
    '',
    '   ',
    'two\nlines',
    'bell\u0007',
    'turned \u202e round',
    'nothing\0',
    'a'.repeat(chatLimits.text.max + 1),
    7,
    null,
    {},
  ];
  for (const text of hostile) expect(await refusalBy(two, 'chat', { text })).toEqual(['invalid-input', 'text']);
  expect(await refusalBy(two, 'chat', { text: 'Hi', link: 'https://example.org' })).toEqual(['invalid-input', 'link']);
  expect(await refusalBy(two, 'react', { reaction: '<img>' })).toEqual(['invalid-input', 'reaction']);
  expect(await refusalBy(two, 'hand', { memberId: [], isRaised: true })).toEqual(['invalid-input', 'memberId']);
  for (let time = 0; time < 10; time += 1) two.send('chat', { text: `line ${time}` });
  await two.until(() => two.heard.refused.filter(({ error }) => error.code === 'rate-limited').length === 5);
  await one.until(() => linesOf(one).length === 5);
  expect(one.heard.refused).toEqual([]);
  await leave(one, two);
});
