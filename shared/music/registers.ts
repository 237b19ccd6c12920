/** Parts that have a register; each drum has its own. */
export type PitchedPart = 'lead' | 'bass' | 'chords' | 'texture' | 'kick' | 'tom' | 'snare' | 'hat';

interface Register {
  /** The middle as a MIDI number, the width in semitones, and the width that a melody range of 1 adds, more above than below. */
  readonly middle: number;
  readonly width: number;
  readonly spread: number;
  /** Lowest and highest note that the octave may shift it to; at these limits the parts are still apart. */
  readonly floor: number;
  readonly ceiling: number;
}

const registers: Record<PitchedPart, Register> = {
  bass: { middle: 37, width: 18, spread: 4, floor: 24, ceiling: 60 },
  chords: { middle: 57.5, width: 16, spread: 6, floor: 36, ceiling: 84 },
  lead: { middle: 72, width: 12, spread: 36, floor: 43, ceiling: 108 },
  texture: { middle: 82, width: 14, spread: 20, floor: 62, ceiling: 110 },
  kick: { middle: 38, width: 11, spread: 0, floor: 26, ceiling: 55 },
  tom: { middle: 49, width: 11, spread: 0, floor: 34, ceiling: 67 },
  snare: { middle: 57, width: 11, spread: 0, floor: 44, ceiling: 74 },
  hat: { middle: 89, width: 11, spread: 0, floor: 67, ceiling: 110 },
};
const shareBelow = 0.35;

/** Writes the lowest and highest MIDI number of a part's register into `out`. `octave` −2..2 shifts it, `melodyRange` 0..1 spreads it. */
export function registerOf(voice: PitchedPart, octave: number, melodyRange: number, out: { low: number; high: number }): void {
  const { middle, width, spread, floor, ceiling } = registers[voice];
  const span = width + Math.floor(spread * melodyRange);
  const wanted = Math.floor(middle - width / 2 - spread * melodyRange * shareBelow) + 12 * octave;
  // Never narrower than an octave, so that every note of a scale has a place.
  out.low = Math.max(floor, Math.min(ceiling - Math.max(12, width), wanted));
  out.high = Math.max(out.low + 11, Math.min(ceiling, out.low + span));
}
