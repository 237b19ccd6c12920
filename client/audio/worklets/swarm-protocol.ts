/** Messages to the swarm worklet. Records as in `swarm-layout.ts`. */
export type SwarmRequest =
  /** Reads records from this memory from now on: another thread writes them. */
  | { kind: 'memory'; records: Float32Array }
  /** Uses these records from a time of the audio clock on, or at once when it has passed. */
  | { kind: 'records'; records: Float32Array; atSeconds: number }
  /** Requests an answer when all earlier messages have arrived. */
  | { kind: 'flush' };

export const swarmWorklet = 'swarm';
