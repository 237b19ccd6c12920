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
import { newId } from './services/ids.ts';
import { refreshSearch } from './services/lists/search-refresh.ts';
import { createMembership } from './services/processes/membership.ts';
import { ownMachine } from './services/processes/process-probe.ts';
import { checkSecrets } from './services/secrets/secret-check.ts';
import type { Directories } from './start/directories.ts';
import { createHttp } from './start/http.ts';
import { createHttpServer, doorRulesOf } from './start/http-server.ts';
import { openJobs, workOnJobs } from './start/jobs.ts';
import { openReads } from './start/reads.ts';
import { createRooms } from './start/rooms.ts';
import { createServices } from './start/services.ts';
import { openShared } from './start/shared.ts';

const processIdLength = 12;

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
  const report = (error: unknown, where: string) => log.error({ err: error }, where);
  const membership = createMembership({ db: connection.apart, self: selfOf(config), isShared: config.node !== null, report });
  await membership.join();
  const jobs = await connection.exclusively(async () => {
    await checkSecrets(db, config);
    return openJobs(config, connection, log);
  });
  const metrics = createMetrics();
  const history = watchStatus(metrics);
  if (connection.pool) metrics.watchPool(connection.pool);
  const shared = openShared(config, metrics, log);
  const reads = await openReads(config, connection, { events: shared.events, metrics, log });
  const services = createServices(config, connection, {
    reads: reads.db,
    jobs,
    directories,
    metrics,
    membership,
    shared,
    history,
    log,
  });
  const problems = await connection.exclusively(() => services.templates.loadDirectory(directories.templates));
  await workOnJobs(jobs, services, connection, log);
  const searchRefresh = refreshSearch(db, (error) => log.error({ err: error }, 'search refresh failed'));

  const doorRules = doorRulesOf(config);
  const admissions = createAdmission(services.identity, services.universes, services.comments);
  let isStopping = false;
  const readiness = createReadiness({ ask: () => connection.query('select 1'), isStopping: () => isStopping });
  const processId = membership.self.id;
  const http = createHttp({ config, doorRules, directories, services, admissions, readiness, processId, metrics, shared, reads, log });
  const httpServer = createHttpServer();
  const refusals = createRefusalLog(log);
  const rooms = createRooms(httpServer, { config, services, membership, admissions, refusals, metrics, log });
  await new Promise<void>((resolve, reject) => {
    // Colyseus listens to errors only after it listens to the port.
    httpServer.once('error', reject);
    rooms.listen(config.port, config.host).then(resolve, reject);
  });
  const { port } = httpServer.address() as AddressInfo;
  await membership.listensAt(port);
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
    port,
    metricsPort: metricsServer && metricsServer.port,
    problems,
    async close() {
      isStopping = true;
      history.stop();
      httpServer.closeIdleConnections();
      await Promise.all([rooms.gracefullyShutdown(false), jobs.close(), searchRefresh.stop()]);
      await Promise.all([membership.leave(), services.processReports.stop()]);
      services.mailer?.close();
      httpServer.closeAllConnections();
      await metricsServer?.close();
      shared.close();
      await reads.close();
      await connection.close();
    },
  };
}

/** Returns this process as others are to see it. */
const selfOf = ({ node, port }: Config) => ({
  id: newId(processIdLength),
  node: node?.name ?? 'single',
  address: node?.address ?? `http://127.0.0.1:${port}`,
  machine: ownMachine,
});
