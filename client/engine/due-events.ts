import type { Simulation } from '../../shared/simulation/simulation.ts';
import type { DueEvent } from './protocol.ts';

/** Notes this far behind the playhead are history: a run that catches up does not play them. */
const maxNoteLagTicks = 24;

/** Adds the note events, releases and beats of the present tick to `due`; `target` is the tick of the playhead. */
export function collectDueEvents(simulation: Simulation, dueMs: number, target: number, due: DueEvent[]): void {
  // However late: a note that is not released sounds on.
  for (const release of simulation.releases) due.push({ release, tick: simulation.tick, dueMs });
  if (target - simulation.tick > maxNoteLagTicks) return;
  const { Clock, Modulation } = simulation.world.stores;
  if (Clock.onset[0] === 1) {
    due.push({ beat: Clock.beat[0], tick: simulation.tick, tempo: Modulation.tempo[0], isBar: Clock.barStep[0] === 0, dueMs });
  }
  for (const note of simulation.notes) due.push({ note: { ...note }, dueMs });
}
