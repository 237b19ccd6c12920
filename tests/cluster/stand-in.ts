import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/** A request as a process got it. */
export interface Received {
  process: string;
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Takes the place of a process of the server behind a proxy: it says what it got, unless it is told to do something else. */
export interface StandIn {
  readonly name: string;
  readonly address: string;
  /** What it got since the last call of `forget`. */
  readonly received: readonly Received[];
  forget(): void;
  /** What it does with a request; null to say what it got. */
  act: ((request: Received, response: ServerResponse) => void) | null;
  /** Ends it: its port refuses connections from then on. */
  stop(): Promise<void>;
}

async function read(name: string, request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = request;
  return { process: name, method, url, headers, body: Buffer.concat(chunks).toString() };
}

export async function startStandIn(name: string): Promise<StandIn> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const got = await read(name, request);
    received.push(got);
    if (standIn.act) standIn.act(got, response);
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(got));
  });
  // A socket says where it has arrived, then repeats what it gets.
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, { url }) => {
    socket.send(`${name} ${url}`);
    socket.on('message', (message: Buffer) => socket.send(message.toString()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const standIn: StandIn = {
    name,
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    forget: () => received.splice(0),
    act: null,
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      if (server.listening) {
        server.close();
        await once(server, 'close');
      }
    },
  };
  return standIn;
}
