import { describe, expect, it } from 'vitest';
import { physicsParameters } from '../parameters/physics.ts';
import type { Parameter } from '../parameters/index.ts';
import { defaultDocument, type UniverseDocument } from '../universe/index.ts';
import { createSimulation } from './simulation.ts';

/** Returns a universe that uses all of the physics. */
function busyUniverse(): UniverseDocument {
  const document = defaultDocument();
  Object.assign(document.parameters, {
    particleCount: 2000,
    emissionRate: 500,
    particleLifetime: 3,
    particleSpeed: 8,
    particleRadius: 0.3,
    collisions: true,
    // High enough that contacts on both sides of it are common.
    collisionThreshold: 0.5,
    cohesion: 0.5,
    separation: 0.5,
    alignment: 0.5,
    speciesForce: 4,
    boundsSize: 8,
    gravityElevation: -60,
  } satisfies Partial<UniverseDocument['parameters']>);
  document.affinities.fill(0.6);
  document.emitters.push({ ...document.emitters[0], id: 'heavy', mass: 20, x: 2 });
  return document;
}

/** Ticks after which outcomes are compared. Most parameters act at once, some only after a second or more. */
const comparedAt = [10, 40, 120, 240];

/** Yields the positions, velocities and flashes at each of the compared ticks; without the document, which differs anyway. */
function* outcomes(document: UniverseDocument): Generator<string> {
  const simulation = createSimulation(document);
  const { Position, Velocity, Look } = simulation.world.stores;
  for (const tick of comparedAt) {
    while (simulation.tick < tick) simulation.step();
    yield [Position.x, Position.y, Position.z, Velocity.x, Velocity.y, Velocity.z, Look.flash]
      .map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('base64'))
      .join();
  }
}

/** Tells whether a document's outcome differs from that of another, as soon as it does. */
function differsFrom(other: readonly string[], document: UniverseDocument): boolean {
  let compared = 0;
  for (const outcome of outcomes(document)) if (outcome !== other[compared++]) return true;
  return false;
}

/** Returns allowed values other than the given one. */
function otherValues(parameter: Parameter, value: unknown): (string | number | boolean)[] {
  switch (parameter.kind) {
    case 'choice':
      return parameter.choices.filter((choice) => choice !== value);
    case 'switch':
      return [!value];
    case 'number':
    case 'integer':
      return [value === parameter.max ? parameter.min : Math.min(parameter.max, (value as number) * 1.5 + parameter.step)];
    case 'colour':
      return ['#123456'];
    case 'pitches':
      return ['101010010101'];
  }
}

describe('every physics parameter changes the motion', () => {
  const before = [...outcomes(busyUniverse())];
  for (const [key, parameter] of Object.entries(physicsParameters)) {
    it(key, () => {
      for (const value of otherValues(parameter, busyUniverse().parameters[key as keyof typeof physicsParameters])) {
        const document = busyUniverse();
        Object.assign(document.parameters, { [key]: key === 'particleCount' ? 1500 : value });
        expect(differsFrom(before, document), `${key} = ${String(value)}`).toBe(true);
      }
    });
  }
});
