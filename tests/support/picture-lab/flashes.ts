import { flashRules } from '../../../client/gpu/flash-rules.ts';
import { createRenderer, frameCamera } from '../../../client/gpu/index.ts';
import { defaultParameters, type ParameterPatch } from '../../../shared/parameters/index.ts';
import type { ScreenRecording } from '../flash-count.ts';
import { ballFrame } from './ball-frame.ts';
import { lastDevice } from './one-device.ts';

interface FlashLab {
  scenario: keyof typeof scenarios;
  kind: 'webgpu' | 'canvas';
  framesPerSecond: number;
  seconds: number;
  /** False turns the limiter off. */
  limited: boolean;
}

declare global {
  interface Window {
    /** Draws a scenario and records the screen. */
    recordFlashes?: (lab: FlashLab) => Promise<ScreenRecording & { kind: string }>;
  }
}

const size = { width: 160, height: 96 };
const block = 6;
/** As many as light up a quarter of the screen; the plain canvas draws them fainter. */
const particlesOf = { webgpu: 1000, canvas: 3000 } as const;

/** Values of a scenario at a time. */
interface Moment {
  parameters?: ParameterPatch;
  /** Flash of all particles, 0..1. */
  flash?: number;
  /** Width of the canvas in pixels, if it changes. */
  width?: number;
}
type Scenario = (seconds: number, odd: boolean) => Moment;

const dense = { particleSize: 8, glow: 1, backgroundColour: '#000000', trail: 0, blur: 0.5 } as const;
const blink = (seconds: number, hertz: number) => Math.floor(seconds * hertz * 2 + 1e-6) % 2 === 1;
const ground =
  (hertz: number, light = '#ffffff', dark = '#000000'): Scenario =>
  (seconds) => ({ parameters: { brightness: 0, backgroundColour: blink(seconds, hertz) ? light : dark } });

const scenarios = {
  'brightness, every frame': (_seconds, odd) => ({ parameters: { ...dense, brightness: odd ? 4 : 0 } }),
  'black and white ground, 2 Hz': ground(2),
  'black and white ground, 4 Hz': ground(4),
  'black and white ground, 10 Hz': ground(10),
  'black and white ground, every frame': (_seconds, odd) => ({
    parameters: { brightness: 0, backgroundColour: odd ? '#ffffff' : '#000000' },
  }),
  'red ground, 6 Hz': ground(6, '#ff0000'),
  'red and blue ground, 5 Hz': ground(5, '#ff0000', '#0000ff'),
  'dim red ground, 8 Hz': ground(8, '#a00000', '#400000'),
  'ground while the size changes, 9 Hz': (seconds) => ({
    ...ground(9)(seconds, false),
    width: blink(seconds, 2.5) ? 160 : 128,
  }),
  'all particles flash at 240 beats a minute': (seconds) => ({
    parameters: { ...dense, bounceFlash: 1, brightness: 2 },
    flash: Math.max(0, 1 - ((seconds * 4) % 1) * 3),
  }),
  'palette from black to white, 5 Hz': (seconds) => {
    const colour = blink(seconds, 5) ? '#ffffff' : '#000000';
    return { parameters: { ...dense, palette: 'custom', paletteLow: colour, paletteMiddle: colour, paletteHigh: colour, brightness: 3 } };
  },
  'size and zoom, 7 Hz': (seconds) => ({
    parameters: { ...dense, brightness: 3, particleSize: blink(seconds, 7) ? 8 : 0.2, zoom: blink(seconds, 7) ? 0.6 : 3 },
  }),
  'brightness, glow and ground out of step': (seconds) => ({
    parameters: {
      ...dense,
      brightness: blink(seconds, 3.7) ? 4 : 0.2,
      glow: blink(seconds, 5.3) ? 1 : 0,
      backgroundColour: blink(seconds, 2.9) ? '#e0e0e0' : '#000000',
    },
  }),
  'slow: the ground from black to white and back in 3 s': (seconds) => {
    const level = Math.round(127.5 - 127.5 * Math.cos((seconds * 2 * Math.PI) / 3));
    return { parameters: { backgroundColour: `#${level.toString(16).padStart(2, '0').repeat(3)}` } };
  },
} satisfies Record<string, Scenario>;

const linear = Float32Array.from({ length: 256 }, (_, value) =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
);

/** Measures the mean colours of the blocks of the canvas. */
function look(canvas: HTMLCanvasElement, eye: OffscreenCanvasRenderingContext2D): ScreenRecording['frames'][number] {
  eye.drawImage(canvas, 0, 0, size.width, size.height);
  const { data } = eye.getImageData(0, 0, size.width, size.height);
  const light: number[] = [];
  const red: [number, number, number][] = [];
  for (let top = 0; top + block <= size.height; top += block) {
    for (let left = 0; left + block <= size.width; left += block) {
      const sum: [number, number, number] = [0, 0, 0];
      for (let y = top; y < top + block; y++) {
        for (let x = left; x < left + block; x++) {
          for (let channel = 0; channel < 3; channel++) sum[channel] += linear[data[(y * size.width + x) * 4 + channel]] / (block * block);
        }
      }
      light.push(0.2126 * sum[0] + 0.7152 * sum[1] + 0.0722 * sum[2]);
      red.push(sum);
    }
  }
  return { light, red };
}

let gateShare: number = flashRules.flashGateShare;
const { createShaderModule } = GPUDevice.prototype;
GPUDevice.prototype.createShaderModule = function (descriptor) {
  const code = descriptor.code.replace(/const flashGateShare = .*;/, `const flashGateShare = f32(${gateShare});`);
  return createShaderModule.call(this, { ...descriptor, code });
};

window.recordFlashes = async ({ scenario, kind, framesPerSecond, seconds, limited }) => {
  // With a share above 1 the limiter never acts.
  gateShare = limited ? 1 / 6 : 2;
  Object.assign(flashRules, { flashGateShare: gateShare });
  const canvas = document.createElement('canvas');
  document.body.replaceChildren(canvas);
  const renderer = await createRenderer(canvas, { fixedQuality: 1, forceCanvas: kind === 'canvas' });
  const eye = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true })!;
  const camera = { ...frameCamera({ boundsSize: 7 }), distance: 9 };
  const frames: ScreenRecording['frames'][number][] = [];
  let width = 0;
  for (let at = 0; at < seconds * framesPerSecond; at++) {
    const moment: Moment = scenarios[scenario](at / framesPerSecond, at % 2 === 1);
    if ((moment.width ?? size.width) !== width) {
      width = moment.width ?? size.width;
      renderer.resize(width, (width * size.height) / size.width, 1);
    }
    const parameters = { ...defaultParameters, cameraOrbitSpeed: 0, sparks: 0, ...moment.parameters };
    const frame = ballFrame(particlesOf[kind], at + 1, moment.flash);
    renderer.draw({ frame, alpha: 1, seconds: 1 / framesPerSecond, parameters, seed: 1, wells: [], camera, reducedMotion: false });
    frames.push(look(canvas, eye));
    // Waits for the frame, so that the next one is not skipped.
    await lastDevice()?.queue.onSubmittedWorkDone();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  renderer.dispose();
  return { kind: renderer.kind, framesPerSecond, frames };
};
