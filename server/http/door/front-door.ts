import { type IncomingMessage, type RequestListener, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError, errorBodyOf, type ErrorCode, errorCodes } from '../../../shared/api/errors.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { isFromOtherSite } from '../../auth/fetch-site.ts';
import { foreignOrigin, isOwnOrigin } from './origin.ts';
import { nameSender } from '../requests/sender.ts';
import { checkHost, type HostRule } from './host-rule.ts';
import { isGivenUp, settleUnreadBody } from './unread-body.ts';

export interface DoorRules extends HostRule {
  /** Further origins that may connect. */
  allowedOrigins: readonly string[];
}

interface DoorEvents {
  /** Called for every request, after its client address is set and before anything answers. */
  prepare(request: IncomingMessage, response: ServerResponse): void;
  /** Called for every request and upgrade that is refused here. */
  refused(code: ErrorCode): void;
}

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Runs the checks on every request and every upgrade of a server before any other handler. Call it after all upgrade listeners are added;
 * request listeners that were added before are removed.
 */
export function openFrontDoor(server: Server, inside: RequestListener, rules: DoorRules & DoorEvents): void {
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (isGivenUp(request.socket)) return;
    nameSender(request, rules.trustedProxies);
    settleUnreadBody(request, response);
    rules.prepare(request, response);
    if (admits(request, response, rules)) inside(request, response);
  });
  // Node itself answers `Expect: 100-continue`.
  server.on('checkExpectation', (request, response) => {
    settleUnreadBody(request, response);
    rules.prepare(request, response);
    response.writeHead(417, { 'content-length': 0 }).end();
  });

  const upgrades = server.listeners('upgrade') as Upgrade[];
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request, socket, head) => {
    try {
      checkHost(request, rules);
      nameSender(request, rules.trustedProxies);
      if (!mayConnect(request, rules)) throw foreignOrigin();
    } catch (error) {
      const refusal = asRefusal(error);
      rules.refused(refusal.code);
      refuseUpgrade(socket, refusal);
      return;
    }
    for (const upgrade of upgrades) upgrade(request, socket, head);
  });
}

/** Returns whether a request may change something or open a connection. A page of another site may not. */
export function mayConnect({ headers }: IncomingMessage, { allowedOrigins }: Pick<DoorRules, 'allowedOrigins'>): boolean {
  if (headers.origin === undefined) return !isFromOtherSite(headers);
  return isOwnOrigin(headers.origin, headers.host, allowedOrigins);
}

function admits(request: IncomingMessage, response: ServerResponse, rules: HostRule & DoorEvents): boolean {
  try {
    const coding = request.headers['transfer-encoding'];
    if (coding !== undefined && (coding.toLowerCase() !== 'chunked' || request.httpVersionMinor === 0)) {
      throw refuse('flawed-request', { flaw: 'its transfer coding is not known here' });
    }
    checkHost(request, rules);
    return true;
  } catch (error) {
    const refusal = asRefusal(error);
    rules.refused(refusal.code);
    response.writeHead(errorCodes[refusal.code], { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : bodyOf(refusal));
    return false;
  }
}

const asRefusal = (error: unknown): AppError => (error instanceof AppError ? error : refuse('request-unreadable', {}, { cause: error }));

const bodyOf = (refusal: AppError): string => JSON.stringify(errorBodyOf(refusal));

function refuseUpgrade(socket: Duplex, refusal: AppError): void {
  const status = errorCodes[refusal.code];
  const body = bodyOf(refusal);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.on('error', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), 1000).unref();
}
