import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { uniformAt } from '../../shared/math/generator.ts';
import { sleep } from '../support/until.ts';

/** Faults of each write, with their probabilities. */
export interface LineFaults {
  /** Resets the connection on the side that wrote; earlier writes still arrive on the other, late. */
  cut: number;
  /** Silently drops this and all later writes in this direction. */
  drop: number;
  /** Maximum delay of a write. */
  delayMs: number;
}

export const noFaults: LineFaults = { cut: 0, drop: 0, delayMs: 0 };

/** A proxy to a server that injects faults from a seed. Writes of a connection keep their order, those of different connections do not. */
export interface FaultyLine {
  readonly origin: string;
  /** Number of reset connections, and of silenced directions. */
  readonly suffered: { cut: number; dropped: number };
  setFaults(faults: LineFaults): void;
  /** Resets all connections. */
  cutAll(): void;
  close(): void;
}

export async function openFaultyLine(target: string, seed: number): Promise<FaultyLine> {
  const { hostname: host, port } = new URL(target);
  const sockets = new Set<Socket>();
  const suffered = { cut: 0, dropped: 0 };
  let faults = noFaults;
  let drawn = 0;
  const draw = () => uniformAt(seed, (drawn += 1), 0);

  /** Forwards what `from` writes to `to`. */
  const carry = (from: Socket, to: Socket) => {
    let silent = false;
    let arrival: Promise<unknown> = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      if (silent) return;
      if (draw() < faults.drop) {
        silent = true;
        suffered.dropped += 1;
        return;
      }
      const heldUp = sleep(draw() * faults.delayMs);
      // Writes of a connection keep their order: only other connections overtake it.
      arrival = Promise.all([arrival, heldUp]).then(() => to.destroyed || to.write(chunk));
      if (draw() >= faults.cut) return;
      suffered.cut += 1;
      from.resetAndDestroy();
    });
    from.on('error', () => {});
    from.on('close', () => {
      sockets.delete(from);
      // Earlier writes arrive before the end.
      void arrival.then(() => to.destroy());
    });
  };

  const server = createServer((near) => {
    const far = connect({ host, port: Number(port), noDelay: true });
    near.setNoDelay(true);
    for (const socket of [near, far]) sockets.add(socket);
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    suffered,
    setFaults: (next) => void (faults = next),
    cutAll,
    close() {
      cutAll();
      server.close();
    },
  };
}
