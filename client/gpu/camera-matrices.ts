import { mat4 } from 'wgpu-matrix';
import { type CameraState, type Point, projectionOf, verticalView, type Viewport } from './camera.ts';

interface CameraMatrices {
  /** Column-major world → clip, depth 0..1. */
  readonly viewProjection: Float32Array;
  readonly eye: Point;
  /** Size in CSS pixels of 1 m at a distance of 1 m. */
  readonly focalPixels: number;
}

/** Returns the matrices of a camera for a viewport, for the shaders. */
export function matricesOf(camera: CameraState, viewport: Viewport): CameraMatrices {
  const { eye, focalPixels, middle } = projectionOf(camera, viewport);
  const vertical = verticalView(viewport, camera.cover);
  const projection = mat4.perspective(vertical, viewport.width / viewport.height, camera.distance * 0.02, camera.distance * 20 + 1_000);
  const view = mat4.lookAt([...eye], [...camera.target], [0, 1, 0]);
  const aside = mat4.translation([(2 * middle.x) / viewport.width - 1, 1 - (2 * middle.y) / viewport.height, 0]);
  return { viewProjection: mat4.multiply(aside, mat4.multiply(projection, view)), eye, focalPixels };
}
