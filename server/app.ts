import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';
import type { DatabaseConnection } from './db/database.ts';
import { openFrontDoor } from './http/door/front-door.ts';
import { createRequestTimes } from './http/door/request-times.ts';
import { securityHeaders } from './http/door/security.ts';
import { createRefusalLog } from './http/requests/refusal-log.ts';
import { identifyRequest } from './http/requests/request-id.ts';
import { createRequestLog } from './http/requests/request-log.ts';
import type { Logger } from './ops/log.ts';
import { createMetrics } from './ops/metrics/metrics.ts';
import { watchStatus } from './ops/metrics/status-history.ts';
import { serveMetrics } from './ops/metrics/metrics-server.ts';
import { createReadiness } from './ops/readiness.ts';
import { createAdmission } from './rooms/members/admission.ts';
import { refreshSearch } from './services/lists/search-refresh.ts';
import { checkSecrets } from './services/secrets/secret-check.ts';
import type { Directories } from './start/directories.ts';
import { createHttp } from './start/http.ts';
import { createHttpServer, doorRulesOf } from './start/http-server.ts';
import { openJobs, workOnJobs } from './start/jobs.ts';
import { createRooms } from './start/rooms.ts';
import { createServices } from './start/services.ts';

export interface App {
  /** The port that it listens on. */
  readonly port: number;
  /** The port of the metrics; null if none are served. */
  readonly metricsPort: number | null;
  /** A sentence for each template file that was skipped. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/**
 * Connects database, services, routes and rooms, and listens: one port for pages, API and rooms, and another one for metrics if configured.
 * @throws the system error if a port is in use (`EADDRINUSE`), AppError `conflict` if the secrets do not match the database.
 */
export async function startApp(config: Config, connection: DatabaseConnection, directories: Directories, log: Logger): Promise<App> {
  const { db } = connection;
  await checkSecrets(db, config);
  const jobs = await openJobs(config, connection, log);
  const metrics = createMetrics();
  const history = watchStatus(metrics);
  if (connection.pool) metrics.watchPool(connection.pool);
  const services = createServices(config, connection, { jobs, directories, metrics, history, log });
  const problems = await services.templates.loadDirectory(directories.templates);
  await workOnJobs(jobs, services, connection, log);
  const searchRefresh = refreshSearch(db, (error) => log.error({ err: error }, 'search refresh failed'));

  const doorRules = doorRulesOf(config);
  const admissions = createAdmission(services.identity, services.universes, services.comments);
  let isStopping = false;
  const readiness = createReadiness({ ask: () => connection.query('select 1'), isStopping: () => isStopping });
  const http = createHttp({ config, doorRules, directories, services, admissions, readiness, metrics, log });
  const httpServer = createHttpServer();
  const refusals = createRefusalLog(log);
  const rooms = createRooms(httpServer, { config, services, admissions, refusals, metrics, log });
  await new Promise<void>((resolve, reject) => {
    // Colyseus listens to errors only after it listens to the port.
    httpServer.once('error', reject);
    rooms.listen(config.port, config.host).then(resolve, reject);
  });
  const setSecurityHeaders = securityHeaders(config.publicUrl.startsWith('https:'));
  const timeRequest = createRequestTimes(metrics);
  const logRequest = createRequestLog(log);
  openFrontDoor(httpServer, http, {
    ...doorRules,
    refused: metrics.refused,
    prepare(request, response) {
      identifyRequest(request, response, config.trustedProxies);
      timeRequest(request, response);
      logRequest(request, response);
      setSecurityHeaders(request, response);
      refusals.watch(request, response);
    },
  });
  const metricsServer = config.metricsPort === null ? null : await serveMetrics(metrics, config.metricsPort);

  return {
    port: (httpServer.address() as AddressInfo).port,
    metricsPort: metricsServer && metricsServer.port,
    problems,
    async close() {
      isStopping = true;
      history.stop();
      httpServer.closeIdleConnections();
      await Promise.all([rooms.gracefullyShutdown(false), jobs.close(), searchRefresh.stop()]);
      services.mailer?.close();
      httpServer.closeAllConnections();
      await metricsServer?.close();
      await connection.close();
    },
  };
}
