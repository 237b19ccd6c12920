import { musicParameters } from '../parameters/music.ts';
import type { ParameterValues } from '../parameters/index.ts';

export type ScaleName = ParameterValues['scale'];
export type NamedScale = Exclude<ScaleName, 'custom'>;
export type KeyName = ParameterValues['key'];

/** Semitones of each named scale above its tonic. */
export const scales: Readonly<Record<NamedScale, readonly number[]>> = {
  major: [0, 2, 4, 5, 7, 9, 11],
  'natural-minor': [0, 2, 3, 5, 7, 8, 10],
  'harmonic-minor': [0, 2, 3, 5, 7, 8, 11],
  'melodic-minor': [0, 2, 3, 5, 7, 9, 11],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  locrian: [0, 1, 3, 5, 6, 8, 10],
  'major-pentatonic': [0, 2, 4, 7, 9],
  'minor-pentatonic': [0, 3, 5, 7, 10],
  blues: [0, 3, 5, 6, 7, 10],
  'whole-tone': [0, 2, 4, 6, 8, 10],
  chromatic: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};

/** The values that decide which notes a universe plays. */
export type ScaleChoice = Pick<ParameterValues, 'scale' | 'customScale'>;

const customScales = new Map<string, readonly number[]>();

/** Semitones of the chosen scale above its tonic. Equal choices give the same array. */
export function scaleOf({ scale, customScale }: ScaleChoice): readonly number[] {
  if (scale !== 'custom') return scales[scale];
  const known = customScales.get(customScale);
  if (known) return known;
  const made = Array.from(customScale, (_, semitones) => semitones).filter((semitones) => customScale[semitones] === '1');
  customScales.set(customScale, made);
  return made;
}

/** Pitch class of the tonic, 0 for C. */
export function tonicOf(key: KeyName): number {
  return musicParameters.key.choices.indexOf(key);
}

/** MIDI number of a degree: 0 is the tonic between C4 and B4, negative degrees lie below. */
export function midiOfDegree(scale: readonly number[], tonic: number, degree: number): number {
  const octave = Math.floor(degree / scale.length);
  return 60 + tonic + 12 * octave + scale[degree - octave * scale.length];
}

/** The degree whose note is nearest to `midi`; the lower one of two that are equally near. */
export function nearestDegree(scale: readonly number[], tonic: number, midi: number): number {
  const octave = Math.floor((midi - 60 - tonic) / 12);
  let best = octave * scale.length;
  let least = Number.MAX_VALUE;
  for (let degree = best; degree <= (octave + 1) * scale.length; degree++) {
    const distance = Math.abs(midiOfDegree(scale, tonic, degree) - midi);
    if (distance >= least) continue;
    least = distance;
    best = degree;
  }
  return best;
}

/** The degree of the first octave whose note is nearest to `semitones` above the tonic. */
export function degreeNear(scale: readonly number[], semitones: number): number {
  let best = 0;
  for (let degree = 1; degree < scale.length; degree++) {
    if (Math.abs(scale[degree] - semitones) < Math.abs(scale[best] - semitones)) best = degree;
  }
  return best;
}

/** The brightness of each scale, −1 to 1, along the circle of fifths from locrian over dorian to lydian. */
const brightness: Readonly<Record<NamedScale, number>> = {
  major: 0.66,
  'natural-minor': -0.33,
  'harmonic-minor': -0.25,
  'melodic-minor': 0.15,
  dorian: 0,
  phrygian: -0.66,
  lydian: 1,
  mixolydian: 0.33,
  locrian: -1,
  'major-pentatonic': 0.5,
  'minor-pentatonic': -0.3,
  blues: -0.5,
  'whole-tone': 0.8,
  chromatic: -0.1,
};

/** Steps on the circle of fifths that are one shade of brightness. */
const fifthsPerShade = 3;

/** Mean place of a scale's notes on the circle of fifths around its tonic, in shades: the order of the modes above. */
function brightnessByFifths(scale: readonly number[]): number {
  let sum = 0;
  for (const semitones of scale) {
    const fifths = pitchClassOf(semitones * 7);
    // In a scale with a fourth, six semitones are a diminished fifth, six fifths down; else an augmented fourth, six up.
    const isUp = fifths < 6 || (fifths === 6 && !scale.includes(5));
    sum += isUp ? fifths : fifths - 12;
  }
  return Math.max(-1, Math.min(1, sum / scale.length / fifthsPerShade));
}

/** Returns the brightness of the chosen scale, −1..1. */
export function brightnessOf(choice: ScaleChoice): number {
  return choice.scale === 'custom' ? brightnessByFifths(scaleOf(choice)) : brightness[choice.scale];
}

/** Pitch class 0..11 of a MIDI number. */
export function pitchClassOf(midi: number): number {
  return ((midi % 12) + 12) % 12;
}
