import type { Frame } from '../../shared/simulation/frame-layout.ts';
import type { Simulation } from '../../shared/simulation/simulation.ts';
import { type FrameSlot, readSlot, slotBytes, viewSlot } from './frame-slot.ts';

/** Returns a function that packs the current state of a simulation into a reused frame. */
export function createFrameTaker(simulation: Simulation): () => Frame {
  let slot: FrameSlot | null = null;
  let held = 0;
  let sequence = 0;
  return () => {
    if (!slot || held !== simulation.capacity) {
      held = simulation.capacity;
      slot = viewSlot(new ArrayBuffer(slotBytes(held)), 0, held);
    }
    sequence += 1;
    const { emitters, wells } = simulation.packFrame(slot, 0);
    slot.stamps.set([0, sequence, emitters, wells]);
    return readSlot(slot);
  };
}
