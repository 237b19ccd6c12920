import { describe, expect, it } from 'vitest';
import { listen, ofPart, openQuietSimulation } from '../../../tests/support/listen.ts';
import { pitchClassOf, scales } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import { leadAboveChord } from './lead-range.ts';

const settings: Partial<ParameterValues>[] = [
  {},
  { octave: -2, melodyRange: 1, noteDensity: 4 },
  { octave: -1, melodyRange: 0 },
  { octave: 1, melodyRange: 1, harmony: 1 },
  { octave: 2, melodyRange: 0.5, tempo: 60 },
  { scale: 'custom', customScale: '110000000001', rhythmComplexity: 1 },
  { scale: 'chromatic', progression: 'pedal', rhythmComplexity: 0.9, noteDensity: 3 },
];

describe.each(settings)('with %o', (values) => {
  it('has the bass under the chord, and the melody above the chord’s lowest notes, in every bar', () => {
    const simulation = openQuietSimulation(values);
    const { Composer } = simulation.world.stores;
    const lows: number[] = [];
    const notes = listen(simulation, 1500, [], () => {
      for (let note = 0; note < simulation.notes.length; note++) lows.push(Composer.chord0[0]);
    });
    const [bass, chords, lead] = (['bass', 'chords', 'lead'] as const).map((part) => ofPart(part, notes));
    for (const bar of new Set(chords.map((note) => note.bar))) {
      const lowest = Math.min(...chords.filter((note) => note.bar === bar).map(({ midi }) => midi));
      for (const { midi } of bass.filter((note) => note.bar === bar)) expect(midi).toBeLessThan(lowest);
    }
    notes.forEach(({ part, midi }, index) => {
      if (part === 'lead') expect(midi).toBeGreaterThanOrEqual(lows[index] + leadAboveChord);
    });
    const mean = (part: typeof bass) => part.reduce((sum, { midi }) => sum + midi, 0) / part.length;
    expect(mean(bass)).toBeLessThan(mean(chords) - 8);
    if (lead.length > 8) expect(mean(chords)).toBeLessThan(mean(lead));
  });
});

it('tunes the drums to the scale, each in its own octave from kick to hat', () => {
  const drums = ofPart('drums', listen(openQuietSimulation({ rhythmComplexity: 0.9, key: 'E', scale: 'dorian' }), 1800));
  const ranges = (['kick', 'tom', 'snare', 'hat'] as const).map((drum) =>
    drums.filter((note) => note.drum === drum).map(({ midi }) => midi),
  );
  for (const midis of ranges) {
    expect(midis.length).toBeGreaterThan(2);
    expect(Math.max(...midis) - Math.min(...midis)).toBeLessThan(12);
    expect(midis.every((midi) => scales.dorian.includes(pitchClassOf(midi - 4)))).toBe(true);
  }
  const middles = ranges.map((midis) => midis.reduce((sum, midi) => sum + midi, 0) / midis.length);
  expect(middles).toEqual([...middles].sort((a, b) => a - b));
});
