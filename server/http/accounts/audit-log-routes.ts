import type { Router } from 'express';
import type { AuditEntry } from '../../../shared/api/accounts/audit-log-schemas.ts';
import { authorizeAccount } from '../../auth/policy.ts';
import type { AuditLogService, AuditEvent } from '../../services/accounts/audit-log-service.ts';
import { addOpenRoute } from '../requests/route.ts';

/** Adds the route for the audit log of the caller. It creates no guest. */
export function addAuditLogRoutes(router: Router, { activity }: { activity: AuditLogService }): void {
  addOpenRoute(router, 'listAuditLog', async ({ user, query }) => {
    authorizeAccount(user, 'account.activity');
    const { told, next } = await activity.page(user!.id, query);
    return { activity: told.map(activityOf), next };
  });
}

function activityOf({ entry, universe, person }: AuditEvent): AuditEntry {
  const { id, kind, detail, count, createdAt } = entry;
  return { id, kind, detail, count, universe, person, createdAt: createdAt.toISOString() };
}
