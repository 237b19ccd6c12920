/** Told to the swarm's worklet. Records as in `swarm-layout.ts`. */
export type SwarmRequest =
  /** Reads its records here from now on: another thread writes them. */
  | { kind: 'memory'; records: Float32Array }
  /** Takes these records over at a moment of the audio clock, or as soon as it is there. */
  | { kind: 'records'; records: Float32Array; atSeconds: number }
  /** Asks for a word that everything before has arrived. */
  | { kind: 'flush' };

export const swarmWorklet = 'swarm';
