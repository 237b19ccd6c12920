import { type Cover, uncovered } from '../common/cover.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import { type Frame, freeAge, packedFields, packedValue, particleWords } from '../../shared/simulation/frame-layout.ts';

export type Point = readonly [x: number, y: number, z: number];

/** A camera that circles a point. Angles in radians, lengths in m. */
export interface CameraState {
  /** Around the vertical axis; 0 looks along −z. */
  readonly azimuth: number;
  /** Above the horizon, within ±`steepest`. */
  readonly elevation: number;
  readonly distance: number;
  readonly target: Point;
  readonly cover: Cover;
}

export interface Viewport {
  /** Size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The `zoom` parameter. */
  readonly zoom: number;
}

/** Angle of view across the shorter side, in radians, at zoom 1. */
const fieldOfView = (42 * Math.PI) / 180;
const steepest = 1.5;
const nearest = 0.2;
const farthest = 2_000;
const startAzimuth = 0.6;
const startElevation = 0.32;
/** Initial distance of the camera, as a multiple of the scene's radius. */
const startDistance = 2.55;

/** Returns the first view of a universe: of the live particles of a frame, or of the bounds when there is no frame yet. */
export function frameCamera(parameters: Pick<ParameterValues, 'boundsSize'>, frame?: Frame): CameraState {
  const extent = frame && aliveExtent(frame);
  const radius = Math.max(1, Math.min(extent?.radius ?? Number.POSITIVE_INFINITY, parameters.boundsSize));
  return {
    azimuth: startAzimuth,
    elevation: startElevation,
    distance: radius * startDistance,
    target: extent ? extent.centre : [0, 0, 0],
    cover: uncovered,
  };
}

const sampledParticles = 2_000;
const enoughParticles = 50;
const framedShare = 0.92;

/** The centre of the live particles and the radius that holds most of them (`framedShare`), from a sample. */
function aliveExtent(frame: Frame): { centre: Point; radius: number } | null {
  const stride = Math.max(1, Math.floor(frame.slots / sampledParticles));
  const points: Point[] = [];
  for (let slot = 0; slot < frame.slots; slot += stride) {
    const at = slot * particleWords;
    if (packedValue(frame.words[at + 3], packedFields.age) === freeAge) continue;
    points.push([frame.floats[at], frame.floats[at + 1], frame.floats[at + 2]]);
  }
  if (points.length < enoughParticles) return null;
  const mean = (axis: number) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const centre: Point = [mean(0), mean(1), mean(2)];
  const radii = points.map((point) => Math.hypot(point[0] - centre[0], point[1] - centre[1], point[2] - centre[2])).sort((a, b) => a - b);
  return { centre, radius: radii[Math.floor(radii.length * framedShare)] * 1.1 };
}

/** Orbits the target by a drag of (dx, dy) CSS pixels. */
export function orbitCamera(camera: CameraState, dx: number, dy: number, viewport: Viewport): CameraState {
  const perPixel = Math.PI / Math.min(viewport.width, viewport.height);
  return {
    ...camera,
    azimuth: camera.azimuth - dx * perPixel,
    elevation: clamp(camera.elevation + dy * perPixel, -steepest, steepest),
  };
}

/** Moves the target so that points at its depth stay under the finger. */
export function panCamera(camera: CameraState, dx: number, dy: number, viewport: Viewport): CameraState {
  const { right, up } = cameraAxes(camera);
  const metresPerPixel = (2 * camera.distance * Math.tan(verticalView(viewport, camera.cover) / 2)) / viewport.height;
  const shift = (axis: 0 | 1 | 2) => camera.target[axis] + (up[axis] * dy - right[axis] * dx) * metresPerPixel;
  return { ...camera, target: [shift(0), shift(1), shift(2)] };
}

/** Divides the distance by `factor` (2 halves it); for a pinch, the ratio of the spans. */
export function dollyCamera(camera: CameraState, factor: number): CameraState {
  return { ...camera, distance: clamp(camera.distance / factor, nearest, farthest) };
}

/** Dollies by a wheel event's `deltaY`, in pixels. */
export function wheelCamera(camera: CameraState, deltaPixels: number): CameraState {
  return dollyCamera(camera, Math.exp(-clamp(deltaPixels, -240, 240) * 0.0015));
}

/** Drifts the camera for `seconds` at the speed of `cameraOrbitSpeed`; does nothing with reduced motion. */
export function driftCamera(
  camera: CameraState,
  parameters: Pick<ParameterValues, 'cameraOrbitSpeed'>,
  seconds: number,
  reducedMotion: boolean,
): CameraState {
  if (reducedMotion || parameters.cameraOrbitSpeed === 0) return camera;
  return { ...camera, azimuth: camera.azimuth + ((parameters.cameraOrbitSpeed * Math.PI) / 180) * seconds };
}

