import type { ParameterValues } from '../../../shared/parameters/index.ts';
import type { Frame } from '../../../shared/simulation/frame-layout.ts';
import {
  type CameraState,
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

/** The camera of a stage: it frames what grows and drifts, until a hand moves it. */
export interface CameraWork {
  readonly camera: CameraState;
  move(gesture: CameraGesture, viewport: Viewport): void;
  /** The camera `seconds` later. */
  advance(scene: PictureScene, frame: Frame, seconds: number): void;
}

export function createCameraWork(parameters: Pick<ParameterValues, 'boundsSize'>): CameraWork {
  const framing = createAutoFraming();
  let camera = frameCamera(parameters);
  return {
    get camera() {
      return camera;
    },
    move(gesture, viewport) {
      camera = moved(camera, gesture, viewport);
      framing.release();
    },
    advance({ parameters: now, playing, reducedMotion }, frame, seconds) {
      camera = framing.follow(camera, now, frame, seconds, reducedMotion);
      camera = driftCamera(camera, now, playing ? seconds : 0, reducedMotion);
    },
  };
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
