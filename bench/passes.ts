import { inBrowser } from './picture/in-browser.ts';
import { rounded } from './statistics.ts';

/** A CPU needs minutes for what a graphics card draws in milliseconds, so it gets less. */
const asked =
  process.env.WEBGPU === 'hardware'
    ? { particles: 1_000_000, sparks: 16_000_000, width: 3840, height: 2160, rounds: 20 }
    : { particles: 100_000, sparks: 400_000, width: 960, height: 540, rounds: 3 };

/**
 * Measures each pass of a picture with sixteen million sparks at 3840 × 2160 by the device's own clock, and the share of the device's copy
 * bandwidth that moving and drawing the sparks reach. The ratio is that of moving them.
 */
export async function run(): Promise<Record<string, unknown>> {
  const figures = await inBrowser('measurePasses', asked);
  return {
    ratio: rounded(figures.integrateShare),
    ...asked,
    device: figures.device,
    copy_gb_per_s: rounded(figures.copyGigabytesPerSecond),
    integrate_share: rounded(figures.integrateShare),
    splat_share: rounded(figures.splatShare),
    particle_splat_share: rounded(figures.particleSplatShare),
    frame_ms: rounded(figures.passes.reduce((sum, { ms }) => sum + ms, 0)),
    passes: figures.passes.map(({ kernel, ms }) => `${kernel} ${rounded(ms)}`),
  };
}
