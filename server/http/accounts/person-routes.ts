import type { Router } from 'express';
import type { RouteResponse } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/api/errors.ts';
import type { Accounts } from '../../services/accounts/accounts.ts';
import type { Arrivals } from '../../services/accounts/arrivals.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorizeFresh, authorizePerson } from '../../auth/policy.ts';
import type { ActivityService } from '../../services/accounts/activity-service.ts';
import type { CommentService } from '../../services/feedback/comment-service.ts';
import type { DepartureService } from '../../services/accounts/departure-service.ts';
import type { DocumentService } from '../../services/documents/document-service.ts';
import type { FavouriteService } from '../../services/feedback/favourite-service.ts';
import type { LeftBehindService } from '../../services/accounts/left-behind-service.ts';
import type { ListService } from '../../services/lists/list-service.ts';
import type { NoteService } from '../../services/feedback/note-service.ts';
import type { NotificationService } from '../../services/accounts/notification-service.ts';
import type { ReviewService } from '../../services/feedback/review-service.ts';
import type { StoryboardService } from '../../services/documents/storyboard-service.ts';
import type { TemplateService } from '../../services/universes/template-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import type { UserService } from '../../services/accounts/user-service.ts';
import { lineageOf } from '../universes/lineage.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';
import { detailOf } from '../universes/storyboard-routes.ts';
import { meOf, profileOf, summaryOf } from '../lists/summaries.ts';
import { detailOf as templateDetailOf } from '../templates/template-routes.ts';
import type { ThumbnailIndex } from '../templates/thumbnails.ts';

interface PersonServices {
  accounts: Accounts;
  activity: ActivityService;
  arrivals: Arrivals;
  users: UserService;
  universes: UniverseService;
  documents: DocumentService;
  favourites: FavouriteService;
  lists: ListService;
  leftBehind: LeftBehindService;
  comments: CommentService;
  departures: DepartureService;
  notes: NoteService;
  notifications: NotificationService;
  reviews: ReviewService;
  storyboards: StoryboardService;
  templates: TemplateService;
  thumbnails: ThumbnailIndex;
}

/** What people may know of themselves, change, take along and take away. */
export function addPersonRoutes(router: Router, identity: Identity, services: PersonServices): void {
  const {
    accounts,
    activity,
    arrivals,
    users,
    universes,
    documents,
    favourites,
    lists,
    leftBehind,
    comments,
    departures,
    notes,
    reviews,
    notifications,
    storyboards,
    templates,
    thumbnails,
  } = services;
  addRoute(router, identity, 'getMe', async ({ user }) => {
    authorizePerson(user, 'person.read');
    return meOf(user, accounts);
  });

  addOpenRoute(router, 'getPerson', async ({ user, params }) => {
    authorizePerson(user, 'profile.read');
    const person = await identity.find(params.id!);
    if (!person) throw new AppError('not-found', 'There is no such person.');
    return profileOf(person);
  });

  addRoute(router, identity, 'updateMe', async ({ user, body }) => {
    authorizePerson(user, 'person.update');
    const { preferences, ...profile } = body;
    return meOf(await users.update(user.id, { ...profile, ...preferences }), accounts);
  });

  addOpenRoute(router, 'exportMe', async ({ user }) => {
    authorizePerson(user, 'person.export');
    const person = { ...meOf(user!, accounts), createdAt: user!.createdAt.toISOString() };
    const exported: RouteResponse<'exportMe'>['universes'] = [];
    for (const described of await lists.describeAll(await universes.allOf(user!.id), user!.id)) {
      const { document } = await documents.load(described.universe.id);
      const forkedFrom = await lineageOf(described.universe, user!.id, services);
      const { putForward } = described.universe;
      exported.push({ ...summaryOf(described, user!.id), role: 'owner', forkedFrom, putForward, document });
    }
    return {
      exportedAt: new Date().toISOString(),
      person,
      identities: (await arrivals.identitiesOf(user!.id)).map(({ provider, subject, createdAt }) => ({
        provider,
        subject,
        since: createdAt.toISOString(),
      })),
      activity: (await activity.allOf(user!.id)).map(({ id, kind, detail, count, universeId, personId, createdAt }) => ({
        id,
        kind,
        detail,
        count,
        universeId,
        personId,
        createdAt: createdAt.toISOString(),
      })),
      universes: exported,
      favourites: (await favourites.allOf(user!.id)).map(({ universeId, createdAt }) => ({
        universeId,
        createdAt: createdAt.toISOString(),
      })),
      comments: (await comments.allOf(user!.id)).map(({ id, universeId, text, createdAt }) => ({
        id,
        universeId,
        text,
        createdAt: createdAt.toISOString(),
      })),
      notifications: (await notifications.allOf(user!.id)).map(({ id, kind, universeId, lostId, readAt, createdAt }) => ({
        id,
        kind,
        universeId: (universeId ?? lostId)!,
        isRead: readAt !== null,
        createdAt: createdAt.toISOString(),
      })),
      storyboards: (await storyboards.allOf(user!.id)).map((row) => ({ universeId: row.universeId, ...detailOf(row) })),
      templates: await Promise.all((await templates.allOf(user!.id)).map((signed) => templateDetailOf(signed, user!.id, thumbnails))),
      notes: (await notes.allOf(user!.id)).map(({ universeId, text, updatedAt }) => ({
        universeId,
        text,
        updatedAt: updatedAt.toISOString(),
      })),
      reviews: (await reviews.allOf(user!.id)).map(({ universeId, stars, text, createdAt }) => ({
        universeId,
        stars,
        text,
        createdAt: createdAt.toISOString(),
      })),
    };
  });

  addOpenRoute(router, 'listLeftBehind', async ({ user }) => {
    authorizePerson(user, 'person.export');
    return { left: await leftBehind.of(user!.id) };
  });

  addOpenRoute(router, 'listHeirs', async ({ user }) => {
    authorizePerson(user, 'person.delete');
    return { universes: await departures.heirsOf(user!.id) };
  });

  addOpenRoute(router, 'deleteMe', async ({ user, body, request }) => {
    authorizePerson(user, 'person.delete');
    // Who has a password says it here.
    if (user!.passwordHash === null) authorizeFresh(user, 'person.delete', identity.signedInAt(request));
    const departure = await accounts.remove(user!, body.password, identity.senderOf(request), body.heirs);
    await identity.leave(request);
    identity.tellRevoked(user!.id);
    await departures.tell(departure);
    return {};
  });
}
