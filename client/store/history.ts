import type { HistoryEntry, Version } from '../../shared/api/universes/history-schemas.ts';

/** The loaded history of the open universe. */
export interface HistoryView {
  status: 'idle' | 'ready' | 'failed';
  message: string;
  /** Newest first. */
  moments: readonly HistoryEntry[];
  /** The cursor of older entries, or null at the end. */
  next: string | null;
  versions: readonly Version[];
  /** A request to the server is pending. */
  isPending: boolean;
}

export const noHistory: HistoryView = { status: 'idle', message: '', moments: [], next: null, versions: [], isPending: false };

export type HistoryAct =
  | { kind: 'look' }
  | { kind: 'more' }
  /** Restores the universe to its state right after an edit. */
  | { kind: 'restore'; sequence: number }
  /** Creates a remix from there. */
  | { kind: 'remix'; sequence: number }
  /** Names the version; an empty name removes the name. */
  | { kind: 'name'; sequence: number; name: string };
