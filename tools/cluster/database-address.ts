import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** An address that always leads to the primary, as a virtual address or a proxy does in production. */
export interface DatabaseAddress {
  readonly port: number;
  /** Leads new connections to another port, and ends the present ones. */
  leadTo(port: number): void;
  stop(): Promise<void>;
}

export async function openDatabaseAddress(port: number): Promise<DatabaseAddress> {
  let target = port;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
  };
  const server = createServer((client) => {
    const database = connect(target, '127.0.0.1');
    keep(client, database);
    keep(database, client);
    for (const socket of [client, database]) socket.setNoDelay(true);
    client.pipe(database).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    leadTo(next) {
      target = next;
      endAll();
    },
    async stop() {
      server.close();
      endAll();
      await once(server, 'close');
    },
  };
}
