import { expect, it } from 'vitest';
import { createFrameTarget } from '../../tests/support/frame-target.ts';
import { defaultDocument } from '../universe/index.ts';
import { frameScalars, packedFields, packedSpeedMax, particleWords } from './frame-layout.ts';
import { createSimulation } from './simulation.ts';

function packed(steps: number) {
  const document = defaultDocument();
  document.parameters.particleCount = 500;
  document.parameters.emissionRate = 300;
  document.parameters.particleLifetime = 1;
  const simulation = createSimulation(document);
  for (let tick = 0; tick < steps; tick++) simulation.step();
  const target = createFrameTarget(simulation.capacity);
  const counts = simulation.packFrame(target, 1.5);
  const field = (slot: number, name: keyof typeof packedFields) => {
    const { shift, bits } = packedFields[name];
    return (target.words[slot * particleWords + 3] >>> shift) & ((1 << bits) - 1);
  };
  return { simulation, target, counts, field, stores: simulation.world.stores };
}

it('packs each particle according to the layout', () => {
  const { stores, target, field } = packed(150);
  const { Position, Velocity, Life, Look, Clock } = stores;
  let free = 0;
  for (let slot = 0; slot < Clock.used[0]; slot++) {
    if (Life.lifetime[slot] === 0) {
      free += 1;
      expect(field(slot, 'age')).toBe(255);
      continue;
    }
    expect(target.floats[slot * particleWords]).toBe(Position.x[slot]);
    expect(target.floats[slot * particleWords + 1]).toBe(Position.y[slot]);
    expect(target.floats[slot * particleWords + 2]).toBe(Position.z[slot]);
    const speed = Math.hypot(Velocity.x[slot], Velocity.y[slot], Velocity.z[slot]);
    expect(Math.abs(field(slot, 'speed') - 255 * Math.sqrt(Math.min(1, speed / packedSpeedMax)))).toBeLessThanOrEqual(1.001);
    expect(field(slot, 'age')).toBe(Math.min(254, Math.floor((Life.age[slot] * 255) / Life.lifetime[slot])));
    expect(field(slot, 'flash')).toBe(Math.floor(Look.flash[slot] * 127));
    expect(field(slot, 'species')).toBe(Look.species[slot]);
    expect(field(slot, 'part')).toBe(Look.part[slot]);
    expect(field(slot, 'pitch')).toBe(Math.floor(Look.pitch[slot] * 7.999));
  }
  expect(free).toBeGreaterThan(0);
});

it('contains the tick, the used slots, the cost of the step, and the positions of emitters and wells', () => {
  const { simulation, target, counts } = packed(30);
  const scalar = (name: (typeof frameScalars)[number]) => target.scalars[frameScalars.indexOf(name)];
  expect(scalar('tick')).toBe(30);
  expect(scalar('slots')).toBe(simulation.world.stores.Clock.used[0]);
  expect(scalar('stepMilliseconds')).toBe(1.5);
  expect(target.scalars.every(Number.isFinite)).toBe(true);
  expect(counts).toEqual({ emitters: 1, wells: 1 });
  expect(Array.from(target.emitters.subarray(0, 3))).toEqual([0, 6, 0]);
});
