import type { Frame } from '../../shared/simulation/frame-layout.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import { type CameraState, frameCamera } from './camera.ts';

/** The first ticks decide where the camera starts; it then follows growth until the end tick, or until the user moves it. */
const beginsAtTick = 30;
const endsAtTick = 1200;
const lookEverySeconds = 0.4;
/** Time constant in seconds with which the camera follows. */
const followSeconds = 1.6;
/** The same with reduced motion: too slow to be perceived as motion. */
const calmSeconds = 9;

/** Keeps a growing universe in view, gently, until the user moves the camera. */
export interface AutoFraming {
  /** Returns the camera after `seconds`. */
  follow(camera: CameraState, parameters: ParameterValues, frame: Frame, seconds: number, reducedMotion: boolean): CameraState;
  /** The user has moved the camera: it stays under their control. */
  release(): void;
}

export function createAutoFraming(): AutoFraming {
  let released = false;
  let goal: CameraState | null = null;
  let sinceLook = 0;
  return {
    follow(camera, parameters, frame, seconds, reducedMotion) {
      const { tick } = frame.scalars;
      if (released || tick < beginsAtTick || tick > endsAtTick) return camera;
      const isFirst = goal === null;
      sinceLook += seconds;
      if (goal === null || sinceLook > lookEverySeconds) {
        goal = frameCamera(parameters, frame);
        sinceLook = 0;
      }
      const share = isFirst ? 1 : 1 - Math.exp(-seconds / (reducedMotion ? calmSeconds : followSeconds));
      const ease = (from: number, to: number) => from + (to - from) * share;
      const [x, y, z] = camera.target;
      return {
        ...camera,
        distance: ease(camera.distance, goal.distance),
        target: [ease(x, goal.target[0]), ease(y, goal.target[1]), ease(z, goal.target[2])],
      };
    },
    release() {
      released = true;
    },
  };
}
