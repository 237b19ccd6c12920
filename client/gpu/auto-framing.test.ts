import { expect, it } from 'vitest';
import { defaultParameters } from '../../shared/parameters/index.ts';
import { type Frame, frameScalars, type FrameScalars, particleWords } from '../../shared/simulation/frame-layout.ts';
import { createAutoFraming } from './auto-framing.ts';
import { frameCamera } from './camera.ts';

/** Returns a frame of particles spread evenly along a line of half length `radius` through the origin. */
function frameOf(tick: number, radius: number): Frame {
  const slots = 400;
  const words = new Uint32Array(slots * particleWords);
  const floats = new Float32Array(words.buffer);
  for (let slot = 0; slot < slots; slot++) floats[slot * particleWords] = radius * ((2 * slot) / slots - 1);
  const scalars = { ...(Object.fromEntries(frameScalars.map((name) => [name, 0])) as FrameScalars), tick, slots };
  return { sequence: tick, slots, words, floats, scalars, emitters: new Float32Array(), wells: new Float32Array() };
}

it('moves back as the universe grows, smoothly, and keeps the direction', () => {
  const framing = createAutoFraming();
  let camera = frameCamera(defaultParameters);
  camera = framing.follow(camera, defaultParameters, frameOf(40, 2), 0.016, false);
  const near = camera.distance;
  const distances: number[] = [];
  for (let tick = 41; tick < 400; tick++) {
    camera = framing.follow({ ...camera, azimuth: 1 }, defaultParameters, frameOf(tick, 15), 1 / 60, false);
    distances.push(camera.distance);
  }
  expect(distances.at(-1)).toBeGreaterThan(near * 3);
  for (let index = 1; index < distances.length; index++) expect(distances[index] - distances[index - 1]).toBeLessThan(near);
  expect(camera.azimuth).toBe(1);
});

it('stops for good when the user moves the camera', () => {
  const framing = createAutoFraming();
  const camera = frameCamera(defaultParameters);
  framing.release();
  expect(framing.follow(camera, defaultParameters, frameOf(100, 3), 0.1, false)).toBe(camera);
});

it('follows very slowly with reduced motion', () => {
  const pace = (reducedMotion: boolean) => {
    const framing = createAutoFraming();
    const camera = framing.follow(frameCamera(defaultParameters), defaultParameters, frameOf(40, 2), 0.016, reducedMotion);
    return framing.follow(camera, defaultParameters, frameOf(41, 15), 0.5, reducedMotion).distance / camera.distance - 1;
  };
  expect(pace(true)).toBeLessThan(pace(false) / 4);
});
