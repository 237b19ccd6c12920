import { frameCamera } from '../../client/gpu/camera.ts';
import { syntheticFrame } from '../../client/gpu/synthetic-frame.test-support.ts';
import type { RenderInput } from '../../client/gpu/types.ts';
import { uniformAt } from '../../shared/math/generator.ts';
import { defaultParameters } from '../../shared/parameters/index.ts';

export const particles = 1_000_000;
export const side = 1024;

/**
 * Returns a position in m in a disc of stars with a halo: dense in the middle, empty at the corners, a little of it outside the picture.
 */
function place(slot: number): [number, number, number] {
  const lot = (key: number) => uniformAt(7, slot, key);
  const radius = 9 * Math.sqrt(lot(0));
  const turn = lot(1) * 2 * Math.PI;
  const height = (lot(2) + lot(3) + lot(4) - 1.5) * (slot % 4 === 0 ? 6 : 1.6);
  return [radius * Math.cos(turn), height, radius * Math.sin(turn)];
}

/** Returns a scene of particles that are drawn as points, seen from a distance at which they fill the picture. */
export function sceneInput(count = particles): RenderInput {
  const frame = syntheticFrame(count, place);
  const parameters = { ...defaultParameters, particleSize: 0.4, depthCue: 0, sparks: 0, boundsSize: 9 };
  const camera = { ...frameCamera(parameters), distance: 18 };
  return { frame, alpha: 1, seconds: 1 / 60, parameters, seed: 1, wells: [], camera, reducedMotion: false };
}

/** Returns the scene a tick later, with a frame that has to be uploaded again. */
export function nextInput(input: RenderInput): RenderInput {
  const { frame } = input;
  const scalars = { ...frame.scalars, tick: frame.scalars.tick + 1 };
  return { ...input, frame: { ...frame, sequence: frame.sequence + 1, scalars } };
}
