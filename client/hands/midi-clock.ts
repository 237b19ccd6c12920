/** Clock pulses in a quarter note. @see MIDI 1.0 Detailed Specification, System Real Time Messages */
const pulsesPerBeat = 24;
/** Pulses are planned this far beyond the last word about the beat. */
const aheadBeats = 0.25;
/** Who has lost the beat for longer than this begins anew with the next bar. */
const lostBeats = 1;
const minuteMs = 60_000;
/** A pulse is not taken for the one before because of what a sum of beats has lost. */
const dust = 1e-6;

/** Real-time messages with the moment at which they leave, in ms of `performance.now()`. */
export interface ClockOutput {
  clock(atMs: number): void;
  start(atMs: number): void;
  continue(atMs: number): void;
  stop(atMs: number): void;
}

/** Where the music is: quarter notes since its beginning, BPM as heard, whether a bar begins. */
export interface BeatPlace {
  beat: number;
  tempo: number;
  isBar: boolean;
}

/** Follows the music with 24 pulses to the beat. It starts with a bar; pulses are never out of order and never twice. */
export interface MidiClock {
  /** The music is, or will be, at this place at `atMs`. */
  beat(place: BeatPlace, atMs: number): void;
  /** The music rests; with the next beat it goes on. */
  pause(nowMs: number): void;
}

export function createMidiClock(output: ClockOutput): MidiClock {
  /** Pulse to send next, counted since the music began; null before the start. */
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
