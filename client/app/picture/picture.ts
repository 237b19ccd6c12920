import type { FrameMemory } from '../../engine/protocol.ts';
import type { Drive, PictureCanvas } from '../../gpu/index.ts';
import { openDrawingHost } from './drawing-host.ts';
import type { DrawingReport, PictureHost } from './picture-host.ts';
import { askedFrameRate } from './wanted-quality.ts';
import type { CameraGesture, Clarity, PictureReading, PictureRequest, PictureScene, StageSize } from './protocol.ts';
import { type Cover, uncovered } from '../../common/cover.ts';

interface PictureOptions {
  size: StageSize;
  scene: PictureScene;
  fixedQuality: number | undefined;
  /** A new canvas on the page, in place of the one before: a canvas that had a context of one kind never gets another. */
  newCanvas: () => HTMLCanvasElement;
  /** Takes the state of the picture, once in each frame of the page. */
  read: (reading: PictureReading) => void;
  firstFrame: (atMs: number) => void;
  /** Nothing can be drawn in this browser. */
  failed: () => void;
  /** Takes back the memory of a frame. */
  giveBack: (buffer: ArrayBuffer) => void;
}

/** The picture of an open universe, drawn in a worker where the browser allows that, else by the page. */
export interface Picture {
  readonly thread: PictureHost['thread'];
  setSize(size: StageSize): void;
  setScene(scene: PictureScene): void;
  setCover(cover: Cover): void;
  track(slot: number | null): void;
  setDrive(drive: Drive | null): void;
  showFrames(memory: FrameMemory): void;
  move(gesture: CameraGesture): void;
  /** A thumbnail of the next picture, as a JPEG; null where it would show less than requested. */
  shoot(clarity: Clarity): Promise<Blob | null>;
  dispose(): void;
}

/** Thumbnails that wait for the next picture. */
function createWaitingThumbnails() {
  let waiting: ((jpeg: Blob | null) => void)[] = [];
  return {
    next: () => new Promise<Blob | null>((resolve) => waiting.push(resolve)),
    give(jpeg: Blob | null) {
      for (const resolve of waiting) resolve(jpeg);
      waiting = [];
    },
  };
}

/** Sends a request with a canvas: the page draws on the element, a worker on its offscreen canvas. */
function sendCanvas(host: PictureHost, element: HTMLCanvasElement, request: (canvas: PictureCanvas) => PictureRequest): void {
  if (host.thread === 'page') {
    host.send(request(element));
    return;
  }
  const canvas = element.transferControlToOffscreen();
  host.send(request(canvas), [canvas]);
}

export function createPicture(options: PictureOptions): Picture {
  const { fixedQuality, newCanvas } = options;
  const thumbnails = createWaitingThumbnails();
  let { size, scene } = options;
  let cover = uncovered;
  let memory: FrameMemory | null = null;
  let asking = 0;

  const stopAsking = () => {
    thumbnails.give(null);
    cancelAnimationFrame(asking);
  };

  const begin = (host: PictureHost) => {
    const pageHasWebgpu = (navigator.gpu as GPU | undefined) !== undefined;
    sendCanvas(host, newCanvas(), (canvas) => ({
      kind: 'begin',
      start: { canvas, size, scene, cover, fixedQuality, frameRate: askedFrameRate(), pageHasWebgpu },
    }));
    host.send({ kind: 'look' });
    if (memory) host.send({ kind: 'frames', memory });
  };

  const onReport = (report: DrawingReport, host: PictureHost) => {
    switch (report.kind) {
      case 'reading':
        options.read(report.reading);
        asking = requestAnimationFrame(() => host.send({ kind: 'look' }));
        break;
      case 'first-frame':
        options.firstFrame(report.atMs);
        break;
      case 'thumbnail':
        thumbnails.give(report.jpeg);
        break;
      case 'canvas-wanted':
        sendCanvas(host, newCanvas(), (canvas) => ({ kind: 'canvas', canvas }));
        break;
      case 'give-back':
        options.giveBack(report.buffer);
        break;
    }
  };

  const host = openDrawingHost({ begin, report: onReport, workerLost: stopAsking, failed: options.failed });

  return {
    get thread() {
      return host().thread;
    },
    setSize(next) {
      size = next;
      host().send({ kind: 'size', size });
    },
    setScene(next) {
      scene = next;
      host().send({ kind: 'scene', scene });
    },
    setCover(next) {
      cover = next;
      host().send({ kind: 'cover', cover });
    },
    track: (slot) => host().send({ kind: 'track', slot }),
    setDrive: (drive) => host().send({ kind: 'drive', drive }),
    showFrames(next) {
      // An arena is kept for the next host; a single frame is gone with the host that had it.
      memory = next.kind === 'arena' ? next : null;
      host().send({ kind: 'frames', memory: next }, next.kind === 'frame' ? [next.buffer] : []);
    },
    shoot(clarity) {
      host().send({ kind: 'shoot', clarity });
      return thumbnails.next();
    },
    move: (gesture) => host().send({ kind: 'gesture', gesture }),
    dispose() {
      stopAsking();
      host().dispose();
    },
  };
}
