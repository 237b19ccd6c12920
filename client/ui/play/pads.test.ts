import { expect, it } from 'vitest';
import { pitchClassOf, scales } from '../../../shared/music/index.ts';
import { midiOfPad, padOfCode, padRows, shiftedOctave } from './pads.ts';

it('gives every key of both rows a note of the scale, upwards, without a gap between the rows', () => {
  for (const [name, scale] of Object.entries(scales)) {
    const rows = padRows.map((row) => row.map((pad) => midiOfPad(pad, scale, 2, 0)));
    for (const row of rows) {
      for (const midi of row) expect(scale, name).toContain(pitchClassOf(midi - 2));
      expect(row.toSorted((a, b) => a - b)).toEqual(row);
    }
    expect(rows[0][0]).toBe(62);
    const notes = [...new Set(rows.flat())].toSorted((a, b) => a - b);
    const between = Array.from({ length: notes.at(-1)! - 61 }, (_, n) => 62 + n).filter((midi) => scale.includes(pitchClassOf(midi - 2)));
    expect(notes, name).toEqual(between);
  }
});

it('begins the upper row an octave above the lower one', () => {
  const { major, 'minor-pentatonic': pentatonic } = scales;
  for (const scale of [major, pentatonic]) expect(midiOfPad({ row: 1, place: 0 }, scale, 0, 0)).toBe(72);
});

it('shifts by whole octaves, and stays in the range of MIDI', () => {
  const all = padRows.flat().flatMap((pad) => [-2, 2].map((octave) => midiOfPad(pad, scales['minor-pentatonic'], 11, octave)));
  expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...all)).toBeLessThanOrEqual(127);
  expect(midiOfPad({ row: 0, place: 3 }, scales.blues, 0, 1) - midiOfPad({ row: 0, place: 3 }, scales.blues, 0, 0)).toBe(12);
  expect([shiftedOctave(2, 1), shiftedOctave(-2, -1), shiftedOctave(0, 1)]).toEqual([2, -2, 1]);
});

it('goes by the position of a key', () => {
  expect(padOfCode('KeyA')).toMatchObject({ row: 0, place: 0 });
  expect(padOfCode('KeyO')).toMatchObject({ row: 1, place: 8 });
  expect(padOfCode('KeyP')).toBeNull();
});
