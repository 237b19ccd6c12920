import type { Router } from 'express';
import type { Activity } from '../../../shared/api/accounts/activity-schemas.ts';
import { authorizePerson } from '../../auth/policy.ts';
import type { ActivityService, ToldActivity } from '../../services/accounts/activity-service.ts';
import { addOpenRoute } from '../requests/route.ts';

/** Adds the route for the audit log of the caller. It creates no guest. */
export function addActivityRoutes(router: Router, { activity }: { activity: ActivityService }): void {
  addOpenRoute(router, 'listActivity', async ({ user, query }) => {
    authorizePerson(user, 'person.activity');
    const { told, next } = await activity.page(user!.id, query);
    return { activity: told.map(activityOf), next };
  });
}

function activityOf({ entry, universe, person }: ToldActivity): Activity {
  const { id, kind, detail, count, createdAt } = entry;
  return { id, kind, detail, count, universe, person, createdAt: createdAt.toISOString() };
}
