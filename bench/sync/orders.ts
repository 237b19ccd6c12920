/** A client of the benchmark: its universe, and whether it edits. `universeId` is null at the plain server. */
export interface Seat {
  universeId: string | null;
  kind: 'player' | 'watcher';
  /** Its own address, for the header of a proxy. */
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
  /** Number of deliveries by their time: the index is in ms. */
  latencies: number[];
  delivered: number;
  told: Record<Seat['kind'], Told>;
  /** Clients of each kind. */
  counted: Record<Seat['kind'], number>;
}

export type CrowdReport = { kind: 'done' } | CrowdFigures;

/** The broadcasts of the plain server: their bytes and interval, for each client of a kind. */
export interface PeerPlan {
  bytes: number;
  everyMs: number;
}
