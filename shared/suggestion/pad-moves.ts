import type { ParameterKey } from '../parameters/index.ts';
import type { Axis } from './axes.ts';

/** How a parameter follows an axis: from one end of the axis to the other it moves by a share of its range. */
export interface PadMove {
  readonly parameter: ParameterKey;
  /** Share of the range, on the parameter's own scale; negative: it falls as the axis rises. */
  readonly share: number;
  /** The choices of a parameter in the order in which the axis rises. */
  readonly order?: readonly string[];
}

/** From major, which rests, to scales without a fifth to rest on. */
const scalesByTension = [
  'major-pentatonic',
  'major',
  'mixolydian',
  'lydian',
  'minor-pentatonic',
  'dorian',
  'natural-minor',
  'blues',
  'melodic-minor',
  'harmonic-minor',
  'phrygian',
  'whole-tone',
  'locrian',
  'chromatic',
] as const;

/**
 * The parameters that each axis moves, all in one direction. A parameter belongs to one axis alone, so that a universe can be wilder
 * without being brighter or denser.
 */
export const padMoves: Readonly<Record<Axis, readonly PadMove[]>> = {
  wild: [
    { parameter: 'turbulence', share: 0.8 },
    { parameter: 'particleSpeed', share: 0.5 },
    { parameter: 'speedVariation', share: 0.6 },
    { parameter: 'timeScale', share: 0.4 },
    { parameter: 'airResistance', share: -0.8 },
    { parameter: 'spread', share: 0.4 },
    { parameter: 'tempo', share: 0.5 },
    { parameter: 'drumLevel', share: 0.25 },
    { parameter: 'soundToMotion', share: 0.5 },
    { parameter: 'motionToRhythm', share: 0.5 },
    { parameter: 'animationSpeed', share: 0.15 },
  ],
  bright: [
    { parameter: 'filterCutoff', share: 0.65 },
    { parameter: 'octave', share: 0.6 },
    { parameter: 'brightness', share: 0.35 },
    { parameter: 'glow', share: 0.45 },
    { parameter: 'sparks', share: 0.3 },
    { parameter: 'bassLevel', share: -0.15 },
  ],
  dense: [
    { parameter: 'noteDensity', share: 0.9 },
    { parameter: 'intensity', share: 0.35 },
    { parameter: 'textureLevel', share: 0.15 },
    { parameter: 'chordLevel', share: 0.15 },
    { parameter: 'emissionRate', share: 0.5 },
    { parameter: 'particleSize', share: 0.35 },
    { parameter: 'trail', share: 0.25 },
  ],
  tense: [
    { parameter: 'scale', share: 0.9, order: scalesByTension },
    { parameter: 'harmony', share: 1 },
    { parameter: 'filterResonance', share: 0.4 },
    { parameter: 'attack', share: -0.35 },
    { parameter: 'release', share: -0.2 },
    { parameter: 'reverb', share: -0.35 },
    { parameter: 'restitution', share: 0.4 },
  ],
};
