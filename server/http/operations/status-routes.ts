import type { Router } from 'express';
import { authorizeServer } from '../../auth/policy.ts';
import type { ServerStatusService } from '../../services/operations/server-status-service.ts';
import { addOpenRoute } from '../requests/route.ts';

/** Adds the route by which administrators watch the server. */
export function addStatusRoutes(router: Router, { serverStatus }: { serverStatus: ServerStatusService }): void {
  addOpenRoute(router, 'getServerStatus', async ({ user }) => {
    authorizeServer(user, 'server.watch');
    return serverStatus.read();
  });
}
