export type BusyOrder =
  | {
      kind: 'enter';
      url: string;
      /** The certificate of the address, which nobody trusts by itself. */
      certificate: string;
      seats: { universeId: string; cookie: string }[];
      /** Edits that each member has under way. */
      underWay: number;
    }
  | { kind: 'edit' | 'report' | 'rest' | 'leave' };

/** `latencies`: number of confirmed edits by their time; the index is in ms. */
export type BusyReport = { kind: 'done' } | { kind: 'figures'; confirmed: number; latencies: number[] } | { kind: 'failed'; what: string };
