import type { Router } from 'express';
import type { ClientReportService } from '../../services/operations/client-report-service.ts';
import { addOpenRoute } from '../requests/route.ts';

/** Adds the route by which pages report errors and measurements. It takes no notice of who the caller is. */
export function addReportRoutes(router: Router, { clientReports }: { clientReports: ClientReportService }): void {
  addOpenRoute(router, 'sendClientReport', async ({ body, request }) => {
    clientReports.take(body, request.headers['user-agent']);
    return {};
  });
}
