import type { IncomingMessage } from 'node:http';
import { refuse } from '../../../shared/refusals/refuse.ts';

/** What a request may ask for by its address. */
export interface HostRule {
  /** Origins under which people find this server; with none, every host is taken. */
  origins: readonly string[];
  trustedProxies: number;
}

/** A name, an address or an address in brackets, and a port: RFC 9110, 7.2, without percent signs. */
const hostForm = /^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::\d{0,5})?$/;
/** Load balancers ask for it by the address of the machine. */
const openPath = '/healthz';

const malformed = (what: string) => refuse('flawed-request', { flaw: what });

/** A host as addresses have it, in lower case and without the port that is usual, or null where it is none. */
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

/** The values of a header, as they were sent one by one. */
function sent({ rawHeaders }: IncomingMessage, name: string): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]!.toLowerCase() === name);
}

/** What the proxies that are believed say in a header that each of them adds to; of more values the one that the outermost has seen. */
function forwarded(request: IncomingMessage, name: string, { trustedProxies }: HostRule): string | undefined {
  const values = String(request.headers[name] ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);
  return trustedProxies === 0 ? undefined : values[Math.max(0, values.length - trustedProxies)];
}

/** Makes a target in absolute form a path. @returns its host, or null for a path @throws AppError `malformed-body` for what is neither */
function takeTarget(request: IncomingMessage): string | null {
  const target = request.url ?? '';
  if (target.startsWith('/')) return null;
  const [, host, path] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(target) ?? [];
  if (host === undefined || path === undefined) throw malformed('its target is no path');
  request.url = path.startsWith('/') ? path : `/${path}`;
  return host;
}

/**
 * Refuses a request for another host than this server's, and one of which it can't be told which host it is for. Afterwards the
 * address is a path, `headers.host` is the host that people see, whatever proxies made of it, and what proxies say of host and
 * protocol is only there where they are believed.
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
  if (request.url?.split('?')[0] === openPath) return;
  if (host === undefined) throw malformed('it names no host');
  headers.host = host;
  if (rule.origins.length > 0 && !rule.origins.some((origin) => sameHost(host, origin))) {
    throw refuse('other-host');
  }
}

const isSame = (one: string, other: string) => normal(one, 'http:') === normal(other, 'http:');
