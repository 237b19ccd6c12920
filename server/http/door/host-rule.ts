import type { IncomingMessage } from 'node:http';
import { refuse } from '../../../shared/refusals/refuse.ts';

/** The hosts that a request may name. */
export interface HostRule {
  /** Origins of this server; if empty, every host is accepted. */
  origins: readonly string[];
  trustedProxies: number;
}

/** A name, an address or an address in brackets, and a port: RFC 9110, 7.2, without percent-encoding. */
const hostForm = /^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::\d{0,5})?$/;
/** Load balancers request them by the address of the machine. */
const openPaths: readonly string[] = ['/healthz', '/readyz'];

const malformed = (what: string) => refuse('flawed-request', { flaw: what });

/** Returns a host in lower case without the default port, or null if it is malformed. */
function normal(host: string, scheme: string): string | null {
  if (!hostForm.test(host)) return null;
  try {
    return new URL(`${scheme}//${host}`).host;
  } catch {
    return null;
  }
}

const sameHost = (host: string, origin: string): boolean => {
  const { protocol, host: own } = new URL(origin);
  return normal(host, protocol) === own;
};

/** The values of a header, one for each time that it was sent. */
function sent({ rawHeaders }: IncomingMessage, name: string): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]!.toLowerCase() === name);
}

/** Returns the value of a header that trusted proxies append to; of several values, the one that the outermost trusted proxy added. */
function forwarded(request: IncomingMessage, name: string, { trustedProxies }: HostRule): string | undefined {
  const values = String(request.headers[name] ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);
  return trustedProxies === 0 ? undefined : values[Math.max(0, values.length - trustedProxies)];
}

/**
 * Turns a target in absolute form into a path.
 * @returns its host, or null if it was a path
 * @throws AppError `malformed-body` if it is neither
 */
function takeTarget(request: IncomingMessage): string | null {
  const target = request.url ?? '';
  if (target.startsWith('/')) return null;
  const [, host, path] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(target) ?? [];
  if (host === undefined || path === undefined) throw malformed('its target is no path');
  request.url = path.startsWith('/') ? path : `/${path}`;
  return host;
}

/**
 * Rejects a request for another host, and a request whose host is ambiguous. Afterwards `url` is a path, `headers.host` is the public host
 * even behind proxies, and the forwarded host and protocol count only if they come from trusted proxies.
 * @throws AppError `malformed-body` or `misdirected-request`
 */
export function checkHost(request: IncomingMessage, rule: HostRule): void {
  const { headers } = request;
  const hosts = sent(request, 'host');
  if (hosts.length > 1) throw malformed('it names two hosts');
  if (hosts.length === 1 && normal(hosts[0]!, 'http:') === null) throw malformed('its host is none');
  const ofTarget = takeTarget(request);
  if (ofTarget !== null && (normal(ofTarget, 'http:') === null || (hosts.length === 1 && !isSame(ofTarget, hosts[0]!)))) {
    throw malformed('its target and its host differ');
  }
  const byProxy = forwarded(request, 'x-forwarded-host', rule);
  if (byProxy !== undefined && normal(byProxy, 'http:') === null) throw malformed('its host is none');
  const scheme = forwarded(request, 'x-forwarded-proto', rule)?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') throw malformed('its protocol is none');
  delete headers['x-forwarded-host'];
  if (scheme === undefined) delete headers['x-forwarded-proto'];
  else headers['x-forwarded-proto'] = scheme;
  const host = byProxy ?? ofTarget ?? hosts[0];
  if (openPaths.includes(request.url?.split('?')[0] ?? '')) return;
  if (host === undefined) throw malformed('it names no host');
  headers.host = host;
  if (rule.origins.length > 0 && !rule.origins.some((origin) => sameHost(host, origin))) {
    throw refuse('other-host');
  }
}

const isSame = (one: string, other: string) => normal(one, 'http:') === normal(other, 'http:');
