import { matricesOf } from './camera-matrices.ts';
import { type CanvasOutput, createCanvasOutput, type PictureCanvas } from './canvas-output.ts';
import { encodedColour, linearColour, tintOf } from './colour.ts';
import type { DrawingDevice } from './device.ts';
import { createFlashMemory } from './flash-memory.ts';
import { createFrameGraph, type FrameGraph, type Pass } from './frame-graph.ts';
import { approach, createFrameState, jumpDistance } from './frame-state.ts';
import { createGovernor } from './governor.ts';
import { createGpuTimer } from './gpu-timer.ts';
import { type Notice, noticeSentences } from './notice.ts';
import { paletteFault, paletteSize, paletteTable } from './palettes.ts';
import { createParticleBuffers } from './particle-buffers.ts';
import { bloomLevelsOf, bloomSize, planPasses } from './passes.ts';
import { createRefreshMeter } from './refresh-meter.ts';
import { createResources, type Resources } from './resources.ts';
import { createSparkPool } from './spark-pool.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { PictureRenderer, RenderInput } from './types.ts';
import { createUniformTarget, frameUniform, writeFrameUniform } from './uniform-layout.ts';

const channels = 3;
const channelBytes = 4;
const particleBytes = 16;
/** Frames handed to the device and not yet done; beyond it a draw is left out, so that nothing piles up. */
const mostPending = 2;
/** Frames in which the exposure finds its place at once. */
const openingFrames = 12;
const exposureSeconds = 1.4;
const startExposure = 0.3;
const paletteEntryBytes = 16;
/** Most of one channel in the tint of the haze: a pure blue would be too much light. */
const mostTint = 3;
/** Without a new frame for so long, nothing moves. */
const pausedAfterSeconds = 0.12;
/** What moves is drawn as a stroke over the time since the last picture, up to this. */
const longestShutterSeconds = 0.1;

/** What a picture is made with, for those who measure it. */
interface PictureWorks {
  readonly graph: FrameGraph;
  readonly resources: Resources;
  /** Passes of the last frame. */
  readonly passes: readonly Pass[];
}

