import { expect, it } from 'vitest';
import { musicParameters } from '../parameters/music.ts';
import { beatOfStep, beatsPerBar, groupsPerBar, stepsPerBar, weightOf } from './meter.ts';

it('counts bars in quarter notes and felt beats', () => {
  expect(musicParameters.meter.choices.map(beatsPerBar)).toEqual([2, 3, 4, 5, 3, 3.5]);
  expect(musicParameters.meter.choices.map(groupsPerBar)).toEqual([2, 3, 4, 5, 2, 3]);
});

it('gives the first step of the bar the most weight, and off-beats the least', () => {
  for (const meter of musicParameters.meter.choices) {
    const weights = Array.from({ length: stepsPerBar(meter) }, (_, step) => weightOf(meter, step));
    expect(Math.max(...weights.slice(1))).toBeLessThan(weights[0]);
    expect(weights[1]).toBe(Math.min(...weights));
  }
});

it('delays the second eighth by the swing, to the triplet at two thirds', () => {
  expect(beatOfStep('4/4', 4, 0)).toBe(0.5);
  expect(beatOfStep('4/4', 4, 2 / 3)).toBeCloseTo(2 / 3, 12);
  expect(beatOfStep('4/4', 8, 0.75)).toBe(1);
  expect(beatOfStep('6/8', 2, 2 / 3)).toBeCloseTo(1 / 3, 12);
});

it('keeps the order of the steps at any swing', () => {
  for (const meter of musicParameters.meter.choices) {
    for (const swing of [0, 0.3, 0.75]) {
      for (let step = 1; step < stepsPerBar(meter); step++)
        expect(beatOfStep(meter, step, swing)).toBeGreaterThan(beatOfStep(meter, step - 1, swing));
      expect(beatOfStep(meter, stepsPerBar(meter) - 1, swing)).toBeLessThan(beatsPerBar(meter));
    }
  }
});
