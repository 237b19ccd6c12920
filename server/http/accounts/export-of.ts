import type { RouteResponse } from '../../../shared/api/contract/contract.ts';
import type { Accounts } from '../../services/accounts/accounts.ts';
import type { AuditLogService } from '../../services/accounts/audit-log-service.ts';
import type { ProviderSignIns } from '../../services/accounts/provider-sign-ins.ts';
import type { NotificationService } from '../../services/accounts/notification-service.ts';
import type { User } from '../../services/accounts/user-service.ts';
import type { DocumentService } from '../../services/documents/document-service.ts';
import type { StoryboardService } from '../../services/documents/storyboard-service.ts';
import type { CommentService } from '../../services/feedback/comment-service.ts';
import type { FavouriteService } from '../../services/feedback/favourite-service.ts';
import type { NoteService } from '../../services/feedback/note-service.ts';
import type { ReviewService } from '../../services/feedback/review-service.ts';
import type { ListService } from '../../services/lists/list-service.ts';
import type { TemplateService } from '../../services/universes/template-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import { meOf, summaryOf } from '../lists/summaries.ts';
import { templateDetailOf } from '../templates/template-routes.ts';
import type { ThumbnailIndex } from '../templates/thumbnails.ts';
import { lineageOf } from '../universes/lineage.ts';
import { storyboardDetailOf } from '../universes/storyboard-routes.ts';

type Exported = RouteResponse<'exportMe'>;

export interface ExportServices {
  accounts: Accounts;
  activity: AuditLogService;
  arrivals: ProviderSignIns;
  universes: UniverseService;
  documents: DocumentService;
  favourites: FavouriteService;
  lists: ListService;
  comments: CommentService;
  notes: NoteService;
  notifications: NotificationService;
  reviews: ReviewService;
  storyboards: StoryboardService;
  templates: TemplateService;
  thumbnails: ThumbnailIndex;
}

/** Collects all data of a user for export. */
export async function exportOf(user: User, services: ExportServices): Promise<Exported> {
  const { accounts, activity, arrivals, favourites, comments, notifications, storyboards, templates, notes, reviews, thumbnails } =
    services;
  const universes = await universesOf(user, services);
  return {
    exportedAt: new Date().toISOString(),
    person: { ...meOf(user, accounts), createdAt: user.createdAt.toISOString() },
    identities: (await arrivals.identitiesOf(user.id)).map(({ provider, subject, createdAt }) => ({
      provider,
      subject,
      since: createdAt.toISOString(),
    })),
    activity: (await activity.allOf(user.id)).map(({ id, kind, detail, count, universeId, personId, createdAt }) => ({
      id,
      kind,
      detail,
      count,
      universeId,
      personId,
      createdAt: createdAt.toISOString(),
    })),
    universes,
    favourites: (await favourites.allOf(user.id)).map(({ universeId, createdAt }) => ({
      universeId,
      createdAt: createdAt.toISOString(),
    })),
    comments: (await comments.allOf(user.id)).map(({ id, universeId, text, createdAt }) => ({
      id,
      universeId,
      text,
      createdAt: createdAt.toISOString(),
    })),
    notifications: (await notifications.allOf(user.id)).map(({ id, kind, universeId, lostId, readAt, createdAt }) => ({
      id,
      kind,
      universeId: (universeId ?? lostId)!,
      isRead: readAt !== null,
      createdAt: createdAt.toISOString(),
    })),
    storyboards: (await storyboards.allOf(user.id)).map((row) => ({ universeId: row.universeId, ...storyboardDetailOf(row) })),
    templates: await Promise.all((await templates.allOf(user.id)).map((signed) => templateDetailOf(signed, user.id, thumbnails))),
    notes: (await notes.allOf(user.id)).map(({ universeId, text, updatedAt }) => ({
      universeId,
      text,
      updatedAt: updatedAt.toISOString(),
    })),
    reviews: (await reviews.allOf(user.id)).map(({ universeId, stars, text, createdAt }) => ({
      universeId,
      stars,
      text,
      createdAt: createdAt.toISOString(),
    })),
  };
}

async function universesOf(user: User, services: ExportServices): Promise<Exported['universes']> {
  const { lists, universes, documents } = services;
  const exported: Exported['universes'] = [];
  for (const described of await lists.describeAll(await universes.allOf(user.id), user.id)) {
    const { document } = await documents.load(described.universe.id);
    const forkedFrom = await lineageOf(described.universe, user.id, services);
    const { putForward } = described.universe;
    exported.push({ ...summaryOf(described, user.id), role: 'owner', forkedFrom, putForward, document });
  }
  return exported;
}
