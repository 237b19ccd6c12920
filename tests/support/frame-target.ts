import { frameScalars, particleWords } from '../../shared/simulation/frame-layout.ts';
import type { FrameTarget } from '../../shared/simulation/pack-frame.ts';
import { maxEmitters, maxWells } from '../../shared/universe/index.ts';

/** Creates memory for a frame of a simulation with so many slots. */
export function createFrameTarget(slots: number): FrameTarget {
  const memory = new ArrayBuffer(slots * particleWords * 4);
  return {
    scalars: new Float64Array(frameScalars.length),
    emitters: new Float32Array(maxEmitters * 3),
    wells: new Float32Array(maxWells * 3),
    words: new Uint32Array(memory),
    floats: new Float32Array(memory),
  };
}
