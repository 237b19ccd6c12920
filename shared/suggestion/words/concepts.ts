import type { ParameterKey, ParameterPatch } from '../../parameters/index.ts';
import type { PadPlace } from '../axes.ts';

/** What a word means, in whichever language it is said. */
export interface Concept {
  /** Where on the pads it is. */
  readonly targets?: Partial<PadPlace>;
  /** Values that it sets. */
  readonly values?: ParameterPatch;
  /** Shares of the range of numbers by which it moves them, on their own scales. */
  readonly steps?: Readonly<Partial<Record<ParameterKey, number>>>;
  /** Values for its absence, as in "no drums". */
  readonly without?: ParameterPatch;
}

/** Weather, places, things and times. */
const scenes = {
  rain: { targets: { dense: 0.5, bright: -0.3 }, values: { ambience: 'water' }, without: { ambience: 'none' } },
  storm: { targets: { wild: 0.9, tense: 0.6, dense: 0.4, bright: -0.3 }, values: { ambience: 'wind' } },
  thunder: { targets: { wild: 0.7, tense: 0.7, bright: -0.5 } },
  wind: { targets: { wild: 0.4 }, values: { ambience: 'wind' }, steps: { turbulence: 0.15 }, without: { ambience: 'none', turbulence: 0 } },
  breeze: { targets: { wild: -0.3, tense: -0.4 }, values: { ambience: 'wind' } },
  snow: { targets: { wild: -0.6, dense: -0.2, bright: 0.3, tense: -0.4 }, values: { palette: 'ice' } },
  ice: { targets: { wild: -0.5, bright: 0.5 }, values: { palette: 'ice' } },
  fog: { targets: { wild: -0.6, bright: -0.4, tense: 0.1 }, steps: { blur: 0.3, reverb: 0.2 }, without: { blur: 0 } },
  cloud: { targets: { wild: -0.4, bright: -0.2 }, steps: { blur: 0.15 } },
  night: { targets: { bright: -0.7, wild: -0.3 }, values: { ambience: 'night' } },
  evening: { targets: { bright: -0.3, wild: -0.4, tense: -0.3 }, values: { palette: 'dusk' } },
  morning: { targets: { bright: 0.4, wild: -0.3, tense: -0.4 }, values: { palette: 'aurora' } },
  day: { targets: { bright: 0.6 } },
  sun: { targets: { bright: 0.8, tense: -0.3 }, values: { palette: 'solar' } },
  moon: { targets: { bright: -0.4, wild: -0.6, tense: -0.2 }, values: { palette: 'mono', ambience: 'night' } },
  star: { targets: { bright: 0.4, dense: -0.3, wild: -0.4 }, values: { ambience: 'space' } },
  space: { targets: { dense: -0.5, wild: -0.4, bright: -0.3 }, values: { ambience: 'space' }, steps: { reverb: 0.25 } },
  sea: { targets: { wild: -0.1, dense: 0.2, bright: -0.1 }, values: { palette: 'ocean', ambience: 'water' } },
  wave: { targets: { wild: 0.2, dense: 0.2 }, values: { ambience: 'water' } },
  river: { targets: { wild: 0.1, dense: 0.3, tense: -0.3 }, values: { ambience: 'water', palette: 'ocean' } },
  underwater: { targets: { bright: -0.7, wild: -0.5, tense: 0.1 }, values: { palette: 'ocean', ambience: 'water' } },
  cave: { targets: { bright: -0.7, dense: -0.4, tense: 0.2 }, steps: { reverb: 0.4 } },
  cathedral: { targets: { wild: -0.6, bright: -0.1 }, values: { instrument: 'choir' }, steps: { reverb: 0.5 } },
  forest: { targets: { bright: -0.1, wild: -0.2, tense: -0.3 }, values: { palette: 'forest' } },
  garden: { targets: { bright: 0.4, wild: -0.2, tense: -0.5 }, values: { palette: 'forest' } },
  desert: { targets: { dense: -0.7, bright: 0.3, wild: -0.3 }, values: { palette: 'ember', ambience: 'wind' } },
  mountain: { targets: { dense: -0.4, bright: 0.2, wild: -0.2 }, values: { ambience: 'wind' } },
  city: { targets: { dense: 0.6, wild: 0.4, tense: 0.2 }, values: { ambience: 'hum' } },
  machine: { targets: { dense: 0.5, wild: 0.3, tense: 0.4 }, values: { ambience: 'hum', expression: 0, swing: 0 } },
  fire: { targets: { wild: 0.7, bright: 0.4, tense: 0.4 }, values: { palette: 'ember' } },
  embers: { targets: { wild: -0.4, bright: -0.3 }, values: { palette: 'ember' } },
  explosion: { targets: { wild: 1, dense: 0.7, tense: 0.6 } },
  fireworks: { targets: { wild: 0.6, bright: 0.8, dense: 0.4 }, steps: { sparks: 0.4, bounceFlash: 0.2 } },
  swarm: { targets: { dense: 0.7, wild: 0.4 }, steps: { cohesion: 0.3, alignment: 0.3 } },
  birds: { targets: { bright: 0.5, dense: 0.3, wild: 0.3 }, steps: { alignment: 0.3, cohesion: 0.2 } },
  spring: { targets: { bright: 0.6, tense: -0.5, wild: 0.1 }, values: { palette: 'forest' } },
  summer: { targets: { bright: 0.7, tense: -0.5 }, values: { palette: 'solar' } },
  autumn: { targets: { bright: -0.2, wild: -0.2, tense: 0.1 }, values: { palette: 'ember' } },
  winter: { targets: { bright: 0.1, dense: -0.5, wild: -0.5 }, values: { palette: 'ice' } },
  dream: { targets: { wild: -0.6, tense: -0.4, bright: 0.1 }, steps: { reverb: 0.25, blur: 0.1, trail: 0.2 } },
  nightmare: { targets: { tense: 0.9, bright: -0.7, wild: 0.4 } },
  party: { targets: { wild: 0.7, bright: 0.5, dense: 0.6 }, values: { drumLevel: 0 } },
  dance: { targets: { wild: 0.5, dense: 0.4 }, values: { drumLevel: 0 } },
  lullaby: { targets: { wild: -0.8, dense: -0.5, tense: -0.7 }, values: { scale: 'major-pentatonic' } },
  meditation: { targets: { wild: -0.9, dense: -0.6, tense: -0.7 } },
  battle: { targets: { wild: 0.9, tense: 0.8, dense: 0.6 }, values: { drumLevel: 0 } },
} as const satisfies Record<string, Concept>;

