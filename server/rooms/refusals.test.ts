import { expect, it } from 'vitest';
import type { ErrorBody } from '../../shared/api/errors.ts';
import { kickedCloseCode } from '../../shared/room/names.ts';
import { readRefusal } from '../../shared/refusals/sent-refusal.ts';
import type { Edit } from '../../shared/universe/index.ts';
import { enterRoom, idOf, leave, universeOf, useGathering } from '../testing/gathering.ts';

const world = useGathering();

const request = (clientSequence: number, edit: Edit) => ({ clientId: 'client-two', clientSequence, edit });

it('tells why by reason and parameters: over REST, for a request and for each of its fields', async () => {
  const universeId = await universeOf(world.owner);
  const own = await world.owner.call<ErrorBody>('PUT', `/api/v1/universes/${universeId}/review`, { stars: 5 });
  expect(own.body).toEqual({
    error: { code: 'not-allowed', message: "You can't review your own universe.", reason: 'own-universe', params: {}, issues: [] },
  });
  const bad = await world.owner.call<ErrorBody>('PATCH', `/api/v1/universes/${universeId}/parameters/physics`, { gravity: 9999, warp: 1 });
  expect(bad.status).toBe(400);
  expect(bad.body.error).toMatchObject({ code: 'invalid-input', reason: 'invalid-fields', params: {} });
  const [high, unknown] = bad.body.error.issues;
  expect(high).toEqual({
    path: 'gravity',
    rule: `must be at most ${high!.params.max}`,
    reason: 'too-high',
    params: { max: expect.any(Number) },
    value: 9999,
  });
  expect(unknown).toMatchObject({ path: 'warp', reason: 'unknown-field', value: 1 });
  expect(bad.body.error.message).toBe(`gravity: ${high!.rule}; warp: is not known here`);
});

it('tells why by reason and parameters: where a join is refused', async () => {
  const refusalOf = async (joining: Promise<unknown>) => readRefusal(((await joining.catch((error: Error) => error)) as Error).message);
  expect(await refusalOf(enterRoom(world.server, world.friend, 'nowhere'))).toEqual({
    message: 'There is no such universe.',
    reason: 'no-universe',
    params: {},
    issues: [],
  });
  expect(await refusalOf(enterRoom(world.server, world.friend, ''))).toMatchObject({
    message: 'universeId: must not be empty',
    reason: 'invalid-fields',
    issues: [{ path: 'universeId', reason: 'empty', params: {}, value: '' }],
  });
});

it('tells why by reason and parameters: where a room refuses a message or an edit, and where it closes a connection', async () => {
  const universeId = await universeOf(world.owner);
  const [one, two] = [await enterRoom(world.server, world.owner, universeId), await enterRoom(world.server, world.friend, universeId)];
  two.send('edit', request(1, { kind: 'well.remove', id: 'nobody' }));
  two.send('kick', { memberId: idOf(one) });
  await two.until(() => two.heard.refused.length === 2);
  const errors = two.heard.refused.map(({ error }) => error);
  expect(errors).toContainEqual({
    code: 'invalid-input',
    message: 'id: must be the id of an emitter, a well or a point that exists',
    reason: 'invalid-fields',
    params: {},
    issues: [
      {
        path: 'id',
        rule: 'must be the id of an emitter, a well or a point that exists',
        reason: 'not-there',
        params: {},
        value: 'nobody',
      },
    ],
  });
  expect(errors).toContainEqual(
    expect.objectContaining({ code: 'not-allowed', reason: 'needs-owner', message: 'Only the owner can do that.' }),
  );
  for (let time = 0; time < 10; time += 1) two.send('chat', { text: `line ${time}` });
  const tooOften = (await two.until(() => two.heard.refused.find(({ error }) => error.reason === 'too-often')))!.error;
  expect(tooOften).toMatchObject({ code: 'rate-limited', params: {}, retryAfterSeconds: expect.any(Number) });
  expect(tooOften.issues[0]).toMatchObject({ path: 'chat', reason: 'pace-limit', params: { max: expect.any(Number) } });

  const left = new Promise<[number, string | undefined]>((resolve) => two.room.onLeave((code, reason) => resolve([code, reason])));
  one.send('kick', { memberId: idOf(two) });
  const [code, reason] = await left;
  expect([code, readRefusal(reason ?? '')]).toEqual([
    kickedCloseCode,
    { message: 'The owner has removed you from the room.', reason: 'kicked-now', params: {}, issues: [] },
  ]);
  await leave(one);
});
