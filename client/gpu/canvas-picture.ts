import type { PictureCanvas } from './canvas-output.ts';
import { createLayer } from './canvas-blur.ts';
import { createGlow } from './canvas-glow.ts';
import { createCanvasLight } from './canvas-light.ts';
import { encodedColour } from './colour.ts';
import { createFlashLimiter } from './flash-limiter.ts';
import { createFrameState, type Mood } from './frame-state.ts';
import type { Notice } from './notice.ts';
import { paletteFault } from './palettes.ts';
import { createParticleSample } from './particle-sample.ts';
import { createRefreshMeter } from './refresh-meter.ts';
import type { PictureRenderer, RenderInput } from './types.ts';

/** Most particles that the processor draws, and the longest side of the picture that it draws. */
const maxDrawn = 14_000;
const maxSide = 480;
/** Canvas pixels for each pixel of that picture, along one side, on a stage. */
const usualEnlargement = 2;

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * A plain picture of the same particles, by the processor, for where there is no WebGPU. An `enlargement` of 1 leaves it to the browser to
 * scale the canvas, which costs less and is as good for a small one.
 */
export function createCanvasPicture(canvas: PictureCanvas, enlargement: 1 | 2 = usualEnlargement): PictureRenderer {
  const context = canvas.getContext('2d') as Context | null;
  if (!context) throw new Error('this canvas gives no 2D context');
  const layOver = createLayer(context);
  const followFrame = createFrameState();
  const particles = createParticleSample(maxDrawn);
  const refresh = createRefreshMeter();
  let screen = { width: 1, height: 1 };
  let small = new OffscreenCanvas(1, 1);
  let limiter = createFlashLimiter(1, 1);
  let glow = createGlow(1, 1);
  let pixels = new ImageData(1, 1);
  let light = createCanvasLight(1, 1);
  let milliseconds = 0;
  let framesDrawn = 0;
  let exposure = 0;
  let fault: Notice | null = null;

  const resize = (widthCss: number, heightCss: number) => {
    screen = { width: Math.max(1, widthCss), height: Math.max(1, heightCss) };
    const scale = Math.min(1, maxSide / Math.max(screen.width, screen.height));
    const width = Math.max(1, Math.round(screen.width * scale));
    const height = Math.max(1, Math.round(screen.height * scale));
    canvas.width = width * enlargement;
    canvas.height = height * enlargement;
    small = new OffscreenCanvas(width, height);
    glow = createGlow(width, height);
    // The limiter treats the first pictures of another size as if the screen had been dark.
    limiter = createFlashLimiter(width, height);
    pixels = new ImageData(width, height);
    light = createCanvasLight(width, height);
  };

  /** Brings the light to the screen, over the background; the light then fades by the trail. */
  const develop = (input: RenderInput, mood: Mood) => {
    const measured = light.meter();
    exposure = exposure === 0 ? measured : exposure + (measured - exposure) * 0.25;
    light.develop(pixels.data, exposure * mood.light, encodedColour(input.parameters.backgroundColour), mood.trailKeep * 0.9);
    if (input.parameters.glow > 0) glow(pixels.data, Math.min(1, 0.7 * mood.glowAmount));
    limiter.limit(pixels.data, input.seconds);
    if (enlargement === 1 && input.parameters.blur === 0) {
      context.putImageData(pixels, 0, 0);
      return;
    }
    small.getContext('2d')!.putImageData(pixels, 0, 0);
    context.imageSmoothingQuality = 'high';
    layOver(small, 8 * input.parameters.blur);
  };

  return {
    get quality() {
      return {
        drawnShare: particles.share,
        sparks: 0,
        resolutionScale: pixels.width / screen.width,
        bloomLevels: 0,
        frameMilliseconds: milliseconds,
        refreshMilliseconds: refresh.milliseconds,
      };
    },
    get notice() {
      return fault;
    },
    get framesDrawn() {
      return framesDrawn;
    },
    resize,
    draw(input) {
      const began = performance.now();
      refresh.report(input.seconds * 1000, milliseconds);
      fault = paletteFault(input.parameters);
      const mood = followFrame(input);
      light.splat(input, mood, particles, screen);
      develop(input, mood);
      milliseconds += (performance.now() - began - milliseconds) * 0.1;
      framesDrawn += 1;
    },
    ready: () => Promise.resolve(),
    dispose: () => undefined,
  };
}
