import { createSwarmPacker } from '../../../client/engine/pack-swarm.ts';
import { slotBytes, viewSlot } from '../../../client/engine/frame-slot.ts';
import { frameScalars, type FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import type { Note } from '../../../shared/simulation/note.ts';
import { createSimulation } from '../../../shared/simulation/simulation.ts';
import { swarmLength } from '../../../shared/simulation/swarm-layout.ts';
import { ticksPerSecond } from '../../../shared/simulation/world.ts';
import type { LoggedEdit, UniverseDocument } from '../../../shared/universe/index.ts';
import type { LabSound } from './render.ts';

const readingTicks = ticksPerSecond / 10;

/**
 * Runs the first seconds of a universe and returns the input of a rendering: its notes, and its scalars and swarm ten times per second.
 * `edits` are made at their ticks; those of audio parameters are not heard.
 */
export function soundOfUniverse(document: UniverseDocument, seconds: number, edits: readonly LoggedEdit[] = []): LabSound {
  const simulation = createSimulation(document);
  const packer = createSwarmPacker();
  const slot = viewSlot(new ArrayBuffer(slotBytes(simulation.capacity)), 0, simulation.capacity);
  const notes: Note[] = [];
  const scalars: FrameScalars[] = [];
  const hums: { at: number; records: number[] }[] = [];
  const records = new Float32Array(swarmLength);
  while (simulation.tick < seconds * ticksPerSecond) {
    if (simulation.tick % readingTicks === 0) {
      simulation.packFrame(slot, 1);
      const { words, floats } = slot;
      const values = Object.fromEntries(frameScalars.map((name, index) => [name, slot.scalars[index]])) as FrameScalars;
      packer.pack({ words, floats, slots: values.slots, boundsSize: document.parameters.boundsSize }, records);
      scalars.push(values);
      hums.push({ at: simulation.tick / ticksPerSecond, records: [...records] });
    }
    simulation.step(edits.filter(({ tick }) => tick === simulation.tick + 1));
    packer.hear(simulation.notes);
    notes.push(...simulation.notes.map((note) => ({ ...note })));
  }
  return { seconds, parameters: document.parameters, notes, scalars, hums };
}
