import { type CanvasOutput, createCanvasOutput, type PictureCanvas } from './canvas-output.ts';
import type { DrawingDevice } from './device.ts';
import { createFlashMemory } from './flash-memory.ts';
import { createFrameGraph, type FrameGraph, type Pass } from './frame-graph.ts';
import { createFrameQueue } from './frame-queue.ts';
import { createFrameUniform, type FrameUniform } from './frame-uniform.ts';
import { createGovernor, type Governor } from './governor.ts';
import { type Notice, noticeSentences } from './notice.ts';
import { createPaletteBuffer } from './palette-buffer.ts';
import { paletteFault } from './palettes.ts';
import { createParticleBuffers } from './particle-buffers.ts';
import { planPasses } from './passes.ts';
import { createPictureHistory } from './picture-history.ts';
import { createPictureTextures, type PictureTextures } from './picture-textures.ts';
import { createRefreshMeter } from './refresh-meter.ts';
import { createResources, type Resources } from './resources.ts';
import { createSparkPool } from './spark-pool.ts';
import type { PictureQuality, PictureRenderer, RenderInput } from './types.ts';
import { frameUniform } from './uniform-layout.ts';

const particleBytes = 16;
const exposureBytes = 16;
const startExposure = 0.3;

/** The parts of a picture, for benchmarks and tests. */
interface PictureWorks {
  readonly graph: FrameGraph;
  readonly resources: Resources;
  /** Passes of the last frame. */
  readonly passes: readonly Pass[];
}

/** The picture by compute passes, on one device, until that is lost. */
export async function createWebgpuPicture(
  { device, software }: DrawingDevice,
  canvas: PictureCanvas,
  fixedQuality?: number,
): Promise<PictureRenderer & { readonly works: PictureWorks }> {
  const resources = createResources(device);
  const uniform = resources.buffer('frame', frameUniform.size, GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST);
  const [output, graph]: [CanvasOutput, FrameGraph] = await Promise.all([
    createCanvasOutput(device, canvas, resources),
    createFrameGraph(device, resources, uniform),
  ]);

  const maxStorage = Math.min(device.limits.maxStorageBufferBindingSize, device.limits.maxBufferSize);
  const maxParticles = Math.floor(maxStorage / particleBytes);
  const particles = createParticleBuffers(device, resources, maxParticles);
  const flashes = createFlashMemory(resources);
  const textures = createPictureTextures(device, resources, output, flashes, maxStorage);
  const frame = createFrameUniform(device, uniform, particles, createSparkPool(device, resources, maxStorage), flashes);
  const uploadPalette = createPaletteBuffer(device, resources);
  lendConstants(device, resources);

  const governor = createGovernor({ software, fixed: fixedQuality });
  const refresh = createRefreshMeter();
  const history = createPictureHistory();
  const fit = () => {
    if (textures.fit(governor.quality)) history.clearTrail();
  };
  const queue = createFrameQueue(device, resources, output, graph, (milliseconds) => {
    if (governor.report(milliseconds, refresh.milliseconds)) fit();
  });
  const works: { graph: FrameGraph; resources: Resources; passes: readonly Pass[] } = { graph, resources, passes: [] };
  let notice: Notice | null = null;
  let disposed = false;

  const planFrame = () => {
    const { width, height, bloomLevels } = textures;
    const { slots } = particles;
    return planPasses({ width, height, slots, sparks: frame.sparks, bloomLevels, resized: flashes.resized, software });
  };

  return {
    works,
    get quality() {
      return qualityOf(frame, textures, governor, refresh.milliseconds);
    },
    get notice() {
      return notice;
    },
    get framesDrawn() {
      return history.frames;
    },
    resize(widthCss, heightCss, devicePixelRatio) {
      textures.setScreen(widthCss, heightCss, devicePixelRatio);
      fit();
    },
    draw(input) {
      if (disposed) return;
      refresh.report(input.seconds * 1000, governor.frameMilliseconds);
      history.advance(input.seconds, particles.upload(input.frame));
      if (queue.isFull) return;
      if (textures.width === 0) fit();
      notice = noticeOf(input, maxParticles);
      uploadPalette(input.parameters);
      frame.write(input, governor.quality, textures, history);
      works.passes = planFrame();
      queue.submit(works.passes);
      flashes.done();
      history.drawn(input.frame.scalars.alive);
    },
    ready: () => queue.ready(),
    dispose() {
      disposed = true;
      queue.dispose();
      output.dispose();
      resources.dispose();
      device.destroy();
    },
  };
}

/** Makes what the passes read and no frame changes: the sampler, and the exposure that the first frame begins with. */
function lendConstants(device: GPUDevice, resources: Resources): void {
  device.queue.writeBuffer(resources.buffer('exposure', exposureBytes), 0, new Float32Array([startExposure]));
  resources.lend('smoothly', device.createSampler({ label: 'smoothly', magFilter: 'linear', minFilter: 'linear' }));
}

function noticeOf({ frame, parameters }: RenderInput, maxParticles: number): Notice | null {
  return frame.slots > maxParticles
    ? { sentence: noticeSentences.tooManyParticles, values: { count: maxParticles } }
    : paletteFault(parameters);
}

function qualityOf(frame: FrameUniform, textures: PictureTextures, governor: Governor, refreshMilliseconds: number): PictureQuality {
  return {
    drawnShare: frame.drawnShare,
    resolutionScale: governor.quality.resolutionScale,
    sparks: frame.sparks,
    bloomLevels: textures.bloomLevels,
    frameMilliseconds: governor.frameMilliseconds,
    refreshMilliseconds,
  };
}
