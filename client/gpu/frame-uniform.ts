import { ticksPerSecond } from '../../shared/simulation/world.ts';
import { matricesOf } from './camera-matrices.ts';
import { encodedColour, linearColour, tintOf } from './colour.ts';
import type { FlashMemory } from './flash-memory.ts';
import { createFrameState, jumpDistance } from './frame-state.ts';
import type { Quality } from './governor.ts';
import type { ParticleBuffers } from './particle-buffers.ts';
import type { PictureHistory } from './picture-history.ts';
import type { PictureTextures } from './picture-textures.ts';
import type { SparkPool } from './spark-pool.ts';
import type { RenderInput } from './types.ts';
import { createUniformTarget, writeFrameUniform } from './uniform-layout.ts';

/** Limit of one channel in the tint of the haze: a pure blue would be too much light. */
const maxTint = 3;

/** The uniform of a frame, and how much of the universe it has drawn. */
export interface FrameUniform {
  /** Sparks of the last frame. */
  readonly sparks: number;
  /** Share of the particles that the last frame draws, 0..1. */
  readonly drawnShare: number;
  write(input: RenderInput, quality: Quality, textures: PictureTextures, history: PictureHistory): void;
}

export function createFrameUniform(
  device: GPUDevice,
  uniform: GPUBuffer,
  particles: ParticleBuffers,
  sparkPool: SparkPool,
  flashes: FlashMemory,
): FrameUniform {
  const followFrame = createFrameState();
  const target = createUniformTarget();
  let sparks = 0;
  let drawnShare = 1;

  return {
    get sparks() {
      return sparks;
    },
    get drawnShare() {
      return drawnShare;
    },
    write(input, quality, { screen, width, height }, { seconds, shutterSeconds, exposureStep, trailIsNew, frames }) {
      const { frame, parameters, camera } = input;
      const mood = followFrame({ ...input, seconds });
      const view = matricesOf(camera, { width: screen.width, height: screen.height, zoom: parameters.zoom });
      const { slots } = particles;
      const sparksWanted = slots * parameters.sparks;
      sparks = sparkPool.hold(Math.min(sparksWanted, quality.sparkBudget));
      drawnShare = Math.min(1, quality.particleBudget / Math.max(1, frame.scalars.alive));
      const alpha = Math.min(1, Math.max(0, input.alpha));
      const shownTick = frame.scalars.tick - (1 - alpha) * particles.frameSeconds * ticksPerSecond;
      // The camera's distance is what it is focused on; zooming narrows the view and leaves the focus.
      writeFrameUniform(
        target,
        {
          ...mood,
          viewProjection: view.viewProjection,
          eye: [...view.eye, camera.distance],
          space: encodedColour(parameters.backgroundColour),
          haze: tintOf(linearColour(parameters.glowColour), maxTint),
          size: [width, height],
          width,
          height,
          pixelScale: height / screen.height,
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
          sparkCount: sparks,
          // Fewer sparks than wanted are a little brighter, so that the picture keeps its mist.
          sparkGain: mood.sparkGain * Math.min(4, Math.sqrt(sparksWanted / Math.max(1, sparks))),
          trailKeep: trailIsNew ? 0 : mood.trailKeep,
          maxDisc: quality.maxDisc * screen.devicePixelRatio,
          exposureStep,
          shutterSeconds,
          maxDabs: quality.maxDabs,
          coarse: quality.coarse ? 1 : 0,
          frameIndex: frames >>> 0,
          ...flashes.view(seconds),
        },
        parameters,
        frame.scalars,
      );
      device.queue.writeBuffer(uniform, 0, target.bytes);
    },
  };
}
