import { expect, it } from 'vitest';
import { musicParameters } from '../parameters/music.ts';
import { brightnessOf, midiOfDegree, nearestDegree, scales } from './scales.ts';

it('knows every scale of the registry, upwards from the tonic', () => {
  for (const name of musicParameters.scale.choices) {
    const scale = scales[name];
    expect(scale[0]).toBe(0);
    expect(scale.every((step, index) => index === 0 || (step > scale[index - 1] && step < 12))).toBe(true);
  }
});

it('finds the degree of each of its own notes', () => {
  for (const scale of Object.values(scales)) {
    for (let degree = -20; degree <= 20; degree++) expect(nearestDegree(scale, 7, midiOfDegree(scale, 7, degree))).toBe(degree);
  }
});

it('orders the modes from dark to bright', () => {
  const modes = ['locrian', 'phrygian', 'natural-minor', 'dorian', 'mixolydian', 'major', 'lydian'] as const;
  expect(modes.map(brightnessOf)).toEqual(modes.map(brightnessOf).sort((a, b) => a - b));
});
