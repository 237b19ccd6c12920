import { expect, it } from 'vitest';
import { acts, extremesOf } from '../../tests/support/moved.ts';
import { readTemplates, withParticles } from '../../tests/support/templates.ts';
import { type ParameterPatch, parameterOf } from '../parameters/index.ts';
import { physicsParameters } from '../parameters/physics.ts';
import { defaultDocument, type UniverseDocument } from '../universe/index.ts';
import { remarkOfParameter } from './index.ts';

type PhysicsKey = keyof typeof physicsParameters;

const particles = 500;
/** Particles are there when a control is moved, and have met one another and the edge some seconds later. */
const span = { editedAt: 30, ticks: 240 };

/** Returns a universe with few particles in little space, so that what happens among many happens soon. */
function crowded(document: UniverseDocument): UniverseDocument {
  const few = withParticles(document, particles);
  const { emissionRate, particleRadius } = document.parameters;
  few.parameters.boundsSize = 1;
  few.parameters.emissionRate = Math.min(emissionRate, particles / 2);
  few.parameters.particleRadius = Math.max(particleRadius, 0.3);
  return few;
}

/** Values that differ by more than a whole turn, and for which memory is small. */
const moved: Partial<Record<PhysicsKey, readonly number[]>> = { gravityAzimuth: [0, 180], particleCount: [100, particles] };

it.each([{ id: 'the default universe', document: defaultDocument() }, ...readTemplates()])(
  'has a reason for every physics parameter that does nothing in $id',
  ({ document }) => {
    const universe = crowded(document);
    const withoutReason = (Object.keys(physicsParameters) as PhysicsKey[]).filter((key) => {
      if (remarkOfParameter(universe, key)?.effect === 'none') return false;
      const edit = (value: unknown) => ({ kind: 'parameters.set', values: { [key]: value } as ParameterPatch }) as const;
      return !acts(universe, edit, moved[key] ?? extremesOf(parameterOf(key)), span);
    });
    expect(withoutReason).toEqual([]);
  },
);
