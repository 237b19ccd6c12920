import { isChordDegree } from './melody.ts';

/** The position of a melody. */
export interface Walk {
  /** Degree that sounded last, and the move in degrees that led to it. */
  degree: number;
  move: number;
  /** The number of times in a row that it has sounded; 0 before the first note. */
  times: number;
}

/** The constraints of its next note. */
export interface WalkQuestion {
  scaleSize: number;
  /** The range, in degrees; an octave at least. */
  low: number;
  high: number;
  /** `chordNotes` degrees of the chord, in any octave. */
  chord: Int32Array;
  chordNotes: number;
  /** The note must belong to the chord, as on the strong beats of a bar. */
  isStrong: boolean;
  /** The next note can answer a leap: not where a strong beat or another chord follows. */
  mayLeap: boolean;
  /** The note begins a phrase: after the rest it may be anywhere within an octave of the last one, and answers no leap. */
  begins: boolean;
  /** The degree that the line tends to. */
  wanted: number;
}

/** Most times that a note sounds in a row. */
export const maxTimes = 3;

/** Degrees of the largest move that is no leap: a third where the scale has seven notes. */
export function widestStep(scaleSize: number): number {
  return Math.max(2, Math.floor(scaleSize / 3));
}

/** Degrees of the largest leap: a sixth where the scale has seven notes, and less than an octave everywhere. */
export function widestLeap(scaleSize: number): number {
  return Math.max(widestStep(scaleSize), Math.floor(scaleSize * 0.75));
}

/** True when the walk continues: its last note is in the range. Else it starts again, anywhere in it. */
export function goesOn({ degree, times }: Walk, { low, high }: WalkQuestion): boolean {
  return times > 0 && degree >= low && degree <= high;
}

/**
 * True when a melody may move to a degree: in the range, on the chord where that is required, within the largest leap, back by a step or a
 * third after a leap, and not too often on the same note.
 */
export function mayStep(walk: Walk, question: WalkQuestion, degree: number): boolean {
  const { scaleSize, low, high, chord, chordNotes, isStrong, mayLeap } = question;
  if (degree < low || degree > high) return false;
  if (isStrong && !isChordDegree(degree, chord, chordNotes, scaleSize)) return false;
  if (!goesOn(walk, question)) return true;
  if (question.begins) return Math.abs(degree - walk.degree) <= scaleSize;
  const move = degree - walk.degree;
  const step = widestStep(scaleSize);
  if (Math.abs(walk.move) > step) return move * walk.move < 0 && Math.abs(move) <= step;
  if (move === 0) return walk.times < maxTimes;
  return Math.abs(move) <= (mayLeap ? widestLeap(scaleSize) : step);
}

/** The costs of a leap and of a repeated note, in degrees of distance from the wanted degree. */
const leapCost = 0.5;
const againCost = 0.8;

/**
 * Returns the next degree of a melody: of the allowed ones the nearest to the wanted; −∞ for a rest when none is allowed. `badness` adds a
 * cost to a degree, in degrees of distance.
 */
export function walkTo(walk: Walk, question: WalkQuestion, badness: (degree: number) => number): number {
  const { low, high, scaleSize, wanted, begins } = question;
  const onward = goesOn(walk, question) && !begins;
  let best = -Infinity;
  let least = Infinity;
  for (let degree = low; degree <= high; degree++) {
    if (!mayStep(walk, question, degree)) continue;
    const move = onward ? Math.abs(degree - walk.degree) : 1;
    const cost =
      Math.abs(degree - wanted) + leapCost * Math.max(0, move - widestStep(scaleSize)) + (move === 0 ? againCost : 0) + badness(degree);
    if (cost >= least) continue;
    least = cost;
    best = degree;
  }
  return best;
}

/** Moves the walk to a degree that now sounds. */
export function stepTo(walk: Walk, question: WalkQuestion, degree: number): void {
  const onward = goesOn(walk, question) && !question.begins;
  walk.move = onward ? degree - walk.degree : 0;
  walk.times = onward && walk.move === 0 ? walk.times + 1 : 1;
  walk.degree = degree;
}
