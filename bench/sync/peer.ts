/** A plain WebSocket server that broadcasts as many bytes as the room, at the same rate, with the edits that it received. */
import { type WebSocket, WebSocketServer } from 'ws';
import type { PeerPlan } from './orders.ts';

const plans = JSON.parse(process.argv[2]!) as { player: PeerPlan; watcher: PeerPlan };
/** The first byte, which clients check. */
const roomData = 13;

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
const clients = { player: new Set<WebSocket>(), watcher: new Set<WebSocket>() };
const waiting = { player: [] as Buffer[], watcher: [] as Buffer[] };

server.on('connection', (socket, request) => {
  const kind = request.headers['cookie'] === 'player' ? 'player' : 'watcher';
  clients[kind].add(socket);
  socket.on('close', () => clients[kind].delete(socket));
  socket.on('message', (edit: Buffer) => {
    waiting.player.push(edit);
    waiting.watcher.push(edit);
  });
});

for (const kind of ['player', 'watcher'] as const) {
  setInterval(() => {
    const edits = Buffer.concat([Buffer.from([roomData]), ...waiting[kind].splice(0)]);
    const frame = Buffer.alloc(Math.max(edits.length, plans[kind].bytes));
    edits.copy(frame);
    for (const client of clients[kind]) client.send(frame);
  }, plans[kind].everyMs);
}

server.on('listening', () => process.send!({ url: `http://127.0.0.1:${(server.address() as { port: number }).port}` }));
