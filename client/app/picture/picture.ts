import type { FrameMemory } from '../../engine/protocol.ts';
import type { Drive, PictureCanvas } from '../../gpu/index.ts';
import { canDrawInWorker, createPageHost, createWorkerHost, type PictureHost } from './picture-host.ts';
import { askedFrameRate } from './wanted-quality.ts';
import type { CameraGesture, PictureReading, PictureReport, PictureRequest, PictureScene, StageSize } from './protocol.ts';
import { type Cover, uncovered } from '../../common/cover.ts';

interface PictureOptions {
  size: StageSize;
  scene: PictureScene;
  fixedQuality: number | undefined;
  /** A new canvas on the page, in place of the one before: one that had a context of one kind never gets another. */
  newCanvas: () => HTMLCanvasElement;
  /** What is seen, asked for once in each picture of the page. */
  read: (reading: PictureReading) => void;
  firstFrame: (atMs: number) => void;
  /** Nothing can be drawn in this browser. */
  failed: () => void;
  /** Takes back the memory of a frame. */
  giveBack: (buffer: ArrayBuffer) => void;
}

/** The picture of an open universe, drawn beside the page where the browser has it, else by the page. */
export interface Picture {
  readonly thread: PictureHost['thread'];
  setSize(size: StageSize): void;
  setScene(scene: PictureScene): void;
  setCover(cover: Cover): void;
  track(slot: number | null): void;
  setDrive(drive: Drive | null): void;
  showFrames(memory: FrameMemory): void;
  move(gesture: CameraGesture): void;
  /** A small picture of what is drawn next, as a JPEG; null where there is nothing to see. */
  shoot(): Promise<Blob | null>;
  dispose(): void;
}

export function createPicture(options: PictureOptions): Picture {
  let { size, scene } = options;
  let cover = uncovered;
  let memory: FrameMemory | null = null;
  let asking = 0;
  let host: PictureHost;
  let sitters: ((jpeg: Blob | null) => void)[] = [];

  const giveStill = (jpeg: Blob | null) => {
    for (const give of sitters) give(jpeg);
    sitters = [];
  };

  const sendCanvas = (request: (canvas: PictureCanvas) => PictureRequest) => {
    const element = options.newCanvas();
    if (host.thread === 'page') {
      host.send(request(element));
      return;
    }
    const canvas = element.transferControlToOffscreen();
    host.send(request(canvas), [canvas]);
  };

  const onReport = (report: PictureReport) => {
    switch (report.kind) {
      case 'reading':
        options.read(report.reading);
        asking = requestAnimationFrame(() => host.send({ kind: 'look' }));
        break;
      case 'first-frame':
        options.firstFrame(report.atMs);
        break;
      case 'still':
        giveStill(report.jpeg);
        break;
      case 'canvas-wanted':
        sendCanvas((canvas) => ({ kind: 'canvas', canvas }));
        break;
      case 'give-back':
        options.giveBack(report.buffer);
        break;
      case 'alive':
        break;
      case 'unable':
        if (host.thread === 'page') options.failed();
        else drawOnPage();
        break;
    }
  };

  const begin = () => {
    const { fixedQuality } = options;
    const pageHasWebgpu = (navigator.gpu as GPU | undefined) !== undefined;
    try {
      sendCanvas((canvas) => ({
        kind: 'begin',
        start: { canvas, size, scene, cover, fixedQuality, frameRate: askedFrameRate(), pageHasWebgpu },
      }));
      host.send({ kind: 'look' });
      if (memory) host.send({ kind: 'frames', memory });
    } catch (error) {
      // A canvas, or memory, that can not be handed to a thread.
      if (host.thread === 'page') throw error;
      console.warn(error);
      drawOnPage();
    }
  };

  const openHost = (): PictureHost => {
    try {
      if (canDrawInWorker()) return createWorkerHost(onReport, drawOnPage);
    } catch (error) {
      console.warn(error);
    }
    return createPageHost(onReport, options.failed);
  };

  const drawOnPage = () => {
    giveStill(null);
    host.dispose();
    cancelAnimationFrame(asking);
    host = createPageHost(onReport, options.failed);
    begin();
  };

  host = openHost();
  begin();

  return {
    get thread() {
      return host.thread;
    },
    setSize(next) {
      size = next;
      host.send({ kind: 'size', size });
    },
    setScene(next) {
      scene = next;
      host.send({ kind: 'scene', scene });
    },
    setCover(next) {
      cover = next;
      host.send({ kind: 'cover', cover });
    },
    track: (slot) => host.send({ kind: 'track', slot }),
    setDrive: (drive) => host.send({ kind: 'drive', drive }),
    showFrames(next) {
      // An arena is kept for whoever draws next; a single frame is gone with who had it.
      memory = next.kind === 'arena' ? next : null;
      host.send({ kind: 'frames', memory: next }, next.kind === 'frame' ? [next.buffer] : []);
    },
    shoot() {
      host.send({ kind: 'shoot' });
      return new Promise((resolve) => sitters.push(resolve));
    },
    move: (gesture) => host.send({ kind: 'gesture', gesture }),
    dispose() {
      giveStill(null);
      cancelAnimationFrame(asking);
      host.dispose();
    },
  };
}