/** How it is, looks, sounds and feels. */
const qualities = {
  calm: { targets: { wild: -0.7, tense: -0.3 } },
  wild: { targets: { wild: 0.8 } },
  gentle: { targets: { wild: -0.5, tense: -0.5 }, steps: { attack: 0.1 } },
  restless: { targets: { wild: 0.5, tense: 0.4 } },
  chaotic: { targets: { wild: 0.9, tense: 0.5 }, steps: { speedVariation: 0.3 } },
  still: { targets: { wild: -0.9, dense: -0.5 } },
  floating: { targets: { wild: -0.5, tense: -0.4 }, steps: { gravity: -0.3 } },
  dark: { targets: { bright: -0.7 } },
  bright: { targets: { bright: 0.7 } },
  dim: { targets: { bright: -0.4 } },
  glowing: { targets: { bright: 0.5 }, steps: { glow: 0.3 } },
  sparkling: { targets: { bright: 0.6, dense: 0.2 }, steps: { sparks: 0.3 } },
  colourful: { targets: { bright: 0.3 }, steps: { musicToColour: 0.4 } },
  dense: { targets: { dense: 0.7 } },
  sparse: { targets: { dense: -0.7 } },
  full: { targets: { dense: 0.5 } },
  empty: { targets: { dense: -0.9 } },
  lonely: { targets: { dense: -0.6, wild: -0.4, bright: -0.2 } },
  tense: { targets: { tense: 0.7 } },
  restful: { targets: { tense: -0.7, wild: -0.3 } },
  harmonious: { targets: { tense: -0.6 } },
  dissonant: { targets: { tense: 0.8 } },
  scary: { targets: { tense: 0.8, bright: -0.6 } },
  mysterious: { targets: { bright: -0.4, tense: 0.4, wild: -0.2 } },
  sad: { targets: { bright: -0.5, wild: -0.5 }, values: { scale: 'natural-minor' } },
  happy: { targets: { bright: 0.6, tense: -0.4, wild: 0.2 }, values: { scale: 'major' } },
  melancholic: { targets: { bright: -0.3, wild: -0.5 }, values: { scale: 'dorian' } },
  angry: { targets: { wild: 0.8, tense: 0.8, bright: -0.2 } },
  peaceful: { targets: { wild: -0.7, tense: -0.7 } },
  romantic: { targets: { tense: -0.4, wild: -0.3 }, values: { instrument: 'strings' } },
  epic: { targets: { dense: 0.7, wild: 0.4, bright: 0.2 }, values: { form: 0.9 } },
  majestic: { targets: { dense: 0.4, wild: -0.2, bright: 0.2 } },
  playful: { targets: { wild: 0.3, bright: 0.5, tense: -0.2 } },
  solemn: { targets: { wild: -0.6, bright: -0.4 } },
  hypnotic: { targets: { wild: -0.3, dense: 0.3 }, values: { progression: 'pedal', form: 0.1 } },
  strange: { targets: { tense: 0.5 }, values: { scale: 'whole-tone' } },
  warm: { targets: { bright: -0.1, tense: -0.5 }, values: { palette: 'ember' } },
  cold: { targets: { bright: 0.3, tense: 0.2 }, values: { palette: 'ice' } },
  soft: { targets: { wild: -0.4, bright: -0.3, tense: -0.4 }, steps: { attack: 0.15 } },
  hard: { targets: { wild: 0.4, bright: 0.4, tense: 0.5 }, steps: { attack: -0.2 } },
  deep: { targets: { bright: -0.5 } },
  high: { targets: { bright: 0.5 } },
  slow: { targets: { wild: -0.5 }, steps: { tempo: -0.15 } },
  fast: { targets: { wild: 0.5 }, steps: { tempo: 0.15 } },
  heavy: { targets: { bright: -0.3, dense: 0.4 }, steps: { gravity: 0.15, particleMass: 0.2 } },
  weightless: { targets: { wild: -0.3 }, values: { gravity: 0 } },
  wide: { targets: { dense: -0.2 }, steps: { reverb: 0.3, stereoWidth: 0.3 } },
  blurred: { targets: {}, steps: { blur: 0.3 }, without: { blur: 0 } },
  simple: { targets: { dense: -0.4, tense: -0.4 }, steps: { rhythmComplexity: -0.3 } },
  complex: { targets: { dense: 0.4, tense: 0.3 }, steps: { rhythmComplexity: 0.3 } },
} as const satisfies Record<string, Concept>;

