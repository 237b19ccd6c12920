import { noticeWords } from '../../../client/app/picture/notice-words.ts';
import { createRenderer, frameCamera, type Renderer } from '../../../client/gpu/index.ts';
import { defaultParameters } from '../../../shared/parameters/index.ts';
import { ballFrame } from './ball-frame.ts';

interface Troubles {
  /** Text of a shader that is replaced by another. */
  replaceInShader?: readonly [text: string, by: string];
  /** Limits that the device claims to have. */
  limits?: Partial<Record<keyof GPUSupportedLimits, number>>;
  particles?: number;
}

interface RobustLab {
  start(troubles: Troubles): Promise<void>;
  /** Draws some frames; returns the mean brightness of the last, 0..255. */
  draw(pictures: number): Promise<number>;
  /** Destroys the device and waits until the renderer has recovered. Returns the milliseconds until the next frame. */
  lose(): Promise<number>;
  readonly kind: Renderer['kind'];
  readonly notice: string | null;
  /** Number of requested devices. */
  readonly devices: number;
  /** Pipelines that were compiled synchronously. */
  readonly waitedFor: readonly string[];
  readonly errors: readonly string[];
}

declare global {
  interface Window {
    robust?: RobustLab;
  }
}

const size = { width: 320, height: 200 };
const host = document.body;

let renderer: Renderer;
let device: GPUDevice | null = null;
let devices = 0;
let troubles: Troubles = {};
let particles = 3000;
let sequence = 0;
let told: (() => void) | null = null;
const errors: string[] = [];

const { requestDevice } = GPUAdapter.prototype;
GPUAdapter.prototype.requestDevice = async function (descriptor) {
  devices += 1;
  const made = await requestDevice.call(this, descriptor);
  made.addEventListener('uncapturederror', (event) => errors.push(event.error.message));
  const claimed = troubles.limits;
  if (claimed) {
    const { limits } = made;
    Object.defineProperty(made, 'limits', {
      value: new Proxy(limits, { get: (_, name) => claimed[name as keyof GPUSupportedLimits] ?? limits[name as keyof GPUSupportedLimits] }),
    });
  }
  device = made;
  return made;
};
const { createShaderModule } = GPUDevice.prototype;
GPUDevice.prototype.createShaderModule = function (descriptor) {
  const [text, by] = troubles.replaceInShader ?? ['', ''];
  return createShaderModule.call(this, { ...descriptor, code: descriptor.code.replace(text, by) });
};

const waitedFor: string[] = [];
const { createComputePipeline, createRenderPipeline } = GPUDevice.prototype;
GPUDevice.prototype.createComputePipeline = function (descriptor) {
  waitedFor.push(descriptor.label ?? 'compute');
  return createComputePipeline.call(this, descriptor);
};
GPUDevice.prototype.createRenderPipeline = function (descriptor) {
  waitedFor.push(descriptor.label ?? 'render');
  return createRenderPipeline.call(this, descriptor);
};

function newCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  host.replaceChildren(canvas);
  return canvas;
}

async function drawOnce(): Promise<void> {
  sequence += 1;
  const frame = ballFrame(particles, sequence);
  const camera = { ...frameCamera({ boundsSize: 7 }), distance: 9 };
  const parameters = { ...defaultParameters, sparks: 2 };
  renderer.draw({ frame, alpha: 1, seconds: 1 / 30, parameters, seed: 1, wells: [], camera, reducedMotion: false });
  await device?.queue.onSubmittedWorkDone();
}

function brightness(): number {
  const eye = new OffscreenCanvas(size.width, size.height).getContext('2d')!;
  eye.drawImage(host.querySelector('canvas')!, 0, 0, size.width, size.height);
  const { data } = eye.getImageData(0, 0, size.width, size.height);
  return data.reduce((sum, value, at) => sum + (at % 4 < 3 ? value : 0), 0) / (size.width * size.height * 3);
}

window.robust = {
  async start(asked) {
    troubles = asked;
    particles = asked.particles ?? 3000;
    renderer = await createRenderer(newCanvas(), {
      fixedQuality: 0.7,
      replaceCanvas: newCanvas,
      onLost: () => told?.(),
    });
    renderer.resize(size.width, size.height, 1);
  },
  async draw(pictures) {
    for (let at = 1; at < pictures; at++) {
      await drawOnce();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const last = drawOnce();
    const seen = brightness();
    await last;
    return seen;
  },
  async lose() {
    const settled = new Promise<void>((resolve) => (told = resolve));
    const began = performance.now();
    device!.destroy();
    device = null;
    await settled;
    await drawOnce();
    return performance.now() - began;
  },
  get kind() {
    return renderer.kind;
  },
  get notice() {
    return renderer.notice && noticeWords(renderer.notice);
  },
  get devices() {
    return devices;
  },
  waitedFor,
  errors,
};
