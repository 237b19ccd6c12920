import type { PublishedFrame } from '../engine/frame-slot.ts';
import {
  type CameraState,
  createRenderer,
  driftCamera,
  frameCamera,
  placeOnScreen,
  type Point,
  type Renderer,
  viewOf,
  type Viewport,
} from '../gpu/index.ts';
import type { Store } from '../store/store.ts';
import { createAutoFraming } from './auto-framing.ts';
import { listenToStage } from './stage-input.ts';
import { projectMarks } from './stage-marks.ts';

const tickMs = 1000 / 60;
/** Read-outs in the interface change at most this often. */
const readOutMs = 90;

interface StageOptions {
  store: Store;
  /** Element that carries the canvas; it fills the window. */
  host: HTMLElement;
  takeFrame: () => PublishedFrame | null;
  /** Called for each new frame that was drawn, at the pace of the read-outs. */
  readOut: (frame: PublishedFrame) => void;
  /** Where one's own pointer is in the scene. */
  pointAt: (point: Point | null) => void;
}

export interface Stage {
  /** The place under a point of the screen, at the depth of `through`. */
  placeAt(x: number, y: number, through: Point): Point;
  dispose(): void;
}

/** The canvas with its renderer, its camera and the loop that draws. */
export function createStage({ store, host, takeFrame, readOut, pointAt }: StageOptions): Stage {
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  let renderer: Renderer | null = null;
  let disposed = false;
  let camera: CameraState = frameCamera(store.document.value.parameters);
  const framing = createAutoFraming();
  let frame: PublishedFrame | null = null;
  let previousTick = 0;
  let tickGap = 1;
  let drawn = 0;
  let lastDrawMs = performance.now();
  let lastReadOutMs = 0;

  const viewport = (): Viewport => ({
    width: Math.max(1, host.clientWidth),
    height: Math.max(1, host.clientHeight),
    zoom: store.document.value.parameters.zoom,
  });

  const input = listenToStage({
    element: host,
    viewport,
    move: (change) => {
      camera = change(camera);
      framing.release();
    },
    hover: (place) => pointAt(place && placeOnScreen(camera, viewport(), place.x, place.y)),
  });

  const resize = () => renderer?.resize(host.clientWidth, host.clientHeight, devicePixelRatio);
  const sizes = new ResizeObserver(resize);
  sizes.observe(host);

  const take = (): boolean => {
    const next = takeFrame();
    if (!next) return false;
    tickGap = next.scalars.tick - previousTick;
    previousTick = next.scalars.tick;
    frame = next;
    return true;
  };

  const markFirstFrame = () => {
    drawn += 1;
    if (drawn !== 2) return;
    performance.mark('first-frame');
    document.documentElement.dataset.firstFrame = 'true';
  };

  const showReadOuts = (nowMs: number) => {
    if (!frame || !renderer || nowMs - lastReadOutMs < readOutMs) return;
    lastReadOutMs = nowMs;
    readOut(frame);
    store.picture.value = { ...store.picture.value, ...renderer.quality, kind: renderer.kind, notice: renderer.notice };
  };

  const draw = () => {
    if (disposed) return;
    requestAnimationFrame(draw);
    const nowMs = performance.now();
    const isNew = take();
    if (!renderer || !frame) return;
    const seconds = Math.min(0.25, (nowMs - lastDrawMs) / 1000);
    lastDrawMs = nowMs;
    const { parameters, seed, wells } = store.document.value;
    camera = framing.follow(camera, parameters, frame, seconds, reducedMotion.matches);
    camera = driftCamera(camera, parameters, store.playing.value ? seconds : 0, reducedMotion.matches);
    // With ticks skipped between two pictures there is nothing to interpolate between.
    const alpha = tickGap === 1 ? Math.max(0, Math.min(1, (performance.timeOrigin + nowMs - frame.publishedAt) / tickMs)) : 1;
    renderer.draw({ frame, alpha, seconds, parameters, seed, wells, camera, reducedMotion: reducedMotion.matches });
    if (isNew) markFirstFrame();
    store.marks.value = projectMarks(store, frame, viewOf(camera, viewport()), viewport());
    showReadOuts(nowMs);
  };

  const start = async () => {
    const made = await createRenderer(newCanvas(host), { replaceCanvas: () => newCanvas(host), fixedQuality: wantedQuality() });
    if (disposed) {
      made.dispose();
      return;
    }
    renderer = made;
    resize();
  };
  void start();
  requestAnimationFrame(draw);

  return {
    placeAt: (x, y, through) => placeOnScreen(camera, viewport(), x, y, through),
    dispose() {
      disposed = true;
      input.dispose();
      sizes.disconnect();
      renderer?.dispose();
    },
  };
}

/** A canvas in place of the one before: one that had a context of one kind never gets another. */
function newCanvas(host: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'stage';
  host.replaceChildren(canvas);
  return canvas;
}

/** A fixed quality from 0 to 1 that somebody has asked for, as for a recording; else the measured frame time decides. */
function wantedQuality(): number | undefined {
  const wanted = Number.parseFloat(localStorage.getItem('harmonic.quality') ?? '');
  return wanted >= 0 && wanted <= 1 ? wanted : undefined;
}
