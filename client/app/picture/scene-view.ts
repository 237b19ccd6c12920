import { defaultParameters } from '../../../shared/parameters/index.ts';
import { createStoryboardApplier } from '../../../shared/universe/index.ts';
import type { Cover } from '../../common/cover.ts';
import type { PublishedFrame } from '../../engine/frame-slot.ts';
import type { CameraState, Drive, Renderer } from '../../gpu/index.ts';
import { createCameraWork } from './camera-work.ts';
import type { CameraGesture, PictureScene, StageSize } from './protocol.ts';

/** The scene as the camera sees it: the effective document at a tick, drawn from a frame. */
export interface SceneView {
  readonly camera: CameraState;
  readonly cover: Cover;
  setScene(scene: PictureScene): void;
  setCover(cover: Cover): void;
  setDrive(drive: Drive | null): void;
  move(gesture: CameraGesture, size: StageSize): void;
  /** Moves the camera by `seconds` and draws the frame; `alpha` as in `RenderInput`. */
  draw(renderer: Renderer, frame: PublishedFrame, alpha: number, seconds: number): void;
}

export function createSceneView(firstScene: PictureScene, firstCover: Cover): SceneView {
  const stage = createStoryboardApplier();
  const work = createCameraWork(firstScene.authoredDocument.parameters);
  let scene = firstScene;
  let cover = firstCover;
  let drive: Drive | null = null;
  let { zoom } = defaultParameters;
  work.coverBy(cover);

  return {
    get camera() {
      return work.camera;
    },
    get cover() {
      return cover;
    },
    setScene(next) {
      scene = next;
    },
    setCover(next) {
      cover = next;
      work.coverBy(cover);
    },
    setDrive(next) {
      drive = next;
    },
    move: (gesture, size) => work.move(gesture, { ...size, zoom }),
    draw(renderer, frame, alpha, seconds) {
      const { parameters, seed, wells } = stage(scene.authoredDocument, frame.scalars.tick, frame.scalars.beatTick);
      zoom = parameters.zoom;
      work.advance(parameters, scene, frame, seconds);
      const { reducedMotion } = scene;
      renderer.draw({ frame, alpha, seconds, parameters, seed, wells, camera: work.camera, reducedMotion, drive });
    },
  };
}
