import type { ParameterValues } from '../../../shared/parameters/index.ts';
import type { Frame } from '../../../shared/simulation/frame-layout.ts';
import {
  type CameraState,
  type Cover,
  dollyCamera,
  driftCamera,
  frameCamera,
  orbitCamera,
  panCamera,
  type Viewport,
  wheelCamera,
} from '../../gpu/index.ts';
import { createAutoFraming } from '../auto-framing.ts';
import type { CameraGesture, PictureScene } from './protocol.ts';

/** Time constant in seconds with which the view gives way to what covers the stage. */
const giveWaySeconds = 0.14;

/** The camera of a stage: it frames what grows and drifts, until a hand moves it. */
export interface CameraWork {
  readonly camera: CameraState;
  move(gesture: CameraGesture, viewport: Viewport): void;
  /** Gives way to what covers the edges of the stage. */
  coverBy(cover: Cover): void;
  /** The camera `seconds` later. */
  advance(scene: PictureScene, frame: Frame, seconds: number): void;
}

export function createCameraWork(parameters: Pick<ParameterValues, 'boundsSize'>): CameraWork {
  const framing = createAutoFraming();
  let camera = frameCamera(parameters);
  let cover = camera.cover;
  let isSettled = false;
  return {
    get camera() {
      return camera;
    },
    move(gesture, viewport) {
      camera = moved(camera, gesture, viewport);
      framing.release();
    },
    coverBy(next) {
      cover = next;
    },
    advance({ parameters: now, playing, reducedMotion }, frame, seconds) {
      camera = framing.follow(camera, now, frame, seconds, reducedMotion);
      camera = driftCamera(camera, now, playing ? seconds : 0, reducedMotion);
      camera = {
        ...camera,
        cover: between(camera.cover, cover, isSettled && !reducedMotion ? 1 - Math.exp(-seconds / giveWaySeconds) : 1),
      };
      isSettled = true;
    },
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
  }
}
