import type { ParameterValues } from '../../parameters/index.ts';
import type { Glance, Observation } from '../observe/observation.ts';
import { labOfHex, type Lab, paletteColour } from './colour.ts';
import { logOf, type Measure, meanOf } from './measure.ts';

const parameter =
  (of: (parameters: Readonly<ParameterValues>) => number) =>
  ({ parameters }: Observation) =>
    of(parameters);

const chromaOf = ({ a, b }: Lab) => Math.sqrt(a * a + b * b);

const glanced = (of: (glance: Glance) => number) => (observation: Observation) => meanOf(observation.glances.map(of));

export const lookMeasures = [
  {
    name: 'light',
    label: 'light',
    of: ({ parameters, traces }) => logOf(parameters.brightness * Math.max(0.1, meanOf(traces.brightness))),
  },
  { name: 'size', label: 'size of the particles', of: parameter(({ particleSize }) => logOf(particleSize)) },
  { name: 'glow', label: 'glow', of: parameter(({ glow, audioToEffects }) => glow * (0.75 + 0.5 * audioToEffects)), noticed: 0.15 },
  { name: 'blur', label: 'blur', of: parameter(({ blur }) => blur), noticed: 0.15 },
  { name: 'trail', label: 'trails', of: parameter(({ trail }) => logOf(0.1 + trail)) },
  { name: 'sparks', label: 'sparks', of: parameter(({ sparks }) => logOf(1 + sparks)) },
  { name: 'shimmer', label: 'pace of the shimmer', of: parameter(({ animationSpeed }) => animationSpeed), noticed: 0.5 },
  { name: 'orbit', label: 'circling of the camera', of: parameter(({ cameraOrbitSpeed }) => logOf(1 + Math.abs(cameraOrbitSpeed))) },
  { name: 'zoom', label: 'closeness', of: parameter(({ zoom }) => logOf(zoom)) },
  { name: 'flash', label: 'light of the notes', of: parameter(({ bounceFlash }) => bounceFlash), noticed: 0.25 },
  { name: 'depth', label: 'depth', of: parameter(({ depthCue }) => depthCue), noticed: 0.25 },
  { name: 'colourMotion', label: 'colours that move with the music', of: parameter(({ musicToColour }) => musicToColour), noticed: 0.25 },
  {
    name: 'colourfulness',
    label: 'colourfulness',
    of: ({ parameters, traces }) => chromaOf(paletteColour(parameters)) * meanOf(traces.saturation),
    noticed: 0.04,
  },
  { name: 'lightness', label: 'light colours', of: parameter((parameters) => paletteColour(parameters).l), noticed: 0.06 },
  { name: 'redness', label: 'red colours', of: parameter((parameters) => paletteColour(parameters).a), noticed: 0.06 },
  { name: 'warmth', label: 'warm colours', of: parameter((parameters) => paletteColour(parameters).b), noticed: 0.06 },
  { name: 'background', label: 'light background', of: parameter(({ backgroundColour }) => labOfHex(backgroundColour).l), noticed: 0.08 },
  { name: 'coverage', label: 'filled picture', of: glanced(({ coverage }) => coverage) },
  { name: 'contrast', label: 'dense places', of: glanced(({ contrast }) => contrast) },
] as const satisfies readonly Measure[];
