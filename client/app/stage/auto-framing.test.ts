import { expect, it } from 'vitest';
import { defaultParameters } from '../../../shared/parameters/index.ts';
import { type Frame, frameScalars, type FrameScalars, particleWords } from '../../../shared/simulation/frame-layout.ts';
import { frameCamera } from '../../gpu/index.ts';
import { createAutoFraming } from './auto-framing.ts';

/** A frame of particles spread evenly along a line of half length `radius` above the origin. */
function frameOf(tick: number, radius: number): Frame {
  const slots = 400;
  const words = new Uint32Array(slots * particleWords);
  const floats = new Float32Array(words.buffer);
  for (let slot = 0; slot < slots; slot++) floats[slot * particleWords] = radius * ((2 * slot) / slots - 1);
  const scalars = { ...(Object.fromEntries(frameScalars.map((name) => [name, 0])) as FrameScalars), tick, slots };
  return { sequence: tick, slots, words, floats, scalars, emitters: new Float32Array(), wells: new Float32Array() };
}

it('draws back as the universe grows, smoothly, and leaves the direction alone', () => {
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

it('lets go for good when a hand takes the camera', () => {
  const framing = createAutoFraming();
  const camera = frameCamera(defaultParameters);
  framing.release();
  expect(framing.follow(camera, defaultParameters, frameOf(100, 3), 0.1, false)).toBe(camera);
});

it('follows so slowly for those who ask for less motion that it is no motion', () => {
  const pace = (reducedMotion: boolean) => {
    const framing = createAutoFraming();
    const camera = framing.follow(frameCamera(defaultParameters), defaultParameters, frameOf(40, 2), 0.016, reducedMotion);
    return framing.follow(camera, defaultParameters, frameOf(41, 15), 0.5, reducedMotion).distance / camera.distance - 1;
  };
  expect(pace(true)).toBeLessThan(pace(false) / 4);
});
