import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { bodyLimits } from '../../../shared/api/body-limits.ts';

/** Bytes of a body that are read and discarded after an answer, so that the connection can be used again. */
const maxReadOff = bodyLimits.usual;
/** Timeout for the rest of such a body. */
const readOffMs = 5000;
/** Time that an abandoned connection stays open after the answer: closed at once, a client that still sends would not get to read it. */
const lingerMs = 1000;
const lookMs = 20;

const closeSoon = Socket.prototype.destroySoon;

const sendsBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Connections on which further requests are ignored. */
const givenUp = new WeakSet<Socket>();
export const isGivenUp = (socket: Socket): boolean => givenUp.has(socket);

/**
 * Handles the unread rest of a body once its request is answered: discards a short rest, so that the next request on the connection is
 * read; closes the connection for a longer rest or one of unknown length.
 */
export function settleUnreadBody(request: IncomingMessage, response: ServerResponse): void {
  if (!sendsBody(request)) return;
  const { socket } = request;
  const isShort = Number(request.headers['content-length'] ?? Infinity) <= maxReadOff;
  const writeHead = response.writeHead;
  response.writeHead = function writeHeadOnce(this: ServerResponse, ...given: unknown[]) {
    response.writeHead = writeHead;
    if (!request.complete && !isShort) {
      response.setHeader('Connection', 'close');
      givenUp.add(socket);
    }
    // Node calls this to close a connection after its last answer.
    socket.destroySoon = () => (request.complete ? Reflect.apply(closeSoon, socket, []) : linger(request, socket));
    return Reflect.apply(writeHead, response, given) as ServerResponse;
  } as ServerResponse['writeHead'];
  response.once('finish', () => {
    if (request.complete || !isShort) return;
    const timer = setTimeout(() => socket.destroy(), readOffMs).unref();
    request.once('close', () => clearTimeout(timer));
    request.once('end', () => clearTimeout(timer));
    request.resume();
  });
}

/** Ends the sending side, and discards a little more input before it destroys the connection. */
function linger(request: IncomingMessage, socket: Socket): void {
  givenUp.add(socket);
  socket.end();
  request.resume();
  const [begunAt, begunMs] = [socket.bytesRead, performance.now()];
  const timer = setInterval(() => {
    const isOver = socket.bytesRead - begunAt > maxReadOff || performance.now() - begunMs > lingerMs;
    if (!isOver && !request.complete && !socket.destroyed) return;
    clearInterval(timer);
    socket.destroy();
  }, lookMs).unref();
}
