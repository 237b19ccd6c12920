import { createRenderer, type PictureCanvas, type Renderer } from '../../gpu/index.ts';
import type { Report, StageSize } from './protocol.ts';

/** The canvas of a picture, and the renderer that draws on it. */
interface PictureSurface {
  /** Null until there is one. */
  readonly renderer: Renderer | null;
  readonly canvas: PictureCanvas | null;
  readonly size: StageSize;
  open(canvas: PictureCanvas, size: StageSize, fixedQuality: number | undefined): Promise<void>;
  setSize(size: StageSize): void;
  /** Takes the canvas that was reported as wanted. */
  setCanvas(canvas: PictureCanvas): void;
  dispose(): void;
}

export function createPictureSurface(report: Report): PictureSurface {
  let renderer: Renderer | null = null;
  let canvas: PictureCanvas | null = null;
  let giveCanvas: ((canvas: PictureCanvas) => void) | null = null;
  let size: StageSize = { width: 1, height: 1, devicePixelRatio: 1 };
  let disposed = false;

  const freshCanvas = () =>
    new Promise<PictureCanvas>((resolve) => {
      giveCanvas = resolve;
      report({ kind: 'canvas-wanted' });
    });
  const fit = () => renderer?.resize(size.width, size.height, size.devicePixelRatio);

  return {
    get renderer() {
      return renderer;
    },
    get canvas() {
      return canvas;
    },
    get size() {
      return size;
    },
    async open(first, firstSize, fixedQuality) {
      canvas = first;
      size = firstSize;
      const made = await createRenderer(first, { replaceCanvas: freshCanvas, fixedQuality });
      if (disposed) {
        made.dispose();
        return;
      }
      renderer = made;
      fit();
    },
    setSize(next) {
      size = next;
      fit();
    },
    setCanvas(next) {
      canvas = next;
      giveCanvas?.(next);
      giveCanvas = null;
    },
    dispose() {
      disposed = true;
      renderer?.dispose();
    },
  };
}
