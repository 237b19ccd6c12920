/** Parts that have a place in pitch; each drum is one of its own. */
export type Voice = 'lead' | 'bass' | 'chords' | 'texture' | 'kick' | 'tom' | 'snare' | 'hat';

/** Middle of each register as a MIDI number, its width in semitones, and what a melody range of 1 adds to it, more above than below. */
const registers: Record<Voice, { middle: number; width: number; spread: number }> = {
  bass: { middle: 37, width: 18, spread: 4 },
  chords: { middle: 57.5, width: 16, spread: 6 },
  lead: { middle: 72, width: 12, spread: 36 },
  texture: { middle: 82, width: 14, spread: 20 },
  kick: { middle: 38, width: 11, spread: 0 },
  tom: { middle: 49, width: 11, spread: 0 },
  snare: { middle: 57, width: 11, spread: 0 },
  hat: { middle: 89, width: 11, spread: 0 },
};
const shareBelow = 0.35;
/** Lowest and highest note that a register may be shifted to. */
const lowest = 24;
const highest = 108;

/** Writes the register of a part into `out`: its lowest and highest MIDI number. `octave` −2..2 shifts, `melodyRange` 0..1 spreads. */
export function registerOf(voice: Voice, octave: number, melodyRange: number, out: { low: number; high: number }): void {
  const { middle, width, spread } = registers[voice];
  out.low = Math.floor(middle - width / 2 - spread * melodyRange * shareBelow) + 12 * octave;
  out.high = Math.floor(middle + width / 2 + spread * melodyRange * (1 - shareBelow)) + 12 * octave;
  while (out.low < lowest && out.high + 12 <= highest) {
    out.low += 12;
    out.high += 12;
  }
  while (out.high > highest && out.low - 12 >= lowest) {
    out.low -= 12;
    out.high -= 12;
  }
}
