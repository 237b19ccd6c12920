import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { uniformAt } from '../../shared/math/generator.ts';
import { sleep } from './until.ts';

/** What may happen to each write, and how likely it is. */
export interface LineFaults {
  /** The connection is reset on the side that wrote; what is on its way still arrives on the other, late. */
  cut: number;
  /** Nothing arrives any more in this direction, and nobody is told. */
  drop: number;
  /** Each write is held up for up to so long. */
  delayMs: number;
}

export const noFaults: LineFaults = { cut: 0, drop: 0, delayMs: 0 };

/** A way to a server on which connections suffer faults, by the numbers of a seed. Writes of one connection keep their order, those of two do not. */
export interface FaultyLine {
  readonly origin: string;
  /** Connections that were reset, and directions that fell silent. */
  readonly suffered: { cut: number; dropped: number };
  setFaults(faults: LineFaults): void;
  /** Ends all connections. */
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

  /** Carries what `from` writes to `to`. */
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
      // One after the other: only other connections overtake it.
      arrival = Promise.all([arrival, heldUp]).then(() => to.destroyed || to.write(chunk));
      if (draw() >= faults.cut) return;
      suffered.cut += 1;
      from.resetAndDestroy();
    });
    from.on('error', () => {});
    from.on('close', () => {
      sockets.delete(from);
      // What was written before arrives before the end.
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
