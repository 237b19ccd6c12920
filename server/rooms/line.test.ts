import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { expect, it } from 'vitest';
import { watchSendQueue, batchWrites } from './send-queue.ts';
import type { RoomClient } from './members/room-client.ts';

/** Returns what two clients receive over real sockets while `act` sends to them. */
async function heardOf(act: (one: RoomClient, two: RoomClient) => void, count: number): Promise<string[][]> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const heard: string[][] = [[], []];
  const clients: RoomClient[] = [];
  for (const own of heard) {
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    socket.on('message', (data: Buffer) => own.push(`${data.length} ${data[0]} ${data.at(-1)}`));
    const [ref] = (await once(server, 'connection')) as [WebSocket];
    await once(socket, 'open');
    clients.push({ ref } as unknown as RoomClient);
  }
  for (const client of clients) watchSendQueue(client);
  act(clients[0]!, clients[1]!);
  await expect.poll(() => heard.map((own) => own.length), { timeout: 5000 }).toEqual([count, count]);
  for (const socket of server.clients) socket.terminate();
  server.close();
  return heard;
}

it('frames messages of every length so that each arrives unchanged and in order', async () => {
  const lengths = [1, 125, 126, 65_535, 65_536, 200_000];
  const heard = await heardOf((one, two) => {
    const messages = lengths.map((length, index) => Buffer.alloc(length, index + 1));
    one.raw(Buffer.from([9]));
    two.raw(Buffer.from([9]));
    batchWrites(() => {
      for (const client of [one, two]) for (const message of messages) client.raw(message);
    });
    one.raw(Buffer.from([8]));
    two.raw(Buffer.from([8]));
  }, lengths.length + 2);
  const wanted = ['1 9 9', ...lengths.map((length, index) => `${length} ${index + 1} ${index + 1}`), '1 8 8'];
  expect(heard).toEqual([wanted, wanted]);
});

it('copies messages from a buffer that is reused', async () => {
  const heard = await heardOf((one, two) => {
    const shared = new Uint8Array(3_000_000);
    for (const value of [1, 2, 3]) {
      shared.fill(value);
      if (value === 2) {
        batchWrites(() => {
          one.raw(shared);
          two.raw(shared);
        });
      } else {
        one.raw(shared);
        two.raw(shared);
      }
    }
    shared.fill(0);
  }, 3);
  expect(heard[0]).toEqual([1, 2, 3].map((value) => `3000000 ${value} ${value}`));
  expect(heard[1]).toEqual(heard[0]);
});
