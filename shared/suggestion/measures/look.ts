import { log2 } from '../../math/exact.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import type { Glance, Observation } from '../observe/observation.ts';
import { type Measure, meanOf } from './measure.ts';

const parameter =
  (of: (parameters: Readonly<ParameterValues>) => number) =>
  ({ parameters }: Observation) =>
    of(parameters);

const glanced = (of: (glance: Glance) => number) => (observation: Observation) => meanOf(observation.glances.map(of));

export const lookMeasures = [
  { name: 'light', label: 'light', of: ({ parameters, tracks }) => log2(parameters.brightness * Math.max(0.1, meanOf(tracks.brightness))) },
  { name: 'size', label: 'size of the particles', of: parameter(({ particleSize }) => log2(particleSize)) },
  { name: 'glow', label: 'glow', of: parameter(({ glow, audioToEffects }) => glow * (0.75 + 0.5 * audioToEffects)) },
  { name: 'blur', label: 'blur', of: parameter(({ blur }) => blur) },
  { name: 'trail', label: 'trails', of: parameter(({ trail }) => log2(0.1 + trail)) },
  { name: 'sparks', label: 'sparks', of: parameter(({ sparks }) => log2(1 + sparks)) },
  { name: 'shimmer', label: 'pace of the shimmer', of: parameter(({ animationSpeed }) => animationSpeed) },
  { name: 'orbit', label: 'circling of the camera', of: parameter(({ cameraOrbitSpeed }) => log2(1 + Math.abs(cameraOrbitSpeed))) },
  { name: 'zoom', label: 'closeness', of: parameter(({ zoom }) => log2(zoom)) },
  { name: 'flash', label: 'light of the notes', of: parameter(({ bounceFlash }) => bounceFlash) },
  { name: 'depth', label: 'depth', of: parameter(({ depthCue }) => depthCue) },
  { name: 'colourMotion', label: 'colours that move with the music', of: parameter(({ musicToColour }) => musicToColour) },
  { name: 'coverage', label: 'filled picture', of: glanced(({ coverage }) => coverage) },
  { name: 'contrast', label: 'dense places', of: glanced(({ contrast }) => contrast) },
] as const satisfies readonly Measure[];
