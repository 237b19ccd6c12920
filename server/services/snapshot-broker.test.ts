import { expect, it } from 'vitest';
import { createSnapshotBroker } from './snapshot-broker.ts';

const snapshot = { tick: 100, sequence: 3, bytes: Buffer.from('state') };
const idOf = (url: string) => url.split('/').at(-1)!;
const notFound = expect.objectContaining({ code: 'not-found' });

it('carries a snapshot from whom was asked, once', async () => {
  const broker = createSnapshotBroker();
  const { url, arrival } = broker.request('ann', 1000);
  expect(url).toMatch(/^\/api\/v1\/rooms\/snapshots\/\w{24}$/);
  expect(() => broker.receive(idOf(url), 'bob', snapshot)).toThrow(notFound);
  broker.receive(idOf(url), 'ann', snapshot);
  expect(() => broker.receive(idOf(url), 'ann', snapshot)).toThrow(notFound);
  expect(await arrival).toBe(snapshot);
});

it('gives a snapshot to whom it was offered, and to nobody else', () => {
  const broker = createSnapshotBroker();
  const url = broker.offer('bob', snapshot);
  expect(() => broker.take(idOf(url), null)).toThrow(notFound);
  expect(broker.take(idOf(url), 'bob')).toBe(snapshot);
  expect(broker.take(idOf(url), 'bob')).toBe(snapshot);
});

it('stops waiting after its time', async () => {
  const broker = createSnapshotBroker();
  const { url, arrival } = broker.request('ann', 10);
  expect(await arrival).toBeNull();
  expect(broker.expects(idOf(url), 'ann')).toBe(false);
});

it('lets whoever has the address take what was offered to somebody without an identity', () => {
  const broker = createSnapshotBroker();
  const id = idOf(broker.offer(null, snapshot));
  expect(broker.take(id, null)).toBe(snapshot);
  expect(() => broker.take(`${id}x`, null)).toThrow(notFound);
});