/** Parts and means of sound and picture. */
const means = {
  drums: { values: { drumLevel: 0 }, steps: { drumLevel: 0.15 }, without: { drumLevel: -60 } },
  bass: { values: { bassLevel: 0 }, steps: { bassLevel: 0.15 }, without: { bassLevel: -60 } },
  chords: { values: { chordLevel: 0 }, steps: { chordLevel: 0.15 }, without: { chordLevel: -60 } },
  melody: { values: { leadLevel: 0 }, steps: { leadLevel: 0.15 }, without: { leadLevel: -60 } },
  notes: { targets: { dense: 0.5 } },
  particles: { targets: { dense: 0.4 }, steps: { emissionRate: 0.1 } },
  reverb: { steps: { reverb: 0.3 }, without: { reverb: 0 } },
  echo: { steps: { delayMix: 0.3, delayFeedback: 0.15 }, without: { delayMix: 0 } },
  swing: { values: { swing: 0.5 }, steps: { swing: 0.3 }, without: { swing: 0 } },
  glow: { steps: { glow: 0.3 }, without: { glow: 0 } },
  trails: { steps: { trail: 0.3 }, without: { trail: 0 } },
  sparks: { steps: { sparks: 0.3 }, without: { sparks: 0 } },
  gravity: { steps: { gravity: 0.25 }, without: { gravity: 0 } },
  turbulence: { targets: { wild: 0.4 }, steps: { turbulence: 0.2 }, without: { turbulence: 0 } },
  waltz: { targets: { tense: -0.2 }, values: { meter: '3/4' } },
  jazz: { targets: { tense: 0.3 }, values: { progression: 'ii–V–I', swing: 0.5, scale: 'dorian' } },
  pop: { targets: { bright: 0.3 }, values: { progression: 'I–V–vi–IV', scale: 'major' } },
  largo: { targets: { wild: -0.6 }, values: { tempo: 50 } },
  adagio: { targets: { wild: -0.5 }, values: { tempo: 70 } },
  andante: { targets: { wild: -0.2 }, values: { tempo: 90 } },
  allegro: { targets: { wild: 0.4 }, values: { tempo: 135 } },
  presto: { targets: { wild: 0.7 }, values: { tempo: 180 } },
} as const satisfies Record<string, Concept>;

/** All concepts that have names in each language. */
export const concepts = { ...scenes, ...qualities, ...means } as const;
export type ConceptName = keyof typeof concepts;

/** Returns a concept, typed as the common part of all. */
export function conceptOf(name: ConceptName): Concept {
  return concepts[name];
}
