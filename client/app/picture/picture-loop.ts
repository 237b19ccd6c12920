import { createFrameSource } from '../../engine/frame-source.ts';
import type { PublishedFrame } from '../../engine/frame-slot.ts';
import { createRenderer, type Drive, type PictureCanvas, type Renderer } from '../../gpu/index.ts';
import { type CameraWork, createCameraWork } from './camera-work.ts';
import { createTracker } from './tracker.ts';
import type { PictureReport, PictureRequest, PictureScene, PictureStart, StageSize } from './protocol.ts';

const tickMs = 1000 / 60;
const longestStepSeconds = 0.25;

/** Draws frames as fast as the display shows them, on the thread it is made on. */
export interface PictureLoop {
  accept(request: PictureRequest): void;
  dispose(): void;
}

export function createPictureLoop(report: (report: PictureReport, transfer?: Transferable[]) => void): PictureLoop {
  const frames = createFrameSource((buffer) => report({ kind: 'give-back', buffer }, [buffer]));
  let renderer: Renderer | null = null;
  let work: CameraWork | null = null;
  let scene: PictureScene | null = null;
  let drive: Drive | null = null;
  let size: StageSize = { width: 1, height: 1, devicePixelRatio: 1 };
  let frame: PublishedFrame | null = null;
  let previousTick = 0;
  let tickGap = 1;
  let newFramesDrawn = 0;
  let lastDrawMs = performance.now();
  let isLookedAt = false;
  let disposed = false;
  const follow = createTracker();
  let giveCanvas: ((canvas: PictureCanvas) => void) | null = null;

  const wallMs = () => performance.timeOrigin + performance.now();

  const take = (): boolean => {
    const next = frames.take();
    if (!next) return false;
    tickGap = next.scalars.tick - previousTick;
    previousTick = next.scalars.tick;
    frame = next;
    return true;
  };

  const tellFirstFrame = () => {
    newFramesDrawn += 1;
    if (newFramesDrawn === 2) report({ kind: 'first-frame', atMs: wallMs() });
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
    const isNew = take();
    if (!renderer || !frame || !scene || !work) return;
    const seconds = Math.min(longestStepSeconds, (nowMs - lastDrawMs) / 1000);
    lastDrawMs = nowMs;
    work.advance(scene, frame, seconds);
    // With ticks skipped between two pictures there is nothing to interpolate between.
    const alpha = tickGap === 1 ? Math.max(0, Math.min(1, (wallMs() - frame.publishedAt) / tickMs)) : 1;
    const { parameters, seed, wells, reducedMotion } = scene;
    renderer.draw({ frame, alpha, seconds, parameters, seed, wells, camera: work.camera, reducedMotion, drive });
    if (isNew) tellFirstFrame();
    tellReading(work, frame, renderer);
  };

  const freshCanvas = () =>
    new Promise<PictureCanvas>((resolve) => {
      giveCanvas = resolve;
      report({ kind: 'canvas-wanted' });
    });

  const begin = async ({ canvas, fixedQuality, ...start }: PictureStart) => {
    ({ size, scene } = start);
    work = createCameraWork(scene.parameters);
    work.coverBy(start.cover);
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
          void begin(request.start);
          break;
        case 'size':
          size = request.size;
          fit();
          break;
        case 'scene':
          scene = request.scene;
          break;
        case 'cover':
          work?.coverBy(request.cover);
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
          if (scene) work?.move(request.gesture, { ...size, zoom: scene.parameters.zoom });
          break;
        case 'canvas':
          giveCanvas?.(request.canvas);
          giveCanvas = null;
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
