import midi from '@tonejs/midi';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drums, type Note, parts } from '../simulation/note.ts';
import { defaultDocument } from '../universe/index.ts';
import { midiKeyOf } from '../simulation/midi-voice.ts';
import { midiFile, midiOnset, midiTicksPerTick } from './midi-file.ts';
import { replayRun } from './replay.ts';

/** Reads a file, and its track of a part by name. */
function readBack(bytes: Uint8Array) {
  const file = new midi.Midi(bytes);
  const read = (name: string) => file.tracks.find((track) => track.name === name)!;
  return { file, read };
}

const inOrder = (a: { onset: number; pitch: number }, b: { onset: number; pitch: number }) => a.onset - b.onset || a.pitch - b.pitch;

function expectSame(notes: readonly Note[], fromTick: number, bytes: Uint8Array): void {
  const { read } = readBack(bytes);
  for (const part of parts) {
    const own = notes.filter((note) => note.part === part);
    const wanted = own.map((note) => ({ onset: midiOnset(note, fromTick), pitch: midiKeyOf(note) })).sort(inOrder);
    const found = read(part)
      .notes.map(({ ticks, midi: pitch }) => ({ onset: ticks, pitch }))
      .sort(inOrder);
    expect(found).toEqual(wanted);
  }
}

const noteArbitrary: fc.Arbitrary<Note> = fc
  .record({
    tick: fc.integer({ min: 1, max: 4000 }),
    lateTicks: fc.double({ min: -2, max: 1, noNaN: true, maxExcluded: true }),
    part: fc.constantFrom(...parts),
    midi: fc.integer({ min: 24, max: 96 }),
    velocity: fc.double({ min: 0, max: 1, noNaN: true }),
    durationTicks: fc.integer({ min: 1, max: 300 }),
    drum: fc.constantFrom(...drums),
  })
  .map((note) => ({
    ...note,
    frequencyHz: 440,
    pan: 0,
    rule: 'melody' as const,
    cause: 0,
    drum: note.part === 'drums' ? note.drum : null,
  }));

it('writes the onsets and pitches of the event log of a run', () => {
  const document = defaultDocument();
  document.parameters.particleCount = 1000;
  const replay = replayRun({ document, snapshot: null, edits: [] });
  const notes: Note[] = [];
  while (replay.simulation.tick < 900) {
    replay.advance();
    notes.push(...replay.simulation.notes.map((note) => ({ ...note })));
  }
  expect(new Set(notes.map((note) => note.part)).size).toBeGreaterThan(2);
  const bytes = midiFile('A run', notes, 0);
  expectSame(notes, 0, bytes);
  const { file, read } = readBack(bytes);
  const inTime = (onsets: readonly number[]) => onsets.toSorted((a, b) => a - b);
  for (const part of parts) {
    const written = inTime(read(part).notes.map(({ ticks }) => ticks / midiTicksPerTick));
    const exact = inTime(notes.filter((note) => note.part === part).map(({ tick, lateTicks }) => tick - lateTicks));
    expect(written).toHaveLength(exact.length);
    written.forEach((onset, index) => {
      expect(onset).toBeGreaterThanOrEqual(exact[index] - 1e-9);
      expect(onset).toBeLessThan(exact[index] + 1 / midiTicksPerTick);
    });
  }
  // A tick is a sixtieth of a second also in the reader's seconds.
  const [first] = read('bass').notes;
  expect(first.time).toBeCloseTo(first.ticks / midiTicksPerTick / 60, 9);
  expect(file.name).toBe('A run');
});

it('keeps the onsets, pitches and channels of any notes, which never overlap on one key', () => {
  fc.assert(
    fc.property(fc.array(noteArbitrary, { maxLength: 120 }), (unordered) => {
      const notes = unordered.toSorted((a, b) => a.tick - b.tick);
      const bytes = midiFile('Any', notes, 0);
      expectSame(notes, 0, bytes);
      const { read } = readBack(bytes);
      expect(parts.map((part) => read(part).channel).filter((channel) => channel === 9)).toHaveLength(
        notes.some((note) => note.part === 'drums') ? 1 : 0,
      );
      for (const part of parts) {
        const ends = new Map<number, number>();
        for (const { midi: pitch, ticks, durationTicks } of read(part).notes) {
          const end = ends.get(pitch) ?? 0;
          expect(ticks === end - 1 || ticks >= end).toBe(true);
          ends.set(pitch, ticks + durationTicks);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('counts from the beginning of the span', () => {
  const note = fc.sample(noteArbitrary, { numRuns: 1, seed: 4 })[0];
  expect(midiOnset({ tick: 601, lateTicks: 0 }, 600)).toBe(midiTicksPerTick);
  expect(midiOnset({ tick: 601, lateTicks: 0.5 }, 600)).toBe(midiTicksPerTick / 2);
  expect(midiOnset({ tick: 600, lateTicks: 0.5 }, 600)).toBe(0);
  expectSame([{ ...note, tick: 650 }], 600, midiFile('Later', [{ ...note, tick: 650 }], 600));
});

it('writes its name as UTF-8', () => {
  expect(Buffer.from(midiFile('音楽 é', [], 0)).includes(Buffer.from('音楽 é'))).toBe(true);
});
