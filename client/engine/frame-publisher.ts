import { type FrameScalars, particleWords } from '../../shared/simulation/frame-layout.ts';
import type { Simulation } from '../../shared/simulation/simulation.ts';
import type { FrameOutput } from './frame-output.ts';
import { type FrameSlot, readScalars, slotBytes, viewSlot } from './frame-slot.ts';
import type { SwarmPacker } from './pack-swarm.ts';

/** The values that the sound follows glide for about as long. */
const pulseEveryTicks = 6;

/** Memory for the voices of the swarm, laid out as in `swarm-layout.ts`, and the listener that is told when they are there. */
export interface PulseOutput {
  readonly swarm: Float32Array;
  readonly pulse: (scalars: FrameScalars) => void;
}

/** Hands frames to the renderer, and about ten times a second a pulse to the sound. */
interface FramePublisher {
  /** The tick of the last frame, or null before the first. */
  readonly publishedTick: number | null;
  /** Hands over a frame of the present tick, unless the reader still holds all memory. `stepMilliseconds`: cost of a step. */
  publish(atMs: number, stepMilliseconds: number): void;
}

export function createFramePublisher(
  simulation: Simulation,
  output: FrameOutput,
  packer: SwarmPacker,
  { swarm, pulse }: PulseOutput,
): FramePublisher {
  let spare: FrameSlot | null = null;
  let pulseTick = Number.NEGATIVE_INFINITY;
  let sequence = 0;
  let publishedTick: number | null = null;

  const isPulseDue = () => simulation.tick >= pulseTick + pulseEveryTicks;

  /** Memory for a frame that is not drawn, as behind another tab: it is heard nevertheless. */
  const spareSlot = () => {
    const { capacity } = simulation;
    if (spare?.words.length !== capacity * particleWords) spare = viewSlot(new ArrayBuffer(slotBytes(capacity)), 0, capacity);
    return spare;
  };

  const sendPulse = (slot: FrameSlot) => {
    pulseTick = simulation.tick;
    const scalars = readScalars(slot);
    const { boundsSize } = simulation.world.document.parameters;
    packer.pack({ words: slot.words, floats: slot.floats, slots: scalars.slots, boundsSize }, swarm);
    pulse(scalars);
  };

  return {
    get publishedTick() {
      return publishedTick;
    },
    publish(atMs, stepMilliseconds) {
      const slot = output.slot(simulation.capacity);
      if (!slot) {
        if (!isPulseDue()) return;
        const undrawn = spareSlot();
        simulation.packFrame(undrawn, stepMilliseconds);
        sendPulse(undrawn);
        return;
      }
      sequence += 1;
      publishedTick = simulation.tick;
      const anchors = simulation.packFrame(slot, stepMilliseconds);
      slot.stamps[0] = atMs;
      slot.stamps[1] = sequence;
      slot.stamps[2] = anchors.emitters;
      slot.stamps[3] = anchors.wells;
      if (isPulseDue()) sendPulse(slot);
      output.publish();
    },
  };
}
