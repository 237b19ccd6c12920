import { Router } from 'express';
import type { Accounts } from '../services/accounts/accounts.ts';
import type { ProviderSignIns } from '../services/accounts/provider-sign-ins.ts';
import type { Identity } from '../auth/identity-contract.ts';
import type { Provider } from '../auth/providers.ts';
import type { Recovery } from '../services/accounts/recovery.ts';
import type { AuditLogService } from '../services/accounts/audit-log-service.ts';
import type { TrashService } from '../services/universes/trash-service.ts';
import type { CommentService } from '../services/feedback/comment-service.ts';
import type { DepartureService } from '../services/accounts/departure-service.ts';
import type { DocumentService } from '../services/documents/document-service.ts';
import type { FavouriteService } from '../services/feedback/favourite-service.ts';
import type { HistoryService } from '../services/documents/history-service.ts';
import type { LeftBehindService } from '../services/accounts/left-behind-service.ts';
import type { ListService } from '../services/lists/list-service.ts';
import type { RunService } from '../services/documents/run-service.ts';
import type { ClientReportService } from '../services/operations/client-report-service.ts';
import type { NoteService } from '../services/feedback/note-service.ts';
import type { NotificationService } from '../services/accounts/notification-service.ts';
import type { ReviewService } from '../services/feedback/review-service.ts';
import type { SharingService } from '../services/universes/sharing-service.ts';
import type { StoryboardService } from '../services/documents/storyboard-service.ts';
import type { TemplateService } from '../services/universes/template-service.ts';
import type { ThumbnailService } from '../services/universes/thumbnail-service.ts';
import type { UniverseService } from '../services/universes/universe-service.ts';
import type { UserService } from '../services/accounts/user-service.ts';
import { addAuditLogRoutes } from './accounts/audit-log-routes.ts';
import { addProviderSignInRoutes } from './accounts/provider-sign-in-routes.ts';
import { addAuthRoutes } from './accounts/auth-routes.ts';
import { addTrashRoutes } from './universes/trash-routes.ts';
import { addFileRoutes } from './universes/file-routes.ts';
import { addHistoryRoutes } from './universes/history-routes.ts';
import { addListRoutes } from './lists/list-routes.ts';
import { addParameterRoutes } from './universes/parameter-routes.ts';
import { addCommentRoutes } from './feedback/comment-routes.ts';
import { addNoteRoutes } from './feedback/note-routes.ts';
import { addNotificationRoutes } from './accounts/notification-routes.ts';
import { addUserRoutes } from './accounts/user-routes.ts';
import { addRecoveryRoutes } from './accounts/recovery-routes.ts';
import { addReportRoutes } from './operations/report-routes.ts';
import { addReviewRoutes } from './feedback/review-routes.ts';
import { addSharingRoutes } from './universes/sharing-routes.ts';
import { addStoryboardRoutes } from './universes/storyboard-routes.ts';
import { addTemplateRoutes } from './templates/template-routes.ts';
import { addThumbnailRoutes } from './templates/thumbnail-routes.ts';
import type { ThumbnailIndex } from './templates/thumbnails.ts';
import { createUniverseDetails } from './universes/universe-details.ts';
import { addUniverseRoutes } from './universes/universe-routes.ts';

export interface RouteServices {
  accounts: Accounts;
  activity: AuditLogService;
  arrivals: ProviderSignIns;
  providers: ReadonlyMap<string, Provider>;
  /** Null if no mail is sent. */
  recovery: Recovery | null;
  users: UserService;
  templates: TemplateService;
  universes: UniverseService;
  documents: DocumentService;
  runs: RunService;
  favourites: FavouriteService;
  history: HistoryService;
  lists: ListService;
  sharing: SharingService;
  trash: TrashService;
  departures: DepartureService;
  leftBehind: LeftBehindService;
  comments: CommentService;
  notes: NoteService;
  notifications: NotificationService;
  reviews: ReviewService;
  storyboards: StoryboardService;
  /** Thumbnails of templates. */
  thumbnails: ThumbnailIndex;
  /** Thumbnails of universes. */
  universeThumbnails: ThumbnailService;
  clientReports: ClientReportService;
}

/** Builds the router of the API. The policy decides what a caller may do, the services do it. */
export function createRoutes(identity: Identity, services: RouteServices): Router {
  const router = Router({ caseSensitive: true, strict: true });
  addAuthRoutes(router, identity, services);
  if (services.recovery) addRecoveryRoutes(router, identity, services.recovery);
  addAuditLogRoutes(router, services);
  addProviderSignInRoutes(router, identity, services);
  addUserRoutes(router, identity, services);
  addTemplateRoutes(router, identity, services);
  const details = createUniverseDetails(services);
  addUniverseRoutes(router, identity, { ...services, details });
  addFileRoutes(router, identity, { ...services, details });
  addThumbnailRoutes(router, identity, services);
  addParameterRoutes(router, identity, services);
  addListRoutes(router, identity, services);
  addSharingRoutes(router, identity, services);
  addTrashRoutes(router, identity, services);
  addCommentRoutes(router, identity, services);
  addNoteRoutes(router, identity, services);
  addReviewRoutes(router, identity, services);
  addNotificationRoutes(router, services);
  addHistoryRoutes(router, identity, services);
  addStoryboardRoutes(router, identity, services);
  addReportRoutes(router, services);
  return router;
}
