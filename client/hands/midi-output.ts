import { midiChannels, midiKeyOf } from '../../shared/simulation/midi-voice.ts';
import type { Note } from '../../shared/simulation/note.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import { type BeatPlace, type ClockOutput, createMidiClock } from './midi-clock.ts';

/** A device that plays notes. Channels 1..16, velocity 0..1, times in ms of `performance.now()`. */
export interface MidiOut extends ClockOutput {
  noteOn(channel: number, key: number, velocity: number, atMs: number): void;
  noteOff(channel: number, key: number, atMs: number): void;
}

/** Note ends are sent this long ahead: until then a key release can still shorten the note. */
const aheadMs = 400;

interface Sounding {
  channel: number;
  key: number;
  offMs: number;
  /** The pressed key that holds it. */
  held: number | undefined;
}

/** Sends every note of the universe, each part on its channel, and the clock. Every note on gets exactly one note off. */
export interface MidiOutput {
  play(note: Note, atMs: number): void;
  release(held: number, atMs: number): void;
  beat(place: BeatPlace, atMs: number): void;
  /** Sends note ends that are due soon; to be called on every event. */
  flush(nowMs: number): void;
  setPlaying(playing: boolean, nowMs: number): void;
  /** Ends all notes and stops the clock. */
  close(nowMs: number): void;
}

export function createMidiOutput(out: MidiOut): MidiOutput {
  const clock = createMidiClock(out);
  let sounding: Sounding[] = [];

  const end = (ended: (note: Sounding) => boolean, offMs: (note: Sounding) => number) => {
    for (const note of sounding) if (ended(note)) out.noteOff(note.channel, note.key, offMs(note));
    sounding = sounding.filter((note) => !ended(note));
  };

  const endAll = (nowMs: number) =>
    end(
      () => true,
      ({ offMs }) => Math.min(offMs, nowMs),
    );

  return {
    play(note, atMs) {
      const channel = midiChannels[note.part];
      const key = midiKeyOf(note);
      // A sounding key is released before it is pressed again.
      end(
        (other) => other.channel === channel && other.key === key,
        ({ offMs }) => Math.min(offMs, atMs),
      );
      out.noteOn(channel, key, note.velocity, atMs);
      sounding.push({ channel, key, offMs: atMs + (note.durationTicks * 1000) / ticksPerSecond, held: note.key });
    },
    release(held, atMs) {
      end(
        (note) => note.held === held,
        ({ offMs }) => Math.min(offMs, atMs),
      );
    },
    beat: (place, atMs) => clock.beat(place, atMs),
    flush(nowMs) {
      end(
        ({ offMs }) => offMs <= nowMs + aheadMs,
        ({ offMs }) => offMs,
      );
    },
    setPlaying(playing, nowMs) {
      if (playing) return;
      endAll(nowMs);
      clock.pause(nowMs);
    },
    close(nowMs) {
      endAll(nowMs);
      clock.pause(nowMs);
    },
  };
}
