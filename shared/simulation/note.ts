/** The parts of the music, in the order of their indices. */
export const parts = ['lead', 'bass', 'chords', 'drums', 'texture'] as const;
export type Part = (typeof parts)[number];

/** The reasons for which a note sounds. */
export const noteRules = [
  'melody',
  'doubling',
  'answer',
  'root',
  'chord',
  'pulse',
  'bounce',
  'collision',
  'crossing',
  'birth',
  'grain',
  'overflow',
  'played',
] as const;
export type NoteRule = (typeof noteRules)[number];

const causes: Readonly<Record<NoteRule, string>> = {
  melody: 'The melody continued, and this particle was at the height of its note.',
  doubling: 'The melody was at its peak, and this particle doubled it.',
  answer: 'The melody paused, and this particle answered it.',
  root: 'The bass played the root of the chord, on a particle near the floor.',
  chord: 'The chord of this bar sounded, with a particle for each of its notes.',
  pulse: 'The note is on the beat.',
  bounce: 'The particle bounced off the edge of the universe.',
  collision: 'The particle struck another one.',
  crossing: 'The particle crossed the middle of the universe.',
  birth: 'Many particles were born at once, this one among them.',
  grain: 'The particle floated by and rang at its own height.',
  overflow: 'Another part was too full for this note, so the texture played it.',
  played: 'A member pressed a key, and this particle was at the height of its note.',
};

/** Returns the reason for a note of this rule: a sentence for users. */
export function causeOf(rule: NoteRule): string {
  return causes[rule];
}

/** Percussion sounds, low to high. They are tuned to the scale like everything else. */
export const drums = ['kick', 'tom', 'snare', 'hat'] as const;
export type Drum = (typeof drums)[number];

/** A note event: written by the composer, played by the instruments. */
export interface Note {
  /** Tick of the onset. */
  tick: number;
  /** Ticks, −2..1, by which the exact onset precedes that tick; less than 0 where it is played after it. */
  lateTicks: number;
  part: Part;
  /** Note of the scale as a MIDI number, before tuning; whole. */
  midi: number;
  /** The frequency that sounds, tuned, in Hz, before the `pitch` parameter. */
  frequencyHz: number;
  /** 0..1 */
  velocity: number;
  /** Ticks until its release. */
  durationTicks: number;
  /** −1 left to 1 right, from the place of its particle. */
  pan: number;
  rule: NoteRule;
  /** Entity that caused it: a particle, or the universe itself for the pulse. */
  cause: number;
  /** Only for the drums. */
  drum: Drum | null;
  /** Only for a played note: the key, a MIDI number; it may be released before its duration is over. */
  key?: number;
}
