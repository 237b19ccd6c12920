import { stepSeconds, ticksPerSecond } from '../../shared/simulation/world.ts';
import { curlTable, fieldTable, writeFields } from './field-layout.ts';
import type { Resources } from './resources.ts';
import { layoutStruct } from './struct-layout.ts';
import type { RenderInput } from './types.ts';

/** A spark on the GPU. */
export const sparkStruct = layoutStruct('Spark', {
  /** m */
  position: 'vec3f',
  /** The packed word of its particle when it was emitted. */
  look: 'u32',
  /** m/s */
  velocity: 'vec3f',
  /** Remaining share of its lifetime, from 1 to 0; below 0 it is over, 0 means that it never existed. */
  life: 'f32',
});

/** The pool grows in steps of this many sparks, so that a slider of the count does not reallocate it at each notch. */
const growth = 65_536;
/** Longest advance in a frame: after a pause of the picture sparks go on where they were. */
const maxSeconds = 0.1;
const maxSteps = 8;
/** Speed of sparks with reduced motion, ×. */
const slowMotion = 0.25;

/** The time that sparks advance in a frame: in seconds of their own, and as simulated steps. */
interface SparkTime {
  readonly sparkSeconds: number;
  readonly sparkSteps: number;
  readonly sparkStepSeconds: number;
}

/** Particles that exist only on the GPU: emitted and moved there, never read back. */
export interface SparkPool {
  /** Most sparks that the device can hold. */
  readonly most: number;
  /** Makes room for `wanted` sparks and returns how many fit. */
  hold(wanted: number): number;
  /** Writes the fields; returns how far the sparks advance until `tick`, which may lie between two ticks. */
  advance(input: RenderInput, tick: number): SparkTime;
}

export function createSparkPool(device: GPUDevice, resources: Resources, maxBytes: number): SparkPool {
  const most = Math.floor(maxBytes / sparkStruct.size);
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
  let capacity = 0;
  let lastTick = Number.NaN;
  let seed = Number.NaN;

  const grow = (wanted: number) => {
    const next = Math.min(most, Math.ceil(wanted / growth) * growth);
    const before = capacity > 0 ? resources.take('sparks') : null;
    const buffer = resources.buffer('sparks', next * sparkStruct.size, usage);
    if (before) {
      const encoder = device.createCommandEncoder({ label: 'grow sparks' });
      encoder.copyBufferToBuffer(before, 0, buffer, 0, capacity * sparkStruct.size);
      device.queue.submit([encoder.finish()]);
      before.destroy();
    }
    capacity = next;
  };
  grow(1);
  resources.buffer('fields', fieldTable.size);
  resources.buffer('curl', curlTable(0).byteLength);

  return {
    most,
    hold(wanted) {
      const count = Math.min(wanted, most);
      if (count > capacity) grow(count);
      return count;
    },
    advance(input, tick) {
      if (input.seed !== seed) {
        seed = input.seed;
        device.queue.writeBuffer(resources.get('curl') as GPUBuffer, 0, curlTable(seed));
      }
      device.queue.writeBuffer(resources.get('fields') as GPUBuffer, 0, writeFields(input));
      // A tick that goes back belongs to another run.
      const passed = tick > lastTick ? Math.min(maxSeconds, (tick - lastTick) / ticksPerSecond) : 0;
      lastTick = tick;
      const { animationSpeed, timeScale } = input.parameters;
      const sparkSeconds = passed * animationSpeed * (input.reducedMotion ? slowMotion : 1);
      const sparkSteps = sparkSeconds > 0 ? Math.min(maxSteps, Math.ceil(sparkSeconds / stepSeconds - 1e-3)) : 0;
      const sparkStepSeconds = sparkSteps > 0 ? (Math.min(sparkSeconds, maxSteps * stepSeconds) * timeScale) / sparkSteps : 0;
      return { sparkSeconds, sparkSteps, sparkStepSeconds };
    },
  };
}
