/** A client of the crowd: where it sits, and whether it edits. `universeId` is null at the plain server. */
export interface Seat {
  universeId: string | null;
  kind: 'player' | 'watcher';
  /** As if it came from an address of its own. */
  address: string;
}

export type CrowdOrder =
  | { kind: 'sit'; url: string; cookie: string; seats: Seat[] }
  | { kind: 'edit'; everyMs: number }
  | { kind: 'rest' | 'clear' | 'report' | 'leave' };

interface Told {
  bytes: number;
  frames: number;
}

export interface CrowdFigures {
  kind: 'figures';
  /** How many edits took so many ms to a client, by ms. */
  latencies: number[];
  delivered: number;
  told: Record<Seat['kind'], Told>;
  /** Clients of each kind. */
  counted: Record<Seat['kind'], number>;
}

export type CrowdReport = { kind: 'done' } | CrowdFigures;

/** What the plain server broadcasts: so many bytes, so often, to each of a kind. */
export interface PeerPlan {
  bytes: number;
  everyMs: number;
}
