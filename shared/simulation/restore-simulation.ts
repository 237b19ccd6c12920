import { readDocument } from '../universe/index.ts';
import { syncEntities } from './entities.ts';
import { setTheStage } from './set-the-stage.ts';
import { newWorld, runWorld, type Simulation, type SimulationOptions } from './simulation.ts';
import { decodeSnapshot } from './snapshot.ts';

/**
 * Restores a universe from a snapshot. A separate module: the check of the document of a snapshot is as large as the rest of a simulation,
 * and most pages start without a snapshot. @throws Error when the bytes are no snapshot of this version.
 */
export function restoreSimulation(bytes: Uint8Array, options: SimulationOptions = {}): Simulation {
  const { stored, fill } = decodeSnapshot(bytes);
  const world = newWorld(readDocument(stored), options);
  fill(world);
  setTheStage(world);
  syncEntities(world);
  return runWorld(world, options);
}
