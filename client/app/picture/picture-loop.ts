import { defaultParameters } from '../../../shared/parameters/index.ts';
import { ticksPerSecond } from '../../../shared/simulation/world.ts';
import { createStager } from '../../../shared/universe/index.ts';
import { createFrameSource } from '../../engine/frame-source.ts';
import type { PublishedFrame } from '../../engine/frame-slot.ts';
import type { FrameMemory } from '../../engine/protocol.ts';
import { createRenderer, type Drive, type PictureCanvas, type Renderer } from '../../gpu/index.ts';
import { type CameraWork, createCameraWork } from './camera-work.ts';
import type { StillTaker } from './still.ts';
import { createTracker } from './tracker.ts';
import type { PictureReport, PictureRequest, PictureScene, PictureStart, StageSize } from './protocol.ts';
import { pageMs } from '../../common/page-clock.ts';
import { type Cover, uncovered } from '../../common/cover.ts';

const tickMs = 1000 / ticksPerSecond;
const longestStepSeconds = 0.25;

/** Draws frames as fast as the display shows them, or as it was told to, on the thread it is made on. */
export interface PictureLoop {
  accept(request: PictureRequest): void;
  dispose(): void;
}

type Report = (report: PictureReport, transfer?: Transferable[]) => void;

/** The newest frame, and how many ticks lie between it and the one before. */
function createNewestFrame(report: Report) {
  const frames = createFrameSource((buffer) => report({ kind: 'give-back', buffer }, [buffer]));
  let frame: PublishedFrame | null = null;
  let previousTick = 0;
  let tickGap = 1;
  return {
    accept: (memory: FrameMemory) => frames.accept(memory),
    get frame() {
      return frame;
    },
    /** Whether there is a newer frame than at the last call. */
    take(): boolean {
      const next = frames.take();
      if (!next) return false;
      tickGap = next.scalars.tick - previousTick;
      previousTick = next.scalars.tick;
      frame = next;
      return true;
    },
    /** Returns how far the picture is from the frame before to this one, 0..1; with ticks skipped between two there is nothing to interpolate between. */
    alphaOf: ({ publishedAt }: PublishedFrame) => (tickGap === 1 ? Math.max(0, Math.min(1, (pageMs() - publishedAt) / tickMs)) : 1),
  };
}

/** Small pictures of what is drawn. Few are taken: what that takes is fetched by the first. */
function createStills(report: Report) {
  let taker: StillTaker | null = null;
  const give = (jpeg: Blob | null) => report({ kind: 'still', jpeg });
  return {
    async want(): Promise<void> {
      try {
        const { createStillTaker } = await import('./still.ts');
        taker ??= createStillTaker(give);
        taker.want();
      } catch {
        give(null);
      }
    },
    drawn: (canvas: PictureCanvas, size: StageSize, cover: Cover) => taker?.drawn(canvas, size, cover),
  };
}

export function createPictureLoop(report: Report): PictureLoop {
  const frames = createNewestFrame(report);
  const stills = createStills(report);
  let renderer: Renderer | null = null;
  let work: CameraWork | null = null;
  let scene: PictureScene | null = null;
  let drive: Drive | null = null;
  let size: StageSize = { width: 1, height: 1, devicePixelRatio: 1 };
  let newFramesDrawn = 0;
  let lastDrawMs = performance.now();
  let leastIntervalMs = 0;
  let isLookedAt = false;
  let disposed = false;
  const follow = createTracker();
  const stage = createStager();
  let zoom = defaultParameters.zoom;
  let cover: Cover = uncovered;
  let shown: PictureCanvas | null = null;
  let giveCanvas: ((canvas: PictureCanvas) => void) | null = null;

  const tellFirstFrame = () => {
    newFramesDrawn += 1;
    if (newFramesDrawn === 2) report({ kind: 'first-frame', atMs: pageMs() });
  };

  const tellReading = ({ camera }: CameraWork, shown: PublishedFrame, drawn: Renderer) => {
    if (!isLookedAt) return;
    isLookedAt = false;
    const { wells, scalars } = shown;
    const { quality, kind, notice, framesDrawn } = drawn;
    const tracked = follow.placeIn(shown);
    report({
      kind: 'reading',
      reading: { camera, wells: wells.slice(), scalars, tracked, quality, rendererKind: kind, notice, framesDrawn },
    });
  };

  const draw = () => {
    if (disposed) return;
    requestAnimationFrame(draw);
    const nowMs = performance.now();
    if (nowMs - lastDrawMs < leastIntervalMs) return;
    const isNew = frames.take();
    const { frame } = frames;
    if (!renderer || !frame || !scene || !work) return;
    const seconds = Math.min(longestStepSeconds, (nowMs - lastDrawMs) / 1000);
    lastDrawMs = nowMs;
    const { parameters, seed, wells } = stage(scene.score, frame.scalars.tick, frame.scalars.beatTick);
    zoom = parameters.zoom;
    work.advance(parameters, scene, frame, seconds);
    const alpha = frames.alphaOf(frame);
    const { reducedMotion } = scene;
    const drawnBefore = renderer.framesDrawn;
    renderer.draw({ frame, alpha, seconds, parameters, seed, wells, camera: work.camera, reducedMotion, drive });
    if (shown && renderer.framesDrawn !== drawnBefore) stills.drawn(shown, size, cover);
    if (isNew) tellFirstFrame();
    tellReading(work, frame, renderer);
  };

  const freshCanvas = () =>
    new Promise<PictureCanvas>((resolve) => {
      giveCanvas = resolve;
      report({ kind: 'canvas-wanted' });
    });

  const begin = async ({ canvas, fixedQuality, frameRate, ...start }: PictureStart) => {
    ({ size, scene, cover } = start);
    if (frameRate !== undefined) leastIntervalMs = 1000 / frameRate;
    shown = canvas;
    work = createCameraWork(scene.score.parameters);
    work.coverBy(cover);
    requestAnimationFrame(draw);
    const made = await createRenderer(canvas, { replaceCanvas: freshCanvas, fixedQuality });
    if (disposed) {
      made.dispose();
      return;
    }
    renderer = made;
    fit();
  };

  const fit = () => renderer?.resize(size.width, size.height, size.devicePixelRatio);

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
          size = request.size;
          fit();
          break;
        case 'scene':
          scene = request.scene;
          break;
        case 'cover':
          ({ cover } = request);
          work?.coverBy(cover);
          break;
        case 'track':
          follow.track(request.slot);
          break;
        case 'drive':
          drive = request.drive;
          break;
        case 'frames':
          frames.accept(request.memory);
          break;
        case 'gesture':
          work?.move(request.gesture, { ...size, zoom });
          break;
        case 'canvas':
          shown = request.canvas;
          giveCanvas?.(shown);
          giveCanvas = null;
          break;
        case 'shoot':
          void stills.want();
          break;
        case 'look':
          isLookedAt = true;
          break;
      }
    },
    dispose() {
      disposed = true;
      renderer?.dispose();
    },
  };
}
