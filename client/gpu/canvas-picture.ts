import { freeAge, maxPacked, packedFields, packedSpeedMax, packedValue } from '../../shared/simulation/frame-layout.ts';
import { projectPoint, sightOf } from './camera.ts';
import type { PictureCanvas } from './canvas-output.ts';
import { createLayer } from './canvas-blur.ts';
import { createGlow } from './canvas-glow.ts';
import { encodedColour } from './colour.ts';
import { createFlashLimiter } from './flash-limiter.ts';
import { createFrameState, type Mood } from './frame-state.ts';
import type { Notice } from './notice.ts';
import { paletteColours, paletteFault } from './palettes.ts';
import { createParticleSample } from './particle-sample.ts';
import { kindPlace } from './species-colours.ts';
import { createRefreshMeter } from './refresh-meter.ts';
import type { PictureRenderer, RenderInput } from './types.ts';

/** Most particles that the processor draws, and the longest side of what it draws on. */
const mostDrawn = 14_000;
const longestSide = 480;
/** Canvas pixels for each of those, along one side. */
const enlargement = 2;
const flashLight = 10;
const colours = 64;

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A plain picture of the same particles, by the processor, for where there is no WebGPU. */
export function createCanvasPicture(canvas: PictureCanvas): PictureRenderer {
  const context = canvas.getContext('2d') as Context | null;
  if (!context) throw new Error('this canvas gives no 2D context');
  const layOver = createLayer(context);
  const followFrame = createFrameState();
  const particles = createParticleSample(mostDrawn);
  const refresh = createRefreshMeter();
  let screen = { width: 1, height: 1 };
  let small = new OffscreenCanvas(1, 1);
  let limiter = createFlashLimiter(1, 1);
  let glow = createGlow(1, 1);
  let pixels = new ImageData(1, 1);
  let light = new Float32Array(3);
  let milliseconds = 0;
  let framesDrawn = 0;
  let exposure = 0;
  let fault: Notice | null = null;

  const resize = (widthCss: number, heightCss: number) => {
    screen = { width: Math.max(1, widthCss), height: Math.max(1, heightCss) };
    const scale = Math.min(1, longestSide / Math.max(screen.width, screen.height));
    const width = Math.max(1, Math.round(screen.width * scale));
    const height = Math.max(1, Math.round(screen.height * scale));
    canvas.width = width * enlargement;
    canvas.height = height * enlargement;
    small = new OffscreenCanvas(width, height);
    glow = createGlow(width, height);
    // The first pictures of another size are watched as if the screen had been dark.
    limiter = createFlashLimiter(width, height);
    pixels = new ImageData(width, height);
    light = new Float32Array(width * height * 3);
  };

  const splat = (input: RenderInput, mood: Mood) => {
    const { parameters: p, camera } = input;
    const { width, height } = pixels;
    const palette = paletteColours(p, colours, mood.hueTurn, mood.chroma);
    const sight = sightOf(camera, { ...screen, zoom: p.zoom });
    const gainOfAll = 0.05 + 0.45 * Math.min(4, p.particleSize);
    particles.forEach(input, (place, word) => {
      const seen = projectPoint(sight, place);
      if (!seen) return;
      const x = Math.floor((seen.x / screen.width) * width);
      const y = Math.floor((seen.y / screen.height) * height);
      if (x < 0 || y < 0 || x >= width || y >= height) return;
      const far = Math.min(1, Math.max(0, seen.depth / camera.distance - 0.5));
      const colour = Math.floor(placeOf(p.colourBy, word, far, mood) * (colours - 1)) * 3;
      const flash = packedValue(word, packedFields.flash) / maxPacked(packedFields.flash);
      const strength = (gainOfAll / particles.share) * (1 - p.depthCue * far) + flash * flash * flashLight;
      const pixel = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel++) light[pixel + channel] += palette[colour + channel] * strength;
    });
  };

  /** Light → screen, over the background; the light then fades by the trail. */
  const develop = (input: RenderInput, mood: Mood) => {
    const background = encodedColour(input.parameters.backgroundColour);
    const measured = meter(light);
    exposure = exposure === 0 ? measured : exposure + (measured - exposure) * 0.25;
    const scale = exposure * mood.light;
    const keep = mood.trailKeep * 0.9;
    for (let i = 0, out = 0; i < light.length; i += 3, out += 4) {
      const [red, green, blue] = [light[i], light[i + 1], light[i + 2]];
      // Bright places pale: each channel gives some of its light to the others.
      const shared = (red + green + blue) * 0.07;
      pixels.data[out] = developed(red + shared, scale, background[0]);
      pixels.data[out + 1] = developed(green + shared, scale, background[1]);
      pixels.data[out + 2] = developed(blue + shared, scale, background[2]);
      pixels.data[out + 3] = 255;
      light[i] = red * keep;
      light[i + 1] = green * keep;
      light[i + 2] = blue * keep;
    }
    if (input.parameters.glow > 0) glow(pixels.data, Math.min(1, 0.7 * mood.glowAmount));
    limiter.limit(pixels.data, input.seconds);
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
      splat(input, mood);
      develop(input, mood);
      milliseconds += (performance.now() - began - milliseconds) * 0.1;
      framesDrawn += 1;
    },
    ready: () => Promise.resolve(),
    dispose: () => undefined,
  };
}

/** Light over the background → 0..255 on the screen. */
function developed(light: number, scale: number, background: number): number {
  // The square root stands for the screen's curve.
  const shown = Math.sqrt(1 - Math.exp(-light * scale));
  return 255 * (background * (1 - shown) + shown);
}

/** Place in the palette, 0..1. */
function placeOf(colourBy: RenderInput['parameters']['colourBy'], word: number, far: number, mood: Mood): number {
  const read = (field: (typeof packedFields)[keyof typeof packedFields]) => packedValue(word, field);
  switch (colourBy) {
    case 'age':
      return 1 - read(packedFields.age) / freeAge;
    case 'pitch':
      return read(packedFields.part) === 0 ? 0.2 : 0.3 + (0.7 * read(packedFields.pitch)) / maxPacked(packedFields.pitch);
    case 'species':
      return kindPlace(read(packedFields.species));
    case 'depth':
      return 1 - far;
    case 'voice':
      return read(packedFields.part) === 0 ? 0.1 : kindPlace(read(packedFields.part));
    case 'speed': {
      const speed = (read(packedFields.speed) / maxPacked(packedFields.speed)) ** 2 * packedSpeedMax;
      return speed / (speed + mood.middleSpeed);
    }
  }
}

/** × that brings what is lit to a middle brightness. */
function meter(light: Float32Array): number {
  let sum = 0;
  let squares = 0;
  for (let i = 1; i < light.length; i += 3) {
    sum += light[i];
    squares += light[i] * light[i];
  }
  return sum > 0 ? Math.min(2, (0.2 * sum) / squares) : 1;
}
