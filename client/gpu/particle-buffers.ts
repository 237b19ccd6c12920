import { type Frame, particleWords } from '../../shared/simulation/frame-layout.ts';
import { frameSeconds } from './frame-state.ts';
import type { Resources } from './resources.ts';

const wordBytes = 4;
const slotBytes = particleWords * wordBytes;
/** Buffers grow in steps of this many slots, so that a slider of the count does not reallocate them at each notch. */
const growth = 16_384;

/** The last two frames of the simulation on the GPU. */
export interface ParticleBuffers {
  /** Slots on the GPU of this frame and of the one before. */
  readonly slots: number;
  readonly previousSlots: number;
  /** Simulated seconds between them; 0 when they do not follow each other. */
  readonly frameSeconds: number;
  /** Uploads a frame; returns false when it is already there. */
  upload(frame: Frame): boolean;
}

export function createParticleBuffers(device: GPUDevice, resources: Resources, maxSlots: number): ParticleBuffers {
  let capacity = 0;
  let slots = 0;
  let previousSlots = 0;
  let tick = 0;
  let seconds = 0;
  let sequence = Number.NaN;

  const allocate = (wanted: number) => {
    capacity = Math.min(maxSlots, Math.ceil(Math.max(1, wanted) / growth) * growth);
    resources.buffer('particles', capacity * slotBytes);
    resources.buffer('previousParticles', capacity * slotBytes);
    resources.buffer('broad', capacity * wordBytes);
    slots = 0;
  };
  allocate(1);

  return {
    get slots() {
      return slots;
    },
    get previousSlots() {
      return previousSlots;
    },
    get frameSeconds() {
      return seconds;
    },
    upload(frame) {
      if (frame.sequence === sequence) return false;
      sequence = frame.sequence;
      const wanted = Math.min(frame.slots, maxSlots);
      if (wanted > capacity) allocate(wanted);
      resources.swap('particles', 'previousParticles');
      previousSlots = slots;
      slots = wanted;
      seconds = previousSlots > 0 ? frameSeconds(frame.scalars.tick, tick) : 0;
      tick = frame.scalars.tick;
      if (slots > 0) device.queue.writeBuffer(resources.get('particles') as GPUBuffer, 0, frame.words, 0, slots * particleWords);
      return true;
    },
  };
}
