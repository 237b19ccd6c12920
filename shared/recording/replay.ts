import { restoreSimulation } from '../simulation/restore-simulation.ts';
import { createSimulation, type Simulation, type SimulationOptions } from '../simulation/simulation.ts';
import type { LoggedEdit, UniverseDocument } from '../universe/index.ts';

/**
 * A state from which a run can be replayed: its document at tick 0, or a snapshot of a later tick; `edits` are the later ones, in the order
 * of the log.
 */
export interface RunOrigin {
  readonly document: UniverseDocument;
  readonly snapshot: Uint8Array | null;
  readonly edits: readonly LoggedEdit[];
}

/** A run that is replayed from its log: the same ticks with the same edits, as fast as they can be computed. */
export interface Replay {
  readonly simulation: Simulation;
  /** Simulates a tick, with the edits of that tick. */
  advance(): void;
}

/** Starts a replay. @throws Error when the snapshot is not of this version. */
export function replayRun({ document, snapshot, edits }: RunOrigin, options: SimulationOptions = {}): Replay {
  const simulation = snapshot ? restoreSimulation(snapshot, options) : createSimulation(document, options);
  let next = 0;
  return {
    simulation,
    advance() {
      const first = next;
      while (next < edits.length && edits[next].tick <= simulation.tick + 1) next += 1;
      simulation.step(first === next ? undefined : edits.slice(first, next));
    },
  };
}
