import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { bodyLimits } from '../../../shared/api/body-limits.ts';

/** So much of a body is read off behind an answer, so that its connection can be used again. */
const mostReadOff = bodyLimits.usual;
/** For so long it is waited for. */
const readOffMs = 5000;
/** A connection that is given up stays open for so long after the answer: closed at once, whoever still sends would not get to read it. */
const lingerMs = 1000;
const lookMs = 20;

const closeSoon = Socket.prototype.destroySoon;

const sendsBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Connections on which nothing more is listened to. */
const givenUp = new WeakSet<Socket>();
export const isGivenUp = (socket: Socket): boolean => givenUp.has(socket);

/**
 * Sees to what is left of a body when its request has been answered: a short rest is read off, so that the next request on the
 * connection is heard; with a longer one, or one without an end, the connection is closed.
 */
export function settleUnreadBody(request: IncomingMessage, response: ServerResponse): void {
  if (!sendsBody(request)) return;
  const { socket } = request;
  const isShort = Number(request.headers['content-length'] ?? Infinity) <= mostReadOff;
  const writeHead = response.writeHead;
  response.writeHead = function writeHeadOnce(this: ServerResponse, ...given: unknown[]) {
    response.writeHead = writeHead;
    if (!request.complete && !isShort) {
      response.setHeader('Connection', 'close');
      givenUp.add(socket);
    }
    // Of the parts of Node, this is what closes a connection after its last answer.
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

/** Says that nothing more comes, and reads off a little more before the connection is cut. */
function linger(request: IncomingMessage, socket: Socket): void {
  givenUp.add(socket);
  socket.end();
  request.resume();
  const [begunAt, begunMs] = [socket.bytesRead, performance.now()];
  const timer = setInterval(() => {
    const isOver = socket.bytesRead - begunAt > mostReadOff || performance.now() - begunMs > lingerMs;
    if (!isOver && !request.complete && !socket.destroyed) return;
    clearInterval(timer);
    socket.destroy();
  }, lookMs).unref();
}
