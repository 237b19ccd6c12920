import type { HistoryMoment, Version } from '../../shared/api/universes/history-schemas.ts';

/** What is known of the history of the open universe. */
export interface HistoryView {
  status: 'idle' | 'ready' | 'failed';
  message: string;
  /** The newest first. */
  moments: readonly HistoryMoment[];
  /** Where older ones begin, or null where there are none. */
  next: string | null;
  versions: readonly Version[];
  /** Something is being asked of the server. */
  isPending: boolean;
}

export const noHistory: HistoryView = { status: 'idle', message: '', moments: [], next: null, versions: [], isPending: false };

export type HistoryAct =
  | { kind: 'look' }
  | { kind: 'more' }
  /** Makes the universe as it was right after an edit. */
  | { kind: 'restore'; sequence: number }
  /** Begins one of one's own there. */
  | { kind: 'remix'; sequence: number }
  /** Gives it a name, or with none takes it away. */
  | { kind: 'name'; sequence: number; name: string };
