import { createServer, type Server } from 'node:http';
import type { Config } from '../config.ts';
import type { DoorRules } from '../http/door/front-door.ts';

const keepAliveMs = 75_000;
/** A request that is sent more slowly than this is cut off. */
const mostHeadersMs = 20_000;
const mostRequestMs = 120_000;
const slowLookMs = 5000;

export function createHttpServer(): Server {
  return createServer({
    // A proxy in front keeps its connections for a minute or so: none may be closed just as it is used again.
    keepAliveTimeout: keepAliveMs,
    headersTimeout: mostHeadersMs,
    requestTimeout: mostRequestMs,
    connectionsCheckingInterval: slowLookMs,
  });
}

/** The hosts and the origins that this server answers to. */
export function doorRulesOf(config: Config): DoorRules {
  const { publicOrigin, allowedOrigins, trustedProxies } = config;
  const origins = publicOrigin === null ? [] : [publicOrigin, ...allowedOrigins, ...behindVite(config)];
  return { origins, allowedOrigins, trustedProxies };
}

/** The host that Vite asks for in `npm run dev`, whatever the page in front of it is called. */
const behindVite = ({ environment, port }: Config) => (environment === 'development' ? [`http://localhost:${port}`] : []);
