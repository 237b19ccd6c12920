import { expect, it } from 'vitest';
import { parameters } from '../../../shared/parameters/index.ts';
import { fillOf, fitsSideBySide } from './field-shape.ts';

it('fills a slider from its left end, or from zero if values have both signs', () => {
  expect(fillOf(parameters.tempo, 0.4)).toEqual({ from: 0, to: 0.4 });
  expect(fillOf(parameters.leadLevel, 0.8)).toEqual({ from: 0, to: 0.8 });
  expect(fillOf(parameters.centralPull, 0.25)).toEqual({ from: 0.25, to: 0.5 });
  expect(fillOf(parameters.centralPull, 0.75)).toEqual({ from: 0.5, to: 0.75 });
});

it('shows few short choices side by side, and others as a list', () => {
  expect(fitsSideBySide(parameters.bounds.choices)).toBe(true);
  expect(fitsSideBySide(parameters.scale.choices)).toBe(false);
  expect(fitsSideBySide(['universe', 'radial', 'directional', 'vortex'])).toBe(false);
});
