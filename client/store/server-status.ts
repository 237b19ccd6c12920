import type { ServerStatus } from '../../shared/api/operations/status-schemas.ts';

/** What administrators see of the server. */
export interface ServerStatusView {
  status: 'loading' | 'ready' | 'failed';
  /** Why it could not be read last. */
  message: string;
  /** The last reading; null before the first. */
  read: ServerStatus | null;
}

export const noServerStatus: ServerStatusView = { status: 'loading', message: '', read: null };
