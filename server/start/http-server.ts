import { createServer, type Server } from 'node:http';
import type { Config } from '../config.ts';
import type { DoorRules } from '../http/door/front-door.ts';

const keepAliveMs = 75_000;
/** Timeouts for the headers of a request and for all of it. */
const maxHeadersMs = 20_000;
const maxRequestMs = 120_000;
const slowLookMs = 5000;

export function createHttpServer(): Server {
  return createServer({
    // Longer than a proxy in front keeps its connections, about a minute: none may be closed just as it is used again.
    keepAliveTimeout: keepAliveMs,
    headersTimeout: maxHeadersMs,
    requestTimeout: maxRequestMs,
    connectionsCheckingInterval: slowLookMs,
  });
}

/** Returns the hosts and origins that this server accepts. */
export function doorRulesOf(config: Config): DoorRules {
  const { publicOrigin, allowedOrigins, trustedProxies } = config;
  const origins = publicOrigin === null ? [] : [publicOrigin, ...allowedOrigins, ...behindVite(config)];
  return { origins, allowedOrigins, trustedProxies };
}

/** The host in requests of Vite in `npm run dev`, whatever the host of the page is. */
const behindVite = ({ environment, port }: Config) => (environment === 'development' ? [`http://localhost:${port}`] : []);
