import type { Cover } from '../../common/cover.ts';
import type { PictureCanvas } from '../../gpu/index.ts';
import { createNewestFrame } from './newest-frame.ts';
import { createPictureReadings } from './picture-readings.ts';
import { createPictureSurface } from './picture-surface.ts';
import type { Clarity, PictureRequest, PictureStart, Report, StageSize } from './protocol.ts';
import { createSceneView, type SceneView } from './scene-view.ts';
import type { ThumbnailTaker } from './take-thumbnail.ts';

const maxStepSeconds = 0.25;

/** Draws frames as fast as the display shows them, or at the frame rate it was given, on the thread it is made on. */
export interface PictureLoop {
  accept(request: PictureRequest): void;
  dispose(): void;
}

/** Captures thumbnails. Few are taken: the code for it is loaded by the first. */
function createThumbnails(report: Report) {
  let taker: ThumbnailTaker | null = null;
  const give = (jpeg: Blob | null) => report({ kind: 'thumbnail', jpeg });
  return {
    async want(clarity: Clarity): Promise<void> {
      try {
        const { createThumbnailTaker } = await import('./take-thumbnail.ts');
        taker ??= createThumbnailTaker(give);
        taker.want(clarity);
      } catch {
        give(null);
      }
    },
    drawn: (canvas: PictureCanvas, size: StageSize, cover: Cover) => taker?.drawn(canvas, size, cover),
  };
}

/** The times of draws: at most as many in a second as the frame rate, where there is one. */
function createDrawTimes() {
  let lastMs = performance.now();
  let minIntervalMs = 0;
  return {
    limit(frameRate: number | undefined) {
      if (frameRate !== undefined) minIntervalMs = 1000 / frameRate;
    },
    isDue: (nowMs: number) => nowMs - lastMs >= minIntervalMs,
    /** Counts a draw; returns the seconds since the one before. */
    advance(nowMs: number): number {
      const seconds = Math.min(maxStepSeconds, (nowMs - lastMs) / 1000);
      lastMs = nowMs;
      return seconds;
    },
  };
}

export function createPictureLoop(report: Report): PictureLoop {
  const frames = createNewestFrame(report);
  const thumbnails = createThumbnails(report);
  const surface = createPictureSurface(report);
  const readings = createPictureReadings(report);
  const times = createDrawTimes();
  let view: SceneView | null = null;
  let disposed = false;

  const draw = () => {
    if (disposed) return;
    requestAnimationFrame(draw);
    const nowMs = performance.now();
    if (!times.isDue(nowMs)) return;
    const isNew = frames.take();
    const { frame } = frames;
    const { renderer, canvas } = surface;
    if (!renderer || !frame || !view) return;
    const seconds = times.advance(nowMs);
    const drawnBefore = renderer.framesDrawn;
    view.draw(renderer, frame, frames.alphaOf(frame), seconds);
    if (canvas && renderer.framesDrawn !== drawnBefore) thumbnails.drawn(canvas, surface.size, view.cover);
    readings.drawn(view.camera, frame, renderer, isNew);
  };

  const begin = async ({ canvas, fixedQuality, frameRate, size, scene, cover }: PictureStart) => {
    times.limit(frameRate);
    view = createSceneView(scene, cover);
    requestAnimationFrame(draw);
    await surface.open(canvas, size, fixedQuality);
  };

  return {
    accept(request) {
      switch (request.kind) {
        case 'begin':
          begin(request.start).catch((error: unknown) => {
            console.warn(error);
            report({ kind: 'unable' });
          });
          break;
        case 'size':
          surface.setSize(request.size);
          break;
        case 'scene':
          view?.setScene(request.scene);
          break;
        case 'cover':
          view?.setCover(request.cover);
          break;
        case 'track':
          readings.track(request.slot);
          break;
        case 'drive':
          view?.setDrive(request.drive);
          break;
        case 'frames':
          frames.accept(request.memory);
          break;
        case 'gesture':
          view?.move(request.gesture, surface.size);
          break;
        case 'canvas':
          surface.setCanvas(request.canvas);
          break;
        case 'shoot':
          void thumbnails.want(request.clarity);
          break;
        case 'look':
          readings.request();
          break;
      }
    },
    dispose() {
      disposed = true;
      surface.dispose();
    },
  };
}
