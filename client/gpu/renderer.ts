import { createCanvasPicture } from './canvas-picture.ts';
import type { PictureCanvas } from './canvas-output.ts';
import { NoDeviceError, openDevice } from './device.ts';
import { type Notice, noticeSentences } from './notice.ts';
import type { PictureRenderer, PictureQuality, RenderInput } from './types.ts';
import { createWebgpuPicture } from './webgpu-picture.ts';

interface RendererOptions {
  /**
   * Gives a fresh canvas in place of the old one: a canvas that has drawn with WebGPU can't draw in any other way.
   * By default an element is replaced in the page by a copy of itself; a caller that keeps the element should give its own.
   */
  readonly replaceCanvas?: (old: PictureCanvas) => PictureCanvas | Promise<PictureCanvas>;
  /** Called when the device was lost: `rebuilt` when the picture goes on as before, else it is the plain picture from now on. */
  readonly onLost?: (rebuilt: boolean) => void;
  /** 0 least to 1 best, whatever a frame costs: for thumbnails and recordings. Without it the measured frame time decides. */
  readonly fixedQuality?: number;
  /** Draws the plain picture in any case. */
  readonly forceCanvas?: boolean;
}

export interface Renderer {
  readonly kind: 'webgpu' | 'canvas';
  /** The reason why this is not the full picture, and what would help; null where it is. */
  readonly notice: Notice | null;
  readonly quality: PictureQuality;
  /** Pictures drawn on the present device. */
  readonly framesDrawn: number;
  draw(input: RenderInput): void;
  /** Resolves when the device takes another draw: a caller that waits for it before each has none left out. */
  ready(): Promise<void>;
  /** Size of the canvas on the page in CSS pixels. */
  resize(widthCss: number, heightCss: number, devicePixelRatio: number): void;
  dispose(): void;
}

const noQuality: PictureQuality = {
  drawnShare: 0,
  sparks: 0,
  resolutionScale: 0,
  bloomLevels: 0,
  frameMilliseconds: 0,
  refreshMilliseconds: 0,
};

/** Draws with WebGPU where there is a device, and plainly where there is none. Never fails for want of a device. */
export async function createRenderer(canvas: PictureCanvas, options: RendererOptions = {}): Promise<Renderer> {
  let current = canvas;
  let size: [width: number, height: number, ratio: number] | null = null;
  let kind: Renderer['kind'] = 'webgpu';
  let notice: Notice | null = null;
  let picture: PictureRenderer | null = null;
  let losses = 0;
  let disposed = false;

  const show = (next: PictureRenderer) => {
    if (size) next.resize(...size);
    picture = next;
  };

  const drawPlainly = async (sentence: Notice['sentence'] | null, used: boolean) => {
    if (used) current = await (options.replaceCanvas ?? replaceElement)(current);
    if (disposed) return;
    kind = 'canvas';
    notice = sentence && { sentence };
    show(createCanvasPicture(current));
  };

  const start = async () => {
    let used = losses > 0;
    try {
      const drawing = await openDevice();
      used = true;
      const next = await createWebgpuPicture(drawing, current, options.fixedQuality);
      if (disposed) return next.dispose();
      void drawing.device.lost.then(async () => {
        if (disposed || kind === 'canvas') return;
        picture = null;
        losses += 1;
        if (losses === 1) await start();
        else await drawPlainly(noticeSentences.lostTwice, true);
        options.onLost?.(kind === 'webgpu');
      });
      drawing.device.addEventListener('uncapturederror', (event) => console.error(event.error.message));
      show(next);
    } catch (error) {
      if (!(error instanceof NoDeviceError)) console.error(error);
      await drawPlainly(error instanceof NoDeviceError ? error.sentence : noticeSentences.brokenPicture, used);
    }
  };

  if (options.forceCanvas) await drawPlainly(null, false);
  else await start();

  return {
    get kind() {
      return kind;
    },
    get notice() {
      return notice ?? picture?.notice ?? null;
    },
    get quality() {
      return picture?.quality ?? noQuality;
    },
    get framesDrawn() {
      return picture?.framesDrawn ?? 0;
    },
    draw: (input) => picture?.draw(input),
    ready: () => picture?.ready() ?? Promise.resolve(),
    resize(widthCss, heightCss, devicePixelRatio) {
      size = [widthCss, heightCss, devicePixelRatio];
      picture?.resize(...size);
    },
    dispose() {
      disposed = true;
      picture?.dispose();
      picture = null;
    },
  };
}

function replaceElement(old: PictureCanvas): PictureCanvas {
  if (!(old instanceof HTMLCanvasElement)) return new OffscreenCanvas(old.width, old.height);
  const fresh = old.cloneNode() as HTMLCanvasElement;
  old.replaceWith(fresh);
  return fresh;
}
