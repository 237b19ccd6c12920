import { expect, it } from 'vitest';
import { correlation } from '../../../tests/support/correlation.ts';
import { listen, openQuietSimulation } from '../../../tests/support/listen.ts';
import { drawnTension } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import { buildBarStep } from './bar-step.ts';

/** Returns the drawn and the reached tension of the bars of some minutes. */
function tensions(values: Partial<ParameterValues>, seed: number, minutes: number) {
  const simulation = openQuietSimulation({ particleCount: 300, ...values }, seed);
  const { Clock, Modulation } = simulation.world.stores;
  const { progression, harmony } = simulation.world.document.parameters;
  const readMoment = buildBarStep(simulation.world);
  const drawn: number[] = [];
  const reached: number[] = [];
  listen(simulation, minutes * 3600, [], () => {
    if (Clock.onset[0] === 0 || Clock.barStep[0] !== 0) return;
    drawn.push(drawnTension(progression, readMoment()!.place, harmony));
    reached.push(Modulation.tension[0]);
  });
  return { drawn, reached };
}

it.each([
  { progression: 'drift' },
  { progression: 'drift', scale: 'natural-minor', harmony: 0.7 },
  { progression: 'modal', scale: 'dorian', harmony: 0.6 },
  { progression: 'modal', scale: 'mixolydian' },
] as const)('follows the drawn curve over minutes of a running universe, with %o', (values) => {
  for (const seed of [1, 2]) {
    const { drawn, reached } = tensions(values, seed, 3);
    expect(drawn.length).toBeGreaterThan(60);
    expect(correlation(drawn, reached)).toBeGreaterThan(0.8);
    expect(Math.min(...reached)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...reached)).toBeLessThanOrEqual(1);
  }
});

it('rises with harmony', () => {
  const mean = (harmony: number) => {
    const { reached } = tensions({ harmony }, 1, 1);
    return reached.reduce((sum, tension) => sum + tension, 0) / reached.length;
  };
  expect(mean(0.9)).toBeGreaterThan(mean(0.5));
  expect(mean(0.5)).toBeGreaterThan(mean(0.1));
});
