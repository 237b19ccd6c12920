import type { Config } from '../config.ts';
import type { Database, DatabaseConnection } from '../db/database.ts';
import { createThumbnailIndex } from '../http/templates/thumbnails.ts';
import { createBuiltScripts } from '../ops/built-scripts.ts';
import type { JobQueue } from '../ops/job-queue.ts';
import type { Logger } from '../ops/log.ts';
import { createClientMetrics } from '../ops/metrics/client-metrics.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';
import type { StatusHistory } from '../ops/metrics/status-history.ts';
import { createSentrySink } from '../ops/sentry.ts';
import { createDepartureService } from '../services/accounts/departure-service.ts';
import { createLeftBehindService } from '../services/accounts/left-behind-service.ts';
import { createNotificationService } from '../services/accounts/notification-service.ts';
import type { Membership } from '../services/processes/membership.ts';
import { createUniverseHolders } from '../services/processes/universe-holders.ts';
import { createDocumentService } from '../services/documents/document-service.ts';
import { createHistoryService } from '../services/documents/history-service.ts';
import { createJournalWriter } from '../services/documents/journal-writer.ts';
import { createRunService } from '../services/documents/run-service.ts';
import { createSnapshotBroker } from '../services/documents/snapshot-broker.ts';
import { createStoryboardService } from '../services/documents/storyboard-service.ts';
import { createCommentService } from '../services/feedback/comment-service.ts';
import { createFavouriteService } from '../services/feedback/favourite-service.ts';
import { createNoteService } from '../services/feedback/note-service.ts';
import { createReviewService } from '../services/feedback/review-service.ts';
import type { Jobs } from '../services/jobs.ts';
import { createCountsService } from '../services/lists/counts-service.ts';
import { createListService } from '../services/lists/list-service.ts';
import { createClientReportService } from '../services/operations/client-report-service.ts';
import { createOwnReportReader } from '../services/operations/own-report.ts';
import { createOwnReport, createProcessReports } from '../services/operations/process-reports.ts';
import { createServerStatusService } from '../services/operations/server-status-service.ts';
import { sessionDataKey } from '../services/secrets/derived-keys.ts';
import { createSealedText } from '../services/secrets/sealed-text.ts';
import { createRoomDecisionService } from '../services/universes/room-decision-service.ts';
import { createTrashService } from '../services/universes/trash-service.ts';
import { createSharingService } from '../services/universes/sharing-service.ts';
import { createTemplateService } from '../services/universes/template-service.ts';
import { createThumbnailService } from '../services/universes/thumbnail-service.ts';
import { createUniverseService } from '../services/universes/universe-service.ts';
import { createAccountServices } from './account-services.ts';
import { addressPrefixOf } from './address-prefix.ts';
import type { Directories } from './directories.ts';
import type { Shared } from './shared.ts';

export type Services = ReturnType<typeof createServices>;

interface ServiceOptions {
  /** The database for reads that may be stale. */
  reads: Database;
  jobs: JobQueue<Jobs>;
  directories: Directories;
  metrics: Metrics;
  membership: Membership;
  shared: Shared;
  history: StatusHistory;
  log: Logger;
}

/** Creates all services of a process, each after its dependencies. Nothing here reads the database yet. */
export function createServices(
  config: Config,
  { db }: DatabaseConnection,
  { reads, jobs, directories, metrics, membership, shared, history, log }: ServiceOptions,
) {
  const { events, cache } = shared;
  const { sentryDsn, environment } = config;
  const sealedText = createSealedText([...config.dataKeys, sessionDataKey(config.sessionSecret)]);
  const holders = createUniverseHolders(db, membership, (what, details) => log.info(details, what));
  metrics.watchLeases(() => holders.count);
  const documents = createDocumentService(db, holders, createJournalWriter(db, { metrics }));
  const runs = createRunService(documents, metrics);
  const universes = createUniverseService(db, documents, events);
  const notifications = createNotificationService(db);
  const comments = createCommentService(db, notifications, events, reads);
  const reviews = createReviewService(db, notifications);
  const favourites = createFavouriteService(db, notifications);
  const notes = createNoteService(db, sealedText);
  const ownReport = createOwnReportReader({ metrics, history, name: membership.self.node });
  const report = (error: unknown, where: string) => log.error({ err: error }, where);
  const processReports = config.node
    ? createProcessReports(db, { self: membership.self, own: ownReport, report })
    : createOwnReport(ownReport);
  return {
    ...createAccountServices(config, { db, reads, jobs, sealedText, universes, shared }),
    events,
    cache,
    holders,
    documents,
    runs,
    history: createHistoryService(db, documents, runs),
    snapshots: createSnapshotBroker(addressPrefixOf(config)),
    storyboards: createStoryboardService(db),
    universes,
    templates: createTemplateService(db, reads, () => events.tell('templates-changed', {})),
    /** Thumbnails of templates. */
    thumbnails: createThumbnailIndex(directories.thumbnails),
    /** Thumbnails of universes. */
    universeThumbnails: createThumbnailService(db, reads),
    lists: createListService(db, reads),
    counts: createCountsService(db),
    sharing: createSharingService(db, universes, notifications),
    decisions: createRoomDecisionService(db),
    trash: createTrashService(db, universes, notifications),
    departures: createDepartureService(db, notifications),
    leftBehind: createLeftBehindService(db, { comments, reviews, notes, favourites }),
    notifications,
    comments,
    reviews,
    favourites,
    notes,
    processReports,
    serverStatus: createServerStatusService({ reports: processReports, countJobs: jobs.count }),
    clientReports: createClientReportService({
      metrics: createClientMetrics(metrics.registry),
      log,
      isOwnScript: createBuiltScripts(directories.client),
      sink: sentryDsn === null ? null : createSentrySink({ dsn: sentryDsn, environment, log }),
    }),
  };
}
