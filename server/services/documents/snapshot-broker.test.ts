import { expect, it } from 'vitest';
import { createSnapshotBroker } from './snapshot-broker.ts';

const snapshot = { tick: 100, sequence: 3, hash: '0123456789abcdef', bytes: Buffer.from('state') };
const whole = { ...snapshot, from: 0, total: 5 };
const idOf = (url: string) => url.split('/').at(-1)!;
const ann = { memberId: 'member-1', userId: 'ann' };
const bob = { memberId: 'member-2', userId: 'bob' };
const notFound = expect.objectContaining({ code: 'not-found' });

it('accepts a snapshot once, from the user who was asked', async () => {
  const broker = createSnapshotBroker();
  const { url, arrival } = broker.request(ann, 1000);
  expect(url).toMatch(/^\/api\/v1\/rooms\/snapshots\/\w{24}$/);
  expect(() => broker.receive(idOf(url), 'bob', whole)).toThrow(notFound);
  broker.receive(idOf(url), 'ann', whole);
  expect(() => broker.receive(idOf(url), 'ann', whole)).toThrow(notFound);
  expect(await arrival).toEqual(snapshot);
});

it('joins parts, and rejects a part out of order', async () => {
  const broker = createSnapshotBroker();
  const { url, arrival } = broker.request(ann, 1000);
  const part = (from: number, text: string) => ({ ...whole, from, bytes: Buffer.from(text) });
  broker.receive(idOf(url), 'ann', part(0, 'st'));
  expect(() => broker.receive(idOf(url), 'ann', part(3, 'te'))).toThrow(expect.objectContaining({ code: 'conflict' }));
  expect(() => broker.receive(idOf(url), 'ann', part(0, 'st'))).toThrow(expect.objectContaining({ code: 'conflict' }));
  broker.receive(idOf(url), 'ann', part(2, 'ate'));
  expect(await arrival).toEqual(snapshot);
});

it('extends the wait for each part, up to a limit', async () => {
  const broker = createSnapshotBroker();
  const { url, arrival } = broker.request(ann, 100);
  const letter = (from: number) => ({ ...whole, from, total: 99, bytes: Buffer.from('.') });
  for (let from = 0; from < 3; from += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    broker.receive(idOf(url), 'ann', letter(from));
  }
  expect(await arrival).toBeNull();
  expect(broker.expects(idOf(url), 'ann')).toBe(false);
});

it('gives a snapshot only to the user to whom it was offered', () => {
  const broker = createSnapshotBroker();
  const url = broker.offer(bob, snapshot);
  expect(() => broker.take(idOf(url), null)).toThrow(notFound);
  expect(broker.take(idOf(url), 'bob')).toBe(snapshot);
  expect(broker.take(idOf(url), 'bob')).toBe(snapshot);
});

it('stops waiting after the timeout', async () => {
  const broker = createSnapshotBroker();
  const { url, arrival } = broker.request(ann, 10);
  expect(await arrival).toBeNull();
  expect(broker.expects(idOf(url), 'ann')).toBe(false);
});

it('gives a snapshot that was offered to a member without an identity to anyone with its URL', () => {
  const broker = createSnapshotBroker();
  const id = idOf(broker.offer({ ...bob, userId: null }, snapshot));
  expect(broker.take(id, null)).toBe(snapshot);
  expect(() => broker.take(`${id}x`, null)).toThrow(notFound);
});

it('withdraws the requests and offers of a member who may have left the room', async () => {
  const broker = createSnapshotBroker();
  const { url, arrival } = broker.request(ann, 1000);
  const [annsUrl, bobsUrl] = [broker.offer(ann, snapshot), broker.offer(bob, snapshot)];
  broker.withdraw(ann.memberId);
  expect(await arrival).toBeNull();
  expect(broker.expects(idOf(url), 'ann')).toBe(false);
  expect(() => broker.take(idOf(annsUrl), 'ann')).toThrow(notFound);
  expect(broker.take(idOf(bobsUrl), 'bob')).toBe(snapshot);
});