/** The values that project a world point to the screen. */
export interface Projection {
  readonly eye: Point;
  /** Axes of the camera in the world, each of length 1. */
  readonly right: Point;
  readonly up: Point;
  readonly forward: Point;
  /** Size in CSS pixels of 1 m at a distance of 1 m. */
  readonly focalPixels: number;
  /** Screen position of the target in CSS pixels: the middle of the uncovered area. */
  readonly middle: { readonly x: number; readonly y: number };
}

/** Returns the projection of a camera for a viewport. */
export function projectionOf(camera: CameraState, viewport: Viewport): Projection {
  return {
    eye: eyeOf(camera),
    ...cameraAxes(camera),
    focalPixels: viewport.height / (2 * Math.tan(verticalView(viewport, camera.cover) / 2)),
    middle: middleOf(viewport, camera.cover),
  };
}

/** Projects a world point to the screen: CSS pixels, and the depth in m along the view direction; null behind the camera. */
export function projectPoint(sight: Projection, point: Point): { x: number; y: number; depth: number } | null {
  const { eye, right, up, forward, focalPixels, middle } = sight;
  const away: Point = [point[0] - eye[0], point[1] - eye[1], point[2] - eye[2]];
  const depth = dot(forward, away);
  if (depth <= 0) return null;
  return { x: middle.x + (dot(right, away) * focalPixels) / depth, y: middle.y - (dot(up, away) * focalPixels) / depth, depth };
}

/** Returns the ray from the camera through a screen position (CSS pixels). The direction has length 1. */
export function screenRay(camera: CameraState, viewport: Viewport, x: number, y: number): { origin: Point; direction: Point } {
  const { right, up, forward } = cameraAxes(camera);
  const metresPerPixel = (2 * Math.tan(verticalView(viewport, camera.cover) / 2)) / viewport.height;
  const middle = middleOf(viewport, camera.cover);
  const across = (x - middle.x) * metresPerPixel;
  const above = (middle.y - y) * metresPerPixel;
  const along = (axis: 0 | 1 | 2) => forward[axis] + right[axis] * across + up[axis] * above;
  const length = Math.hypot(along(0), along(1), along(2));
  return { origin: eyeOf(camera), direction: [along(0) / length, along(1) / length, along(2) / length] };
}

/** Intersects that ray with the plane through `through` that faces the camera: the position of an emitter or well that is dropped there. */
export function placeOnScreen(camera: CameraState, viewport: Viewport, x: number, y: number, through: Point = camera.target): Point {
  const { origin, direction } = screenRay(camera, viewport, x, y);
  const { forward } = cameraAxes(camera);
  const toPlane = dot(forward, [through[0] - origin[0], through[1] - origin[1], through[2] - origin[2]]);
  const length = toPlane / dot(forward, direction);
  return [origin[0] + direction[0] * length, origin[1] + direction[1] * length, origin[2] + direction[2] * length];
}

/** The middle of the uncovered area, in CSS pixels. */
function middleOf({ width, height }: Pick<Viewport, 'width' | 'height'>, { top, right, bottom }: Cover): { x: number; y: number } {
  return { x: (width - right) / 2, y: (height + top - bottom) / 2 };
}

/**
 * Returns the vertical field of view in radians. In a tall area the angle applies across the width, so that the scene fits; the exponent
 * below 1 keeps the perspective calm.
 */
export function verticalView({ width, height, zoom }: Viewport, { top, right, bottom }: Cover): number {
  const [freeWidth, freeHeight] = [Math.max(1, width - right), Math.max(1, height - top - bottom)];
  const aspect = Math.min(1, freeWidth / freeHeight);
  return 2 * Math.atan(((Math.tan(fieldOfView / 2) / aspect ** 0.95 / zoom) * height) / freeHeight);
}

function eyeOf({ azimuth, elevation, distance, target }: CameraState): Point {
  const across = Math.cos(elevation) * distance;
  return [target[0] + Math.sin(azimuth) * across, target[1] + Math.sin(elevation) * distance, target[2] + Math.cos(azimuth) * across];
}

function cameraAxes({ azimuth, elevation }: CameraState): { right: Point; up: Point; forward: Point } {
  const [sinA, cosA, sinE, cosE] = [Math.sin(azimuth), Math.cos(azimuth), Math.sin(elevation), Math.cos(elevation)];
  return {
    right: [cosA, 0, -sinA],
    up: [-sinA * sinE, cosE, -cosA * sinE],
    forward: [-sinA * cosE, -sinE, -cosA * cosE],
  };
}

const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
