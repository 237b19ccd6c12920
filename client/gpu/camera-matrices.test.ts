import fc from 'fast-check';
import { expect, it } from 'vitest';
import { vec4 } from 'wgpu-matrix';
import { type CameraState, type Point, projectPoint, projectionOf } from './camera.ts';
import { matricesOf } from './camera-matrices.ts';

const viewport = { width: 1440, height: 900, zoom: 1.5 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const points = fc.tuple(number(-40, 40), number(-40, 40), number(-40, 40));

it('projects each point to the same place as the handles and the pointer do', () => {
  fc.assert(
    fc.property(number(-3, 3), number(-1.4, 1.4), number(1, 100), points, points, (azimuth, elevation, distance, target, point) => {
      const camera: CameraState = { azimuth, elevation, distance, target, cover: { top: 48, right: 320, bottom: 90 } };
      const { viewProjection, eye, focalPixels } = matricesOf(camera, viewport);
      const sight = projectionOf(camera, viewport);
      expect([eye, focalPixels]).toEqual([sight.eye, sight.focalPixels]);
      const away = Math.hypot(...point.map((at, axis) => at - eye[axis as 0 | 1 | 2]));
      const seen = projectPoint(sight, point as Point);
      const [x, y, , w] = vec4.transformMat4([...point, 1], viewProjection);
      // The matrices have single precision.
      const nearEnough = away * 0.05;
      if (!seen || seen.depth < nearEnough) {
        expect(w).toBeLessThan(nearEnough * 1.01 + 0.01);
        return;
      }
      expect(w / seen.depth).toBeCloseTo(1, 3);
      expect(Math.abs((0.5 + (0.5 * x) / w) * viewport.width - seen.x)).toBeLessThan(0.5);
      expect(Math.abs((0.5 - (0.5 * y) / w) * viewport.height - seen.y)).toBeLessThan(0.5);
    }),
  );
});
