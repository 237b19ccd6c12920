import { uniformAt } from '../math/generator.ts';
import type { ParameterValues } from '../parameters/index.ts';
import { commonTones, isStable } from './chords.ts';
import { barsPerPhrase, beginsSection, endsSection, type FormPlace } from './form.ts';
import { degreeNear, type ScaleName } from './scales.ts';

export type ProgressionName = ParameterValues['progression'];

interface ProgressionForm {
  /**
   * Roots of a fixed progression as semitones above the tonic of a major scale, a bar each, for the theme, its contrast and passages; null
   * when roots are chosen by cost.
   */
  readonly loops: readonly (readonly number[])[] | null;
  /** The cost of a chosen root. */
  readonly cost: (question: RootQuestion, root: number) => number;
  /** True when it only uses the tonic and its two colours. */
  readonly isModal?: boolean;
}

const fixed = (...loops: readonly (readonly number[])[]): ProgressionForm => ({
  loops,
  cost: ({ scale, place }, root) => {
    const loop = loops[place.letter % loops.length];
    return root === degreeOfStep(scale, loop[place.barInPhrase % loop.length]) ? 0 : barred;
  },
});

const progressions: Readonly<Record<ProgressionName, ProgressionForm>> = {
  drift: { loops: null, cost: driftCost },
  'I–V–vi–IV': fixed([0, 7, 9, 5], [9, 5, 0, 7], [5, 9, 0, 7]),
  'ii–V–I': fixed([2, 7, 0, 0], [5, 2, 7, 0], [9, 2, 7, 0]),
  modal: { loops: null, cost: modalCost, isModal: true },
  pedal: { loops: null, cost: pedalCost },
  none: fixed([0]),
};
const majorSteps = [0, 2, 4, 5, 7, 9, 11];

/** The two characteristic degrees of a mode besides the tonic. */
const colours: Partial<Record<ScaleName, readonly [number, number]>> = {
  major: [3, 4],
  'natural-minor': [6, 5],
  'harmonic-minor': [4, 5],
  'melodic-minor': [3, 4],
  dorian: [3, 6],
  phrygian: [1, 6],
  lydian: [1, 4],
  mixolydian: [6, 3],
  locrian: [4, 1],
};

/** The inputs of the choice of a root. */
export interface RootQuestion {
  name: ProgressionName;
  scaleName: ScaleName;
  scale: readonly number[];
  /** The place of the bar in the form, and the root of the previous bar. */
  place: FormPlace;
  previous: number;
  /** 0..1: the boldness of the drift. */
  energy: number;
  seed: number;
}

/** The degree of a root of the major scale in another scale: the same degree of seven, else the nearest note. */
function degreeOfStep(scale: readonly number[], semitones: number): number {
  return scale.length === 7 ? majorSteps.indexOf(semitones) : degreeNear(scale, semitones);
}

/** The colours of the scale: those of its mode, or the notes nearest to fourth and seventh. */
function coloursOf({ scale, scaleName }: RootQuestion): readonly [number, number] {
  return colours[scaleName] ?? [degreeNear(scale, 5), degreeNear(scale, 10)];
}

/** True when the roots of a progression are fixed. */
export const isLoop = (name: ProgressionName): boolean => progressions[name].loops !== null;

/** True when a progression can use degree `root`. */
export function visits(question: RootQuestion, root: number): boolean {
  const { name, scale } = question;
  const { loops, isModal } = progressions[name];
  if (loops) return loops.some((loop) => loop.some((step) => degreeOfStep(scale, step) === root));
  return !isModal || root === 0 || coloursOf(question).includes(root);
}

/** The cost of a root that the progression does not allow in this bar. */
export const barred = Number.MAX_VALUE;

/**
 * Returns the cost of degree `root` for the chord of a bar: 0 for a welcome root, 0.3 for an unwelcome one, or `barred`. A fixed
 * progression allows one root; the others allow several, and the wanted tension decides among them.
 */
export function rootCost(question: RootQuestion, root: number): number {
  return progressions[question.name].cost(question, root);
}

/** The random cost of a place: equal for bars of a theme that repeat each other, so that it returns with its chords; passages differ. */
function whim({ seed, place }: RootQuestion, root: number): number {
  const common = (place.letter === 0 ? 0.15 : 0.45) * uniformAt(seed ^ place.material, place.barInPhrase, root);
  if (place.letter !== 2) return common;
  return common + 0.6 * uniformAt(seed, place.phrase * barsPerPhrase + place.barInPhrase, root + 64);
}

/** True in bars that begin on the tonic: of a theme, and of a section that begins with a passage. A contrast returns as it was. */
const beginsAtHome = (place: FormPlace): boolean =>
  place.barInPhrase === 0 && (place.letter === 0 || (place.letter === 2 && beginsSection(place)));

/** Costs of the tonic and its two colours: the tonic where a theme or a passage of a new section begins and where a section ends, and no colour twice in a row. */
function modalCost(question: RootQuestion, root: number): number {
  const { place } = question;
  if (beginsAtHome(place) || endsSection(place)) return root === 0 ? 0 : barred;
  if (!visits(question, root)) return barred;
  return 0.5 * whim(question, root) + (root === question.previous && root !== 0 ? 0.15 : 0);
}

/** Costs over a held bass: the tonic, and later in the phrase neighbours that share notes with it. */
function pedalCost(question: RootQuestion, root: number): number {
  const { place, scale } = question;
  // A theme leaves the tonic in its second half, other phrases after their first bar.
  if (place.barInPhrase < (place.letter === 0 ? 2 : 1)) return root === 0 ? 0 : barred;
  if (root === 0) return 0.3;
  return 3 * whim(question, root) + farCost(question, 0, root, 0) + (isStable(scale, root) ? 0 : 0.2);
}

/**
 * Costs of a walk by common tones: slow and close at low energy, in each bar and further at high energy; the tonic at both ends
 * of a section and at the start of a theme.
 */
function driftCost(question: RootQuestion, root: number): number {
  const { previous, energy, scale, place } = question;
  if (beginsAtHome(place) || endsSection(place)) return root === 0 ? 0 : barred;
  const holds = energy < 0.4 && place.barInPhrase % 2 === 1;
  if (root === previous) return holds ? 0 : 0.2 + 0.2 * energy;
  let cost = whim(question, root) + farCost(question, previous, root, energy) + (holds ? 0.25 : 0);
  if (!isStable(scale, root)) cost += 0.35 - 0.15 * energy;
  // A phrase begins on the tonic if it can.
  if (root !== 0 && place.barInPhrase === 0) cost += 0.2;
  // The last bar of a phrase prefers the dominant or the subdominant, which lead to the next phrase.
  if (place.barInPhrase === barsPerPhrase - 1 && (root === degreeNear(scale, 7) || root === degreeNear(scale, 5))) cost -= 0.1;
  return cost;
}

/** Cost of a move between two triads: the fewer common notes, the higher; boldness evens the costs out. */
function farCost({ scale }: RootQuestion, from: number, to: number, boldness: number): number {
  const shared = commonTones(scale, from, to);
  return (shared === 0 ? 0.22 : shared === 1 ? 0.08 : 0) * (1 - boldness);
}
