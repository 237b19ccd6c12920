import { effect } from '@preact/signals-core';
import { slotOfCause } from '../../../shared/simulation/cause.ts';
import type { View } from '../../../shared/room/presence.ts';
import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import type { FrameMemory } from '../../engine/protocol.ts';
import { type CameraState, type Drive, frameCamera, placeOnScreen, type Point, sightOf, type Viewport } from '../../gpu/index.ts';
import type { Store } from '../../store/store.ts';
import { followSize, sizeOf } from './follow-size.ts';
import { noticeWords } from '../picture/notice-words.ts';
import { createPicture } from '../picture/picture.ts';
import { wantedQuality } from '../picture/wanted-quality.ts';
import type { CameraGesture, PictureReading, PictureScene } from '../picture/protocol.ts';
import { newCanvas } from './stage-canvas.ts';
import { projectMarks } from './stage-marks.ts';
import { showTrouble } from '../page/troubles.ts';
import { threadMsOf } from '../../common/page-clock.ts';
import type { Cover } from '../../common/cover.ts';

/** Read-outs in the interface change at most this often. */
const readOutMs = 90;

interface StageOptions {
  store: Store;
  /** Element that carries the canvas; it fills the window. */
  host: HTMLElement;
  /** Takes back the memory of a frame that came by itself. */
  giveBack: (buffer: ArrayBuffer) => void;
  /** What the newest picture shows, at the pace of the read-outs. */
  readOut: (scalars: FrameScalars) => void;
}

export interface Stage {
  /** As it stood in the newest picture. */
  readonly camera: CameraState;
  /** Memory of frames to draw. */
  showFrames(memory: FrameMemory): void;
  /** Moves the picture by a sound of one's own; null when it is over. */
  drive(drive: Drive | null): void;
  /** What covers the edges of the stage: the view gives way. */
  coverBy(cover: Cover): void;
  /** Moves the camera by a hand. */
  move(gesture: CameraGesture): void;
  /** Goes after somebody else's view; null when that is over. */
  showView(view: View | null): void;
  /** A small picture of what is drawn next, as a JPEG; null where there is nothing to see. */
  shoot(): Promise<Blob | null>;
  /** The place under a point of the screen, at the depth of `through`, or of what the camera looks at. */
  placeAt(x: number, y: number, through?: Point): Point;
  dispose(): void;
}

/** The picture on the page: it is given what it draws, and what it shows is marked and read out. */
export function createStage({ store, host, giveBack, readOut }: StageOptions): Stage {
  let camera: CameraState = frameCamera(store.document.value.parameters);
  let lastReadOutMs = 0;

  const viewport = (): Viewport => ({ ...sizeOf(host), zoom: store.document.value.parameters.zoom });

  const scene = (): PictureScene => {
    return { score: store.score.value, playing: store.playing.value, reducedMotion: store.isMotionReduced.value };
  };

  const read = (reading: PictureReading) => {
    sizes.check();
    camera = reading.camera;
    store.marks.value = projectMarks(store, reading, sightOf(camera, viewport()), store.isMotionReduced.value);
    store.listening.isChosenAlive.value = reading.tracked !== null;
    const nowMs = performance.now();
    if (nowMs - lastReadOutMs < readOutMs) return;
    lastReadOutMs = nowMs;
    readOut(reading.scalars);
    const { quality, rendererKind, framesDrawn } = reading;
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
    shoot: () => picture.shoot(),
    placeAt: (x, y, through) => placeOnScreen(camera, viewport(), x, y, through),
    dispose() {
      sizes.stop();
      forgetScene();
      forgetChosen();
      picture.dispose();
    },
  };
}

/** Marks the moment at which a universe was first seen to move, as whoever drew it says. */
function markFirstFrame(atMs: number): void {
  performance.mark('first-frame', { startTime: Math.max(0, threadMsOf(atMs)) });
  document.documentElement.dataset.firstFrame = 'true';
}
