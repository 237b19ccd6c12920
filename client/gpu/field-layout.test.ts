import { expect, it } from 'vitest';
import { defaultParameters, fieldDefaults, type ParameterValues } from '../../shared/parameters/index.ts';
import { createWorld } from '../../shared/simulation/create-world.ts';
import { beginAgain } from '../../shared/simulation/begin-again.ts';
import { buildParticleKernel, runAlone } from '../../shared/simulation/schedule.ts';
import { attractToWells } from '../../shared/simulation/systems/attract-to-wells.ts';
import { stepSeconds } from '../../shared/simulation/world.ts';
import { defaultDocument, type Well, wellFields } from '../../shared/universe/index.ts';
import { fieldTable, writeFields } from './field-layout.ts';
import { syntheticFrame } from './synthetic-frame.test-support.ts';

/** A directional well: its push at a distance depends on both its strength and its reach. */
const well: Well = {
  ...fieldDefaults(wellFields),
  id: 'well',
  kind: 'directional',
  falloff: 'linear',
  strength: 9,
  softening: 0,
  listening: 0.7,
};
const parameters: ParameterValues = { ...defaultParameters, particleCount: 100, fieldRadius: 10, fieldStrength: 1.5, particleMass: 2 };
const heard = { bass: 0.6, middle: 0.4, kineticEnergy: 300 };

it.each([0, 4, 9, 12, 20])('gives sparks the same listening well as the simulation gives particles, %d m away', (distance) => {
  const world = createWorld({ ...defaultDocument(), parameters, wells: [well] });
  beginAgain(world);
  const { Position, Life, Clock, Modulation, Senses, Velocity } = world.stores;
  Position.x[0] = distance;
  Life.lifetime[0] = 10;
  Clock.used[0] = 1;
  Modulation.bass[0] = heard.bass;
  Modulation.middle[0] = heard.middle;
  Senses.kineticEnergy[0] = heard.kineticEnergy;
  runAlone(buildParticleKernel(world, [attractToWells]));

  const still = syntheticFrame(1, () => [0, 0, 0]);
  const frame = { ...still, scalars: { ...still.scalars, ...heard }, wells: new Float32Array(3) };
  const floats = new Float32Array(writeFields({ frame, parameters, wells: [well] }));
  const { offsets } = fieldTable.structs.well;
  const read = (name: 'perReach' | 'strength') => floats[(fieldTable.wellsAt + offsets[name]) / 4];
  const push = read('strength') * Math.max(0, 1 - distance * read('perReach'));
  expect(push * stepSeconds * parameters.timeScale).toBeCloseTo(Velocity.y[0], 4);
  // It does listen: otherwise it would reach 10 m and push with 13.5 m/s².
  expect(1 / read('perReach')).toBeGreaterThan(11);
  expect(read('strength')).toBeGreaterThan(14.5);
});
