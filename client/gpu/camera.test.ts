import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type CameraState,
  dollyCamera,
  driftCamera,
  frameCamera,
  orbitCamera,
  panCamera,
  placeOnScreen,
  projectPoint,
  screenRay,
  projectionOf,
  wheelCamera,
} from './camera.ts';
import { syntheticFrame } from './synthetic-frame.test-support.ts';
import { uncovered } from '../common/cover.ts';

const viewport = { width: 1440, height: 900, zoom: 1 };
const cameras = fc.record({
  azimuth: fc.double({ min: -6, max: 6, noNaN: true }),
  elevation: fc.double({ min: -1.4, max: 1.4, noNaN: true }),
  distance: fc.double({ min: 1, max: 300, noNaN: true }),
  target: fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -50, max: 50, noNaN: true }))) as fc.Arbitrary<[number, number, number]>,
  cover: fc.constant(uncovered),
});
const covers = fc.record({
  top: fc.integer({ min: 0, max: 90 }),
  right: fc.integer({ min: 0, max: 500 }),
  bottom: fc.integer({ min: 0, max: 450 }),
});

it('projects the target to the middle of the screen, at the distance of the camera', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const seen = projectPoint(projectionOf(camera, viewport), camera.target)!;
      expect(seen.x).toBeCloseTo(720, 1);
      expect(seen.y).toBeCloseTo(450, 1);
      expect(seen.depth / camera.distance).toBeCloseTo(1, 3);
    }),
  );
});

it('projects the target to the middle of the uncovered area, and scales the scene to fit it', () => {
  fc.assert(
    fc.property(cameras, covers, fc.integer({ min: 390, max: 1440 }), (bare, cover, width) => {
      const screen = { width, height: 900, zoom: 1 };
      const camera = { ...bare, cover };
      const seen = projectPoint(projectionOf(camera, screen), camera.target)!;
      expect(seen.x).toBeCloseTo((screen.width - cover.right) / 2, 1);
      expect(seen.y).toBeCloseTo((900 + cover.top - cover.bottom) / 2, 1);
      const free = { width: Math.max(1, width - cover.right), height: 900 - cover.top - cover.bottom, zoom: 1 };
      expect(projectionOf(camera, screen).focalPixels).toBeCloseTo(projectionOf(bare, free).focalPixels, 3);
    }),
  );
});

it('places a point under the pointer: projecting it returns the pointer position', () => {
  fc.assert(
    fc.property(cameras, covers, fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 900 }), (bare, cover, x, y) => {
      const camera = { ...bare, cover };
      const seen = projectPoint(projectionOf(camera, viewport), placeOnScreen(camera, viewport, x, y))!;
      expect(Math.abs(seen.x - x)).toBeLessThan(0.5);
      expect(Math.abs(seen.y - y)).toBeLessThan(0.5);
    }),
  );
});

it('sends a ray of length 1 through the middle towards the target', () => {
  const camera: CameraState = { azimuth: 0, elevation: 0, distance: 10, target: [1, 2, 3], cover: uncovered };
  const { origin, direction } = screenRay(camera, viewport, 720, 450);
  expect(origin).toEqual([1, 2, 13]);
  expect(direction[2]).toBeCloseTo(-1, 6);
});

it('keeps the target under the finger while panning', () => {
  fc.assert(
    fc.property(cameras, fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }), (camera, dx, dy) => {
      const seen = projectPoint(projectionOf(panCamera(camera, dx, dy, viewport), viewport), camera.target)!;
      expect(Math.abs(seen.x - 720 - dx)).toBeLessThan(0.5);
      expect(Math.abs(seen.y - 450 - dy)).toBeLessThan(0.5);
    }),
  );
});

it('limits the elevation and the distance, and undoes a wheel step by the opposite step', () => {
  const camera = frameCamera({ boundsSize: 20 });
  expect(orbitCamera(camera, 0, 10_000, viewport).elevation).toBeLessThan(Math.PI / 2);
  expect(dollyCamera(camera, 1e9).distance).toBeGreaterThan(0);
  expect(wheelCamera(wheelCamera(camera, 100), -100).distance).toBeCloseTo(camera.distance, 6);
});

it('drifts at the speed of the universe, and not with reduced motion', () => {
  const camera = frameCamera({ boundsSize: 20 });
  expect(driftCamera(camera, { cameraOrbitSpeed: 90 }, 2, false).azimuth - camera.azimuth).toBeCloseTo(Math.PI, 6);
  expect(driftCamera(camera, { cameraOrbitSpeed: 90 }, 2, true)).toBe(camera);
});

it('frames the live particles when there is a frame, else the bounds', () => {
  const frame = syntheticFrame(4_000, (slot) => [5 + Math.sin(slot) * 2, Math.cos(slot) * 2, 0]);
  const framed = frameCamera({ boundsSize: 100 }, frame);
  expect(framed.target[0]).toBeCloseTo(5, 0);
  expect(framed.distance).toBeLessThan(frameCamera({ boundsSize: 100 }).distance / 10);
});

it('fits the bounds into a tall and a wide screen', () => {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ]) {
    const tall = { width, height, zoom: 1 };
    const camera = frameCamera({ boundsSize: 20 });
    const right = placeOnScreen(camera, tall, width, height / 2);
    const top = placeOnScreen(camera, tall, width / 2, 0);
    const reach = Math.min(Math.hypot(...right), Math.hypot(...top));
    expect(reach).toBeGreaterThan(20 * 0.75);
  }
});