/** The picture by compute passes, on one device, until that is lost. */
export async function createWebgpuPicture(
  drawing: DrawingDevice,
  canvas: PictureCanvas,
  fixedQuality?: number,
): Promise<PictureRenderer & { readonly works: PictureWorks }> {
  const { device, software } = drawing;
  const resources = createResources(device);
  const uniform = resources.buffer('frame', frameUniform.size, GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST);
  const [output, graph]: [CanvasOutput, FrameGraph] = await Promise.all([
    createCanvasOutput(device, canvas, resources),
    createFrameGraph(device, resources, uniform),
  ]);

  const mostStorage = Math.min(device.limits.maxStorageBufferBindingSize, device.limits.maxBufferSize);
  const mostParticles = Math.floor(mostStorage / particleBytes);
  const mostPixels = Math.floor(mostStorage / (channels * channelBytes));
  const particles = createParticleBuffers(device, resources, mostParticles);
  const sparkPool = createSparkPool(device, resources, mostStorage);
  const governor = createGovernor({ software, fixed: fixedQuality });
  const refresh = createRefreshMeter();
  const timer = createGpuTimer(device);
  const followFrame = createFrameState();
  const flashes = createFlashMemory(resources);
  const target = createUniformTarget();

  const broadCount = resources.buffer('broadCount', channelBytes);
  resources.buffer('paletteLab', paletteSize * paletteEntryBytes);
  resources.buffer('palette', paletteSize * paletteEntryBytes);
  device.queue.writeBuffer(resources.buffer('exposure', particleBytes), 0, new Float32Array([startExposure]));
  resources.lend('smoothly', device.createSampler({ label: 'smoothly', magFilter: 'linear', minFilter: 'linear' }));

  let screen = { width: 1, height: 1, devicePixelRatio: 1 };
  let width = 0;
  let height = 0;
  let bloomLevels = 0;
  let paletteKey = '';
  let frameIndex = 0;
  let openFrames = 0;
  let trailIsNew = true;
  let pending = 0;
  /** When the last frame is done, and when the one before: of two that may be under way, the older. */
  let lastFrame: Promise<void> = Promise.resolve();
  let frameBefore: Promise<void> = Promise.resolve();
  let skippedSeconds = 0;
  let stillSeconds = 0;
  let lastDone = 0;
  let notice: Notice | null = null;
  let sparksDrawn = 0;
  let drawnShare = 1;
  let disposed = false;
  let passes: readonly Pass[] = [];

  /** Makes the textures for the screen and the present quality; nothing when they fit already. */
  const fit = () => {
    const scale = governor.quality.resolutionScale * screen.devicePixelRatio;
    const asked = Math.max(1, screen.width * scale * screen.height * scale);
    const held = Math.min(
      1,
      Math.sqrt(mostPixels / asked),
      device.limits.maxTextureDimension2D / (Math.max(screen.width, screen.height) * scale),
    );
    const nextWidth = Math.max(16, Math.floor(screen.width * scale * held));
    const nextHeight = Math.max(16, Math.floor(screen.height * scale * held));
    const nextLevels = bloomLevelsOf(nextWidth, nextHeight, governor.quality.bloomLevels);
    if (nextWidth === width && nextHeight === height && nextLevels === bloomLevels) return;
    if (nextWidth !== width || nextHeight !== height) {
      resources.buffer('lightSum', nextWidth * nextHeight * channels * channelBytes);
      resources.buffer('trail', nextWidth * nextHeight * channels * channelBytes);
      flashes.resize(nextWidth, nextHeight);
      resources.texture('scene', nextWidth, nextHeight, 'rgba16float');
      output.resize(nextWidth, nextHeight);
      trailIsNew = true;
    }
    for (let level = 0; level < Math.max(nextLevels, bloomLevels); level++) {
      for (const name of [`bloom${level}`, `risen${level}`]) {
        if (level < nextLevels) resources.texture(name, ...bloomSize(nextWidth, nextHeight, level), 'rgba16float');
        else resources.release(name);
      }
    }
    [width, height, bloomLevels] = [nextWidth, nextHeight, nextLevels];
  };

  const tintWith = (input: RenderInput) => {
    const { palette, paletteLow, paletteMiddle, paletteHigh, key, scale, customScale } = input.parameters;
    const made = [palette, paletteLow, paletteMiddle, paletteHigh, key, scale, customScale].join(' ');
    if (made === paletteKey) return;
    paletteKey = made;
    device.queue.writeBuffer(resources.get('paletteLab') as GPUBuffer, 0, paletteTable(input.parameters));
  };

  const write = (input: RenderInput, seconds: number) => {
    const { frame, parameters, camera } = input;
    const { quality } = governor;
    const mood = followFrame({ ...input, seconds });
    const viewport = { width: screen.width, height: screen.height, zoom: parameters.zoom };
    const view = matricesOf(camera, viewport);
    const pixelScale = height / screen.height;
    const { slots } = particles;
    const sparksWanted = slots * parameters.sparks;
    const sparkCount = sparkPool.hold(Math.min(sparksWanted, quality.sparkBudget));
    sparksDrawn = sparkCount;
    const alpha = Math.min(1, Math.max(0, input.alpha));
    const shownTick = frame.scalars.tick - (1 - alpha) * particles.frameSeconds * ticksPerSecond;
    drawnShare = Math.min(1, quality.particleBudget / Math.max(1, frame.scalars.alive));
    if (trailIsNew) openFrames = Math.min(openFrames, openingFrames - 2);
    // The camera's distance is what it is focused on; zooming narrows the view and leaves the focus.
    writeFrameUniform(
      target,
      {
        ...mood,
        viewProjection: view.viewProjection,
        eye: [...view.eye, camera.distance],
        space: encodedColour(parameters.backgroundColour),
        haze: tintOf(linearColour(parameters.glowColour), mostTint),
        size: [width, height],
        width,
        height,
        pixelScale,
        sceneRadius: Math.min(parameters.boundsSize, camera.distance * 0.8),
        slots,
        previousSlots: particles.previousSlots,
        alpha,
        frameSeconds: particles.frameSeconds,
        jumpDistance: jumpDistance(particles.frameSeconds, parameters.timeScale),
        seconds,
        drawnShare,
        shareGain: 1 / drawnShare,
        ...sparkPool.advance(input, shownTick),
        sparkCount,
        // Fewer sparks than asked for are a little brighter, so that the picture keeps its mist.
        sparkGain: mood.sparkGain * Math.min(4, Math.sqrt(sparksWanted / Math.max(1, sparkCount))),
        trailKeep: trailIsNew ? 0 : mood.trailKeep,
        maxDisc: quality.maxDisc * screen.devicePixelRatio,
        exposureStep: openFrames < openingFrames ? 1 : approach(seconds, exposureSeconds),
        shutterSeconds: stillSeconds > pausedAfterSeconds ? 0 : Math.min(seconds, longestShutterSeconds),
        maxDabs: quality.maxDabs,
        coarse: quality.coarse ? 1 : 0,
        frameIndex: frameIndex >>> 0,
        ...flashes.view(seconds),
      },
      parameters,
      frame.scalars,
    );
    device.queue.writeBuffer(uniform, 0, target.bytes);
    return sparkCount;
  };

  const measure = (submittedAt: number) => {
    pending += 1;
    const onGpu = timer?.read() ?? Promise.resolve(null);
    const done = device.queue.onSubmittedWorkDone().then(() => performance.now());
    frameBefore = lastFrame;
    lastFrame = Promise.all([onGpu, done]).then(([milliseconds, doneAt]) => {
      pending -= 1;
      const busy = doneAt - Math.max(submittedAt, lastDone);
      lastDone = doneAt;
      if (!disposed && governor.report(milliseconds ?? busy, refresh.milliseconds)) fit();
    });
  };

  return {
    get quality() {
      return {
        drawnShare,
        resolutionScale: governor.quality.resolutionScale,
        sparks: sparksDrawn,
        bloomLevels,
        frameMilliseconds: governor.frameMilliseconds,
        refreshMilliseconds: refresh.milliseconds,
      };
    },
    works: {
      graph,
      resources,
      get passes() {
        return passes;
      },
    },
    get notice() {
      return notice;
    },
    get framesDrawn() {
      return frameIndex;
    },
    resize(widthCss, heightCss, devicePixelRatio) {
      screen = { width: Math.max(1, widthCss), height: Math.max(1, heightCss), devicePixelRatio: Math.max(0.5, devicePixelRatio) };
      fit();
    },
    draw(input) {
      if (disposed) return;
      refresh.report(input.seconds * 1000, governor.frameMilliseconds);
      skippedSeconds += input.seconds;
      stillSeconds = particles.upload(input.frame) ? 0 : stillSeconds + input.seconds;
      if (pending >= mostPending) return;
      if (width === 0) fit();
      notice =
        input.frame.slots > mostParticles
          ? { sentence: noticeSentences.tooManyParticles, values: { count: mostParticles } }
          : paletteFault(input.parameters);
      tintWith(input);
      const sparks = write(input, skippedSeconds);
      skippedSeconds = 0;
      output.begin();
      const encoder = device.createCommandEncoder({ label: 'frame' });
      passes = planPasses({ width, height, slots: particles.slots, sparks, bloomLevels, resized: flashes.resized, software });
      encoder.clearBuffer(broadCount);
      graph.record(encoder, passes, timer?.begin());
      timer?.resolve(encoder);
      output.end(encoder);
      device.queue.submit([encoder.finish()]);
      measure(performance.now());
      trailIsNew = false;
      flashes.done();
      frameIndex += 1;
      if (input.frame.scalars.alive > 0) openFrames += 1;
    },
    ready: () => frameBefore,
    dispose() {
      disposed = true;
      timer?.dispose();
      output.dispose();
      resources.dispose();
      device.destroy();
    },
  };
}
