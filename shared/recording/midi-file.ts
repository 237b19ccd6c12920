import midi from '@tonejs/midi';
import { midiChannels, midiKeyOf } from '../simulation/midi-voice.ts';
import { type Note, type Part, parts } from '../simulation/note.ts';
import { utf8Of } from '../text/characters.ts';

/** Ticks of the file in a beat, and beats in a minute: with these one tick of the universe, 1/60 s, is exactly 16 of the file. */
const ticksPerBeat = 480;
const beatsPerMinute = 120;
export const midiTicksPerTick = 16;

/** General MIDI programs from 0: vibraphone, fingered bass, warm pad, standard kit, glockenspiel. */
const programs: Readonly<Record<Part, number>> = { lead: 11, bass: 33, chords: 89, drums: 0, texture: 9 };

/**
 * Onset in ticks of the file, counted from `fromTick`: the exact one, in sixteenths of a tick, rounded up. A note that began just before the
 * file begins with it.
 */
export function midiOnset({ tick, lateTicks }: Pick<Note, 'tick' | 'lateTicks'>, fromTick: number): number {
  return Math.max(0, (tick - fromTick) * midiTicksPerTick - Math.floor(lateTicks * midiTicksPerTick));
}

interface Placed {
  midi: number;
  ticks: number;
  durationTicks: number;
  velocity: number;
}

/** Returns the notes of a part; a note that overlaps the next of its pitch ends there, since a key cannot be pressed twice. */
function placeNotes(notes: readonly Note[], fromTick: number): Placed[] {
  const placed = notes.map((note): Placed => ({
    midi: midiKeyOf(note),
    ticks: midiOnset(note, fromTick),
    durationTicks: Math.max(1, Math.round(note.durationTicks * midiTicksPerTick)),
    // The middle of the step of seven bits: the library truncates.
    velocity: (Math.max(1, Math.min(127, Math.round(note.velocity * 127))) + 0.5) / 127,
  }));
  placed.sort((a, b) => a.ticks - b.ticks);
  const nextOf = new Map<number, number>();
  for (const note of placed.toReversed()) {
    const next = nextOf.get(note.midi);
    if (next !== undefined) note.durationTicks = Math.max(1, Math.min(note.durationTicks, next - note.ticks));
    nextOf.set(note.midi, note.ticks);
  }
  return placed;
}

/**
 * A standard MIDI file (format 1) of notes in the order of the log: one track for each part, drums on channel 10. Its tempo is a grid of
 * 120 beats a minute, not the universe's, which changes all the time: so every onset is exactly on it.
 */
export function midiFile(name: string, notes: readonly Note[], fromTick: number): Uint8Array<ArrayBuffer> {
  const file = new midi.Midi();
  file.fromJSON({
    header: {
      // The library writes only the low byte of each code unit of a text.
      name: utf8Of(name),
      ppq: ticksPerBeat,
      meta: [],
      tempos: [{ ticks: 0, bpm: beatsPerMinute }],
      timeSignatures: [{ ticks: 0, timeSignature: [4, 4] }],
      keySignatures: [],
    },
    tracks: [],
  });
  for (const part of parts) {
    const track = file.addTrack();
    track.name = part;
    // The library counts channels from 0.
    track.channel = midiChannels[part] - 1;
    track.instrument.number = programs[part];
    const own = notes.filter((note) => note.part === part);
    for (const note of placeNotes(own, fromTick)) track.addNote(note);
  }
  return new Uint8Array(file.toArray());
}
