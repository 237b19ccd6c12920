import { effect } from '@preact/signals-core';
import { slotOfCause } from '../../shared/simulation/cause.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import type { FrameMemory } from '../engine/protocol.ts';
import { type CameraState, type Cover, type Drive, frameCamera, placeOnScreen, type Point, viewOf, type Viewport } from '../gpu/index.ts';
import type { Store } from '../store/store.ts';
import { createPicture } from './picture/picture.ts';
import type { PictureReading, PictureScene, StageSize } from './picture/protocol.ts';
import { listenToStage } from './stage-input.ts';
import { projectMarks } from './stage-marks.ts';

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
  /** Where one's own pointer is in the scene. */
  pointAt: (point: Point | null) => void;
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
  /** The place under a point of the screen, at the depth of `through`. */
  placeAt(x: number, y: number, through: Point): Point;
  dispose(): void;
}

/** The picture on the page: it is given what it draws, and what it shows is marked and read out. */
export function createStage({ store, host, giveBack, readOut, pointAt }: StageOptions): Stage {
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  const stop = new AbortController();
  let camera: CameraState = frameCamera(store.document.value.parameters);
  let lastReadOutMs = 0;

  const size = (): StageSize => ({ width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight), devicePixelRatio });
  const viewport = (): Viewport => ({ ...size(), zoom: store.document.value.parameters.zoom });

  const scene = (): PictureScene => {
    const { parameters, seed, wells } = store.document.value;
    return { parameters, seed, wells, playing: store.playing.value, reducedMotion: reducedMotion.matches };
  };

  const read = (reading: PictureReading) => {
    camera = reading.camera;
    store.marks.value = projectMarks(store, reading, viewOf(camera, viewport()), viewport(), reducedMotion.matches);
    store.listening.isChosenAlive.value = reading.tracked !== null;
    const nowMs = performance.now();
    if (nowMs - lastReadOutMs < readOutMs) return;
    lastReadOutMs = nowMs;
    readOut(reading.scalars);
    const { quality, rendererKind, notice, framesDrawn } = reading;
    store.picture.value = { ...store.picture.value, ...quality, kind: rendererKind, thread: picture.thread, notice, framesDrawn };
  };

  const picture = createPicture({
    size: size(),
    scene: scene(),
    fixedQuality: wantedQuality(),
    newCanvas: () => newCanvas(host),
    read,
    firstFrame: markFirstFrame,
    giveBack,
  });

  const sizes = new ResizeObserver(() => picture.setSize(size()));
  sizes.observe(host);
  const forgetScene = effect(() => picture.setScene(scene()));
  const forgetChosen = effect(() => {
    const { value: chosen } = store.listening.chosen;
    picture.track(chosen && slotOfCause(chosen.note.cause));
  });
  reducedMotion.addEventListener('change', () => picture.setScene(scene()), { signal: stop.signal });
  const input = listenToStage({
    element: host,
    move: (gesture) => picture.move(gesture),
    hover: (place) => pointAt(place && placeOnScreen(camera, viewport(), place.x, place.y)),
  });

  return {
    get camera() {
      return camera;
    },
    showFrames: (memory) => picture.showFrames(memory),
    drive: (drive) => picture.setDrive(drive),
    coverBy: (cover) => picture.setCover(cover),
    placeAt: (x, y, through) => placeOnScreen(camera, viewport(), x, y, through),
    dispose() {
      stop.abort();
      input.dispose();
      sizes.disconnect();
      forgetScene();
      forgetChosen();
      picture.dispose();
    },
  };
}

/** Marks the moment at which a universe was first seen to move, as whoever drew it says. */
function markFirstFrame(atMs: number): void {
  performance.mark('first-frame', { startTime: Math.max(0, atMs - performance.timeOrigin) });
  document.documentElement.dataset.firstFrame = 'true';
}

function newCanvas(host: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'stage';
  host.replaceChildren(canvas);
  return canvas;
}

/** A fixed quality from 0 to 1 that somebody has asked for, as for a recording; else the measured frame time decides. */
export function wantedQuality(): number | undefined {
  const wanted = Number.parseFloat(localStorage.getItem('harmonic.quality') ?? '');
  return wanted >= 0 && wanted <= 1 ? wanted : undefined;
}
