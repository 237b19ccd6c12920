import { expect, it } from 'vitest';
import { readTemplate } from '../../tests/support/templates.ts';
import { thinned } from './thinned.ts';

it('has as many particles for as long, each larger and reaching farther', () => {
  const { document } = readTemplate('orrery');
  const few = thinned(document, 400).parameters;
  const share = 400 / document.parameters.particleCount;
  expect(few.particleCount).toBe(400);
  expect(few.emissionRate).toBeCloseTo(document.parameters.emissionRate * share, 9);
  expect(few.bodyGravity).toBeCloseTo(document.parameters.bodyGravity / share, 9);
  expect(few.particleRadius).toBeGreaterThan(document.parameters.particleRadius);
  expect(few.speciesReach).toBeGreaterThan(document.parameters.speciesReach);
});

it('leaves a universe of few particles as it is', () => {
  const { document } = readTemplate('living-garden');
  expect(thinned(document, 10_000)).toBe(document);
});

it('thins the points of a storyboard, also those that leave a value at its default', () => {
  const { document } = readTemplate('slow-nebula');
  const [first, ...others] = document.storyboard!.points;
  const points = [{ ...first, state: { ...first.state, emissionRate: 600 } }, ...others.map((point) => ({ ...point, state: {} }))];
  const thin = thinned({ ...document, storyboard: { ...document.storyboard!, points } }, document.parameters.particleCount / 100);
  const rates = thin.storyboard!.points.map(({ state }) => Math.round(state.emissionRate as number));
  expect(rates).toEqual([6, ...others.map(() => 80)]);
});
