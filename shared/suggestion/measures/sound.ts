import { audioParameters } from '../../parameters/audio.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import type { Observation, Trace } from '../observe/observation.ts';
import { logOf, type Measure, meanOf } from './measure.ts';
import { isStruck, richnessOf } from './timbre.ts';

const trace =
  (name: Trace) =>
  ({ traces }: Observation) =>
    meanOf(traces[name]);

const parameter =
  (of: (parameters: Readonly<ParameterValues>) => number) =>
  ({ parameters }: Observation) =>
    of(parameters);

/** Share of the range of a level above its lowest value, at which it is silent. */
const levelShare = (level: number, { min, max }: { min: number; max: number }) => (level - min) / (max - min);

export const soundMeasures = [
  { name: 'loudness', label: 'loudness', of: trace('loudness') },
  { name: 'lows', label: 'low tones', of: trace('bass') },
  { name: 'middles', label: 'middle tones', of: trace('middle') },
  { name: 'highs', label: 'high tones', of: trace('high') },
  {
    name: 'openness',
    label: 'bright filter',
    of: ({ parameters, traces }) => logOf(parameters.filterCutoff * Math.max(0.1, meanOf(traces.filter))),
  },
  { name: 'resonance', label: 'resonance', of: parameter(({ filterResonance }) => filterResonance), noticed: 0.2 },
  { name: 'richness', label: 'rich tone', of: parameter(richnessOf) },
  { name: 'struck', label: 'struck or plucked tone', of: parameter(({ instrument }) => (isStruck[instrument] ? 1 : 0)) },
  { name: 'attack', label: 'soft attacks', of: parameter(({ attack }) => logOf(0.005 + attack)) },
  { name: 'sustain', label: 'held notes', of: parameter(({ sustain }) => sustain), noticed: 0.25 },
  { name: 'release', label: 'long releases', of: parameter(({ release }) => logOf(0.02 + release)) },
  { name: 'reverb', label: 'reverb', of: ({ parameters, traces }) => parameters.reverb * meanOf(traces.reverb) },
  { name: 'echo', label: 'echo', of: parameter(({ delayMix, delayFeedback }) => delayMix * (0.5 + delayFeedback)) },
  { name: 'wobble', label: 'wobble', of: parameter(({ lfoDepth, lfoRate }) => lfoDepth * logOf(1 + lfoRate)), noticed: 0.3 },
  {
    name: 'ambience',
    label: 'ambience',
    of: parameter(({ ambience, ambienceLevel }) => (ambience === 'none' ? 0 : levelShare(ambienceLevel, audioParameters.ambienceLevel))),
    noticed: 0.15,
  },
  { name: 'width', label: 'stereo width', of: parameter(({ stereoWidth }) => stereoWidth), noticed: 0.25 },
] as const satisfies readonly Measure[];
