import { Interval, Scale } from 'tonal';
import { expect, it } from 'vitest';
import { musicParameters } from '../parameters/music.ts';
import { brightnessOf, midiOfDegree, nearestDegree, scaleOf, scales } from './scales.ts';

const customScale = musicParameters.customScale.default;

it('has every scale of the registry, ascending from the tonic', () => {
  for (const name of musicParameters.scale.choices) {
    const scale = scaleOf({ scale: name, customScale });
    expect(scale[0]).toBe(0);
    expect(scale.every((step, index) => index === 0 || (step > scale[index - 1] && step < 12))).toBe(true);
  }
});

it('finds the degree of each note of a scale', () => {
  for (const scale of Object.values(scales)) {
    for (let degree = -20; degree <= 20; degree++) expect(nearestDegree(scale, 7, midiOfDegree(scale, 7, degree))).toBe(degree);
  }
});

it('orders the modes from dark to bright', () => {
  const modes = ['locrian', 'phrygian', 'natural-minor', 'dorian', 'mixolydian', 'major', 'lydian'] as const;
  const shade = (scale: (typeof modes)[number]) => brightnessOf({ scale, customScale });
  expect(modes.map(shade)).toEqual(modes.map(shade).sort((a, b) => a - b));
});

it('reads a custom scale ascending from the key, as bright as the named scale with the same notes', () => {
  expect(scaleOf({ scale: 'custom', customScale: '101010010101' })).toEqual([0, 2, 4, 7, 9, 11]);
  const modes = ['locrian', 'phrygian', 'natural-minor', 'dorian', 'mixolydian', 'major', 'lydian'] as const;
  for (const scale of modes) {
    const own = Array.from({ length: 12 }, (_, semitones) => (scales[scale].includes(semitones) ? 1 : 0)).join('');
    expect(brightnessOf({ scale: 'custom', customScale: own })).toBeCloseTo(brightnessOf({ scale, customScale }), 1);
  }
});

it('has the scales of music theory', () => {
  const names: Partial<Record<keyof typeof scales, string>> = {
    'natural-minor': 'minor',
    'harmonic-minor': 'harmonic minor',
    'melodic-minor': 'melodic minor',
    'major-pentatonic': 'major pentatonic',
    'minor-pentatonic': 'minor pentatonic',
    'whole-tone': 'whole tone',
    blues: 'minor blues',
  };
  for (const [name, scale] of Object.entries(scales)) {
    const known = Scale.get(`C ${names[name as keyof typeof scales] ?? name}`);
    expect(known.empty, name).toBe(false);
    expect(known.intervals.map((interval) => Interval.semitones(interval))).toEqual(scale);
  }
});
