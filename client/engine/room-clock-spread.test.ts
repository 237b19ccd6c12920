import { describe, expect, it } from 'vitest';
import { uniformAt } from '../../shared/math/generator.ts';
import { maxDelayMs } from '../../shared/room/rates.ts';
import { createRoomClock, type RoomClock } from './room-clock.ts';

const batchMs = 50;
const tickMs = 1000 / 60;
const turnMs = 5;
const seconds = 60;
/** The two directions of a connection: each message is delayed, and none overtakes another. */
interface Line {
  /** Returns the arrival time of a message that is sent at `atMs`. */
  there(atMs: number): number;
  back(atMs: number): number;
}

function line(seed: number, fromMs: number, toMs: number): Line {
  const way = (key: number) => {
    let [sent, freeMs] = [0, 0];
    return (atMs: number) => (freeMs = Math.max(freeMs, atMs + fromMs + uniformAt(seed, (sent += 1), key) * (toMs - fromMs)));
  };
  return { there: way(1), back: way(2) };
}

interface Client {
  clock: RoomClock;
  /** Local time minus room time. */
  skewMs: number;
  line: Line;
  /** Messages in flight, to the client and to the room. */
  inbox: Due[];
  asked: Due[];
}

interface Due {
  atMs: number;
  act(): void;
}

function actOnDue(waiting: Due[], nowMs: number): void {
  while (waiting.length > 0 && waiting[0]!.atMs <= nowMs) waiting.shift()!.act();
}

/** Simulates eight clients of a room that estimate its time. All times are the room's; each client reads them on its own clock. */
function play(seed: number, fromMs: number, toMs: number) {
  const clients = Array.from({ length: 8 }, (_, index): Client => {
    const skewMs = uniformAt(seed, index, 7) * 1e6;
    return { clock: createRoomClock(batchMs), skewMs, line: line(seed * 8 + index, fromMs, toMs), inbox: [], asked: [] };
  });
  const needs = new Map<Client, number>();
  const spreads: number[] = [];
  const errors: number[] = [];
  const dry = { turns: 0, of: 0 };
  for (let roomMs = 0; roomMs < seconds * 1000; roomMs += turnMs) {
    for (const client of clients) {
      const { clock, skewMs, inbox, asked } = client;
      const later = (atMs: number, act: () => void) => void inbox.push({ atMs, act });
      if (roomMs % batchMs === 0) {
        const tick = Math.floor(roomMs / tickMs);
        const atMs = client.line.back(roomMs);
        later(atMs, () => clock.confirm(tick, true, atMs + skewMs));
      }
      if (roomMs % (roomMs < 10_000 ? 250 : 2000) === 0) {
        const sentMs = roomMs;
        const needMs = clock.needMs ?? 0;
        const askedMs = client.line.there(sentMs);
        const answer = () => {
          needs.set(client, needMs);
          const delayMs = Math.min(maxDelayMs, Math.max(...needs.values()));
          const atMs = client.line.back(askedMs);
          later(atMs, () => clock.answer({ sentMs: sentMs + skewMs, receivedMs: atMs + skewMs, roomMs: askedMs, delayMs }));
        };
        asked.push({ atMs: askedMs, act: answer });
      }
      actOnDue(asked, roomMs);
      actOnDue(inbox, roomMs);
      const playhead = clock.playhead(roomMs + skewMs);
      if (roomMs < 20_000) continue;
      dry.of += 1;
      if (playhead === clock.confirmedTick) dry.turns += 1;
    }
    if (roomMs < 20_000) continue;
    const onsets = clients.map(({ clock, skewMs }) => clock.dueMs(0, roomMs + skewMs) - skewMs);
    spreads.push(Math.max(...onsets) - Math.min(...onsets));
    const middle = onsets.reduce((sum, onset) => sum + onset, 0) / onsets.length;
    errors.push(...onsets.map((onset) => Math.abs(onset - middle)));
  }
  const p99 = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.99)]!;
  return { spreadMs: p99(spreads), errorMs: p99(errors), dryShare: dry.turns / dry.of };
}

describe.each([1, 2, 3, 4, 5])('eight clients of a room, seed %i', (seed) => {
  it('play a tick within 5 ms of one another on one machine', () => {
    const { spreadMs, errorMs, dryShare } = play(seed, 0, 2);
    expect(spreadMs).toBeLessThan(5);
    expect(errorMs).toBeLessThan(5);
    expect(dryShare).toBeLessThan(0.01);
  });

  it('play a tick within 20 ms of one another over connections with 20 to 200 ms of jitter', () => {
    const { spreadMs, errorMs, dryShare } = play(seed, 20, 200);
    expect(spreadMs).toBeLessThan(20);
    expect(errorMs).toBeLessThan(20);
    expect(dryShare).toBeLessThan(0.02);
  });
});
