/** Clock pulses per quarter note. @see MIDI 1.0 Detailed Specification, System Real Time Messages */
const pulsesPerBeat = 24;
/** Pulses are scheduled this far beyond the last reported beat. */
const aheadBeats = 0.25;
/** After a gap longer than this, the clock restarts with the next bar. */
const lostBeats = 1;
const minuteMs = 60_000;
/** Tolerance for rounding errors in a sum of beats, which would repeat a pulse. */
const dust = 1e-6;

/** Real-time messages with their send times, in ms of `performance.now()`. */
export interface ClockOutput {
  clock(atMs: number): void;
  start(atMs: number): void;
  continue(atMs: number): void;
  stop(atMs: number): void;
}

/** The position of the music: quarter notes since its beginning, BPM as heard, whether a bar begins. */
export interface BeatPlace {
  beat: number;
  tempo: number;
  isBar: boolean;
}

/** Follows the music with 24 pulses per beat. It starts with a bar; pulses are never out of order and never duplicated. */
export interface MidiClock {
  /** Reports that the music is, or will be, at this position at `atMs`. */
  beat(place: BeatPlace, atMs: number): void;
  /** Pauses the clock; the next beat continues it. */
  pause(nowMs: number): void;
}

export function createMidiClock(output: ClockOutput): MidiClock {
  /** The next pulse to send, counted since the music began; null before the start. */
  let next: number | null = null;
  let lastBeat = -Infinity;
  let lastMs = -Infinity;
  let isResting = false;

  const halt = (atMs: number) => {
    if (next !== null && !isResting) output.stop(Math.max(atMs, lastMs));
  };

  return {
    beat({ beat, tempo, isBar }, atMs) {
      const timeOf = (pulse: number) => Math.max(lastMs, atMs + ((pulse / pulsesPerBeat - beat) * minuteMs) / tempo);
      const begunAgain = beat < lastBeat;
      const lost = next !== null && beat - next / pulsesPerBeat > lostBeats;
      lastBeat = beat;
      if (begunAgain || lost) {
        halt(atMs);
        next = null;
      }
      if (next === null) {
        if (!isBar) return;
        next = Math.ceil(beat * pulsesPerBeat - dust);
        isResting = false;
        output.start(timeOf(next));
      }
      if (isResting) output.continue(timeOf(next));
      isResting = false;
      for (; next / pulsesPerBeat < beat + aheadBeats - dust; next++) {
        lastMs = timeOf(next);
        output.clock(lastMs);
      }
    },
    pause(nowMs) {
      halt(nowMs);
      isResting = next !== null;
    },
  };
}
