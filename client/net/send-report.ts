import { apiPaths } from '../../shared/api/contract/paths.ts';
import type { ClientReport } from '../../shared/api/operations/report-schemas.ts';

/** Sends a report, also while the page is being left. Without cookies: nobody needs to know whose page it is. A failure is silent. */
export function sendReport(report: ClientReport): void {
  const { method, path } = apiPaths.sendClientReport;
  const headers = { 'content-type': 'application/json' };
  void fetch(path, { method, headers, body: JSON.stringify(report), keepalive: true, credentials: 'omit' }).catch(() => null);
}
