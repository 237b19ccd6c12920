/** A process of members, controlled by its parent: each has the same number of edits under way all the time. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { Client } from '@colyseus/sdk';
import type { BusyOrder, BusyReport } from './orders.ts';

interface Confirmed {
  edits: { clientId: string; clientSequence: number }[];
}

/** A member that edits as fast as the room confirms. */
interface Player {
  begin(): void;
  /** Edits that the room has not confirmed. */
  readonly pending: number;
  leave(): void;
}

const slowestMs = 20_000;
let isEditing = false;
let confirmed = 0;
const latencies = new Uint32Array(slowestMs);
const players: Player[] = [];

async function enter(url: string, cookie: string, universeId: string, underWay: number): Promise<Player> {
  const room = await new Client(`${url}/room/${universeId}`, { headers: { cookie } }).joinOrCreate('universe', { universeId });
  room.reconnection.enabled = false;
  const clientId = crypto.randomUUID();
  const sentMs: number[] = [];
  let done = 0;
  const edit = () => {
    sentMs.push(performance.now());
    const tempo = 60 + (sentMs.length % 100);
    room.send('edit', { clientId, clientSequence: sentMs.length, edit: { kind: 'parameters.set', values: { tempo } } });
  };
  const hear = ({ edits }: Confirmed) => {
    for (const { clientId: by, clientSequence } of edits) {
      if (by !== clientId) continue;
      const took = Math.floor(performance.now() - sentMs[clientSequence - 1]!);
      latencies[Math.min(slowestMs - 1, took)]! += 1;
      done += 1;
      confirmed += 1;
      if (isEditing) edit();
    }
  };
  const fail = (what: string) => process.send!({ kind: 'failed', what } satisfies BusyReport);
  room.onMessage('*', () => {});
  room.onMessage<Confirmed>('edits', hear);
  room.onMessage('refused', (message) => fail(`refused: ${JSON.stringify(message)}`));
  room.onLeave((code) => isEditing && fail(`a member was let go with ${code}`));
  await new Promise<void>((resolve) => room.onMessage('welcome', () => resolve()));
  return {
    begin() {
      for (let sent = 0; sent < underWay; sent += 1) edit();
    },
    get pending() {
      return sentMs.length - done;
    },
    leave: () => void room.leave(false),
  };
}

/** Ends the editing, and waits for what is under way. */
async function rest(): Promise<void> {
  isEditing = false;
  while (players.some(({ pending }) => pending > 0)) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function obey(order: BusyOrder): Promise<BusyReport> {
  switch (order.kind) {
    case 'enter':
      setDefaultCACertificates([...getCACertificates('default'), order.certificate]);
      for (const { universeId, cookie } of order.seats) players.push(await enter(order.url, cookie, universeId, order.underWay));
      break;
    case 'edit':
      isEditing = true;
      for (const player of players) player.begin();
      break;
    case 'report':
      return { kind: 'figures', confirmed, latencies: [...latencies] };
    case 'rest':
      await rest();
      break;
    case 'leave':
      for (const player of players.splice(0)) player.leave();
  }
  return { kind: 'done' };
}

process.on('message', (order: BusyOrder) => {
  obey(order).then(
    (report) => process.send!(report),
    (error: unknown) => process.send!({ kind: 'failed', what: String(error) } satisfies BusyReport),
  );
});
