import type { ParameterValues } from '../../../shared/parameters/index.ts';
import type { View } from '../../../shared/room/presence.ts';
import type { Frame } from '../../../shared/simulation/frame-layout.ts';
import {
  type CameraState,
  createAutoFraming,
  dollyCamera,
  driftCamera,
  frameCamera,
  orbitCamera,
  panCamera,
  type Point,
  type Viewport,
  wheelCamera,
} from '../../gpu/index.ts';
import type { CameraGesture, PictureScene } from './protocol.ts';
import type { Cover } from '../../common/cover.ts';

/** Time constant in seconds with which the view adapts to the cover of the stage. */
const giveWaySeconds = 0.14;
/** The same for turning to a place. */
const turnSeconds = 0.18;
/** The same for following a member's view, which arrives 30 times per second. */
const followSeconds = 0.08;
/** Tolerance of a finished turn, as a share of the distance. */
const arrived = 0.001;

/** The camera of a stage: it frames a universe that grows and drifts, until the user moves it. */
export interface CameraWork {
  readonly camera: CameraState;
  move(gesture: CameraGesture, viewport: Viewport): void;
  /** Adapts the view to the cover of the stage. */
  coverBy(cover: Cover): void;
  /** Advances the camera by `seconds`. */
  advance(parameters: ParameterValues, scene: Omit<PictureScene, 'authoredDocument'>, frame: Frame, seconds: number): void;
}

export function createCameraWork(parameters: Pick<ParameterValues, 'boundsSize'>): CameraWork {
  const framing = createAutoFraming();
  let camera = frameCamera(parameters);
  let cover = camera.cover;
  let isSettled = false;
  let aim: Point | null = null;
  let led: View | null = null;
  return {
    get camera() {
      return camera;
    },
    move(gesture, viewport) {
      led = gesture.kind === 'view' ? gesture.view : null;
      aim = gesture.kind === 'look-at' ? gesture.point : gesture.kind === 'pan' ? null : aim;
      camera = moved(camera, gesture, viewport);
      framing.release();
    },
    coverBy(next) {
      cover = next;
    },
    advance(now, { playing, reducedMotion }, frame, seconds) {
      camera = framing.follow(camera, now, frame, seconds, reducedMotion);
      if (led) camera = after(camera, led, reducedMotion ? 1 : shareOf(seconds, followSeconds));
      else camera = driftCamera(camera, now, playing ? seconds : 0, reducedMotion);
      if (aim) {
        camera = { ...camera, target: towards(camera.target, aim, reducedMotion ? 1 : shareOf(seconds, turnSeconds)) };
        if (distanceOf(camera.target, aim) < arrived * camera.distance) aim = null;
      }
      camera = {
        ...camera,
        cover: between(camera.cover, cover, isSettled && !reducedMotion ? shareOf(seconds, giveWaySeconds) : 1),
      };
      isSettled = true;
    },
  };
}

/** The share of a motion after some seconds. */
const shareOf = (seconds: number, constant: number) => 1 - Math.exp(-seconds / constant);

const distanceOf = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

function towards(from: Point, to: Point, share: number): Point {
  const ease = (axis: 0 | 1 | 2) => from[axis] + (to[axis] - from[axis]) * share;
  return [ease(0), ease(1), ease(2)];
}

/** Moves a share of the way to a member's view, around the shorter side. */
function after(camera: CameraState, { azimuth, elevation, distance, target: { x, y, z } }: View, share: number): CameraState {
  const turn = 2 * Math.PI;
  const around = azimuth - camera.azimuth;
  return {
    ...camera,
    azimuth: camera.azimuth + (around - turn * Math.round(around / turn)) * share,
    elevation: camera.elevation + (elevation - camera.elevation) * share,
    distance: camera.distance * (distance / camera.distance) ** share,
    target: towards(camera.target, [x, y, z], share),
  };
}

function between(from: Cover, to: Cover, share: number): Cover {
  const ease = (edge: keyof Cover) => from[edge] + (to[edge] - from[edge]) * share;
  return { top: ease('top'), right: ease('right'), bottom: ease('bottom') };
}

function moved(camera: CameraState, gesture: CameraGesture, viewport: Viewport): CameraState {
  switch (gesture.kind) {
    case 'orbit':
      return orbitCamera(camera, gesture.dx, gesture.dy, viewport);
    case 'pan':
      return panCamera(camera, gesture.dx, gesture.dy, viewport);
    case 'dolly':
      return dollyCamera(camera, gesture.factor);
    case 'wheel':
      return wheelCamera(camera, gesture.deltaPixels);
    case 'look-at':
    case 'view':
      return camera;
  }
}
