import { effect } from '@preact/signals-core';
import { slotOfCause } from '../../../shared/simulation/cause.ts';
import type { View } from '../../../shared/room/presence.ts';
import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import type { FrameMemory } from '../../engine/protocol.ts';
import { type CameraState, type Drive, frameCamera, placeOnScreen, type Point, projectionOf, type Viewport } from '../../gpu/index.ts';
import type { Store } from '../../store/store.ts';
import { followSize, sizeOf } from './follow-size.ts';
import { noticeWords } from '../picture/notice-words.ts';
import { createPicture } from '../picture/picture.ts';
import { wantedQuality } from '../picture/wanted-quality.ts';
import type { CameraGesture, Clarity, PictureReading, PictureScene } from '../picture/protocol.ts';
import { newCanvas } from './stage-canvas.ts';
import { projectMarks } from './stage-marks.ts';
import { showTrouble } from '../page/troubles.ts';
import { threadMsOf } from '../../common/page-clock.ts';
import { markPage, pageMarks } from '../../common/page-marks.ts';
import type { Cover } from '../../common/cover.ts';

/** Minimum interval of read-outs in the interface. */
const readOutMs = 90;

interface StageOptions {
  store: Store;
  /** Element that contains the canvas; it fills the window. */
  host: HTMLElement;
  /** Returns the memory of a transferred frame. */
  giveBack: (buffer: ArrayBuffer) => void;
  /** Called with the scalars of the newest picture, at the rate of the read-outs. */
  readOut: (scalars: FrameScalars) => void;
}

export interface Stage {
  /** The camera of the newest picture. */
  readonly camera: CameraState;
  /** Accepts the memory of frames to draw. */
  showFrames(memory: FrameMemory): void;
  /** Moves the picture by the user's own sound; null when it ends. */
  drive(drive: Drive | null): void;
  /** Sets what covers the edges of the stage: the view adapts. */
  coverBy(cover: Cover): void;
  /** Moves the camera by a gesture. */
  move(gesture: CameraGesture): void;
  /** Follows a member's view; null stops. */
  showView(view: View | null): void;
  /** Captures a thumbnail of the next picture as a JPEG; null if it would show less than requested. */
  shoot(clarity: Clarity): Promise<Blob | null>;
  /** Returns the place under a point of the screen, at the depth of `through`, or of the camera's target. */
  placeAt(x: number, y: number, through?: Point): Point;
  dispose(): void;
}

/** The picture on the page: passes the input to the renderer, and shows its handles and read-outs. */
export function createStage({ store, host, giveBack, readOut }: StageOptions): Stage {
  let camera: CameraState = frameCamera(store.effectiveDocument.value.parameters);
  let lastReadOutMs = 0;

  const viewport = (): Viewport => ({ ...sizeOf(host), zoom: store.effectiveDocument.value.parameters.zoom });

  const scene = (): PictureScene => {
    return { authoredDocument: store.authoredDocument.value, playing: store.playing.value, reducedMotion: store.isMotionReduced.value };
  };

  const read = (reading: PictureReading) => {
    sizes.check();
    camera = reading.camera;
    store.stagePoints.value = projectMarks(store, reading, projectionOf(camera, viewport()), store.isMotionReduced.value);
    store.listening.isChosenAlive.value = reading.tracked !== null;
    const nowMs = performance.now();
    if (nowMs - lastReadOutMs < readOutMs) return;
    lastReadOutMs = nowMs;
    readOut(reading.scalars);
    const { quality, rendererKind, framesDrawn } = reading;
    document.documentElement.dataset.picture = rendererKind;
    const notice = reading.notice && noticeWords(reading.notice);
    store.picture.value = { ...store.picture.value, ...quality, kind: rendererKind, thread: picture.thread, notice, framesDrawn };
  };

  const picture = createPicture({
    size: sizeOf(host),
    scene: scene(),
    fixedQuality: wantedQuality(store),
    newCanvas: () => newCanvas(host),
    read,
    firstFrame: (atMs) => {
      markFirstFrame(atMs);
      store.isSeen.value = true;
      showTrouble(store, 'picture', null);
    },
    failed: () => showTrouble(store, 'picture', 'failed'),
    giveBack,
  });

  const sizes = followSize(host, (size) => picture.setSize(size));
  const forgetScene = effect(() => picture.setScene(scene()));
  const forgetChosen = effect(() => {
    const { value: chosen } = store.listening.chosen;
    picture.track(chosen && slotOfCause(chosen.note.cause));
  });

  return {
    get camera() {
      return camera;
    },
    showFrames(memory) {
      store.hasFrames.value = true;
      picture.showFrames(memory);
    },
    drive: (drive) => picture.setDrive(drive),
    coverBy: (cover) => picture.setCover(cover),
    move: (gesture) => picture.move(gesture),
    showView: (view) => picture.move({ kind: 'view', view }),
    shoot: (clarity) => picture.shoot(clarity),
    placeAt: (x, y, through) => placeOnScreen(camera, viewport(), x, y, through),
    dispose() {
      delete document.documentElement.dataset.picture;
      sizes.stop();
      forgetScene();
      forgetChosen();
      picture.dispose();
    },
  };
}

/** Marks the time of the first picture in which the universe moved, as its thread reported it. */
function markFirstFrame(atMs: number): void {
  markPage(pageMarks.firstFrame, Math.max(0, threadMsOf(atMs)));
  document.documentElement.dataset.firstFrame = 'true';
}
