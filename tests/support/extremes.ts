import { type Field, fieldDefaults, parameters, type ParameterValues } from '../../shared/parameters/index.ts';
import {
  affinityCount,
  defaultDocument,
  type Emitter,
  emitterFields,
  maxEmitters,
  maxWells,
  speciesCount,
  type UniverseDocument,
  type Well,
  wellFields,
} from '../../shared/universe/index.ts';

type Values = Record<string, number | string | boolean>;

/** Returns every field at its largest or smallest value: the last or the first choice, on or off. */
function endsOf(fields: Record<string, Field>, largest: boolean): Values {
  const endOf = (field: Field) => {
    switch (field.kind) {
      case 'number':
      case 'integer':
        return largest ? field.max : field.min;
      case 'choice':
        return field.choices.at(largest ? -1 : 0)!;
      case 'switch':
        return largest;
      case 'colour':
        return largest ? '#ffffff' : '#000000';
      case 'pitches':
        return largest ? '1'.repeat(12) : '100000000001';
      case 'bitmap':
        return (largest ? 'f' : '0').repeat((field.side * field.side) / 4);
    }
  };
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, endOf(field)]));
}

const emittersOf = (values: Partial<Emitter>, count = maxEmitters): Emitter[] =>
  Array.from({ length: count }, (_, index) => ({
    ...fieldDefaults(emitterFields),
    id: `e${index}`,
    species: index % speciesCount,
    ...values,
  }));

const wellsOf = (values: Partial<Well>, count = maxWells): Well[] =>
  Array.from({ length: count }, (_, index) => ({ ...fieldDefaults(wellFields), id: `w${index}`, x: index - 8, ...values }));

/** Returns the default universe with the maximum birth rate and lifetime, and with some values changed. */
function crowded(particleCount: number, values: Partial<ParameterValues>, rest: Partial<UniverseDocument> = {}): UniverseDocument {
  const document = defaultDocument();
  const births = { particleCount, emissionRate: 200_000, particleLifetime: 120, timeScale: 10 };
  return { ...document, ...rest, parameters: { ...document.parameters, ...births, ...values } };
}

/** All forces between neighbours. */
const sociable = {
  collisions: true,
  speciesForce: 50,
  speciesReach: 10,
  cohesion: 4,
  separation: 4,
  alignment: 4,
  particleRadius: 2,
} as const;
const still = { gravity: 0, turbulence: 0, particleSpeed: 0, speedVariation: 0 } as const;
const alike = (affinity: number) => Array.from({ length: affinityCount }, () => affinity);

/** Returns extreme but valid universes with a number of slots, by what is extreme about them. */
export function extremeDocuments(particleCount: number): Record<string, UniverseDocument> {
  const atEnd = (largest: boolean): UniverseDocument => ({
    ...defaultDocument(),
    parameters: { ...(endsOf(parameters, largest) as ParameterValues), particleCount },
    emitters: emittersOf(endsOf(emitterFields, largest) as Partial<Emitter>),
    wells: wellsOf(endsOf(wellFields, largest) as Partial<Well>),
    affinities: alike(largest ? 1 : -1),
  });
  const points = emittersOf({ x: 0, y: 0, z: 0 });
  const bodies = emittersOf({ x: 0, y: 0, z: 0, mass: 1000 });
  return {
    'everything at its maximum': atEnd(true),
    'everything at its minimum, particles born at the highest rate': {
      ...atEnd(false),
      parameters: { ...atEnd(false).parameters, emissionRate: 200_000, timeScale: 10, particleLifetime: 120 },
      emitters: emittersOf({ ...(endsOf(emitterFields, false) as Partial<Emitter>), rate: 1 }),
    },
    'all at one point, at rest': crowded(
      particleCount,
      { ...sociable, ...still, bounds: 'open' },
      { emitters: points, wells: [], affinities: alike(1) },
    ),
    'all at one point, repelling each other': crowded(
      particleCount,
      { ...sociable, bounds: 'torus' },
      { emitters: points, affinities: alike(-1) },
    ),
    'a sphere of one metre': crowded(
      particleCount,
      { ...sociable, bounds: 'sphere', boundsSize: 1, particleSpeed: 50 },
      { emitters: points },
    ),
    'a box of one metre': crowded(particleCount, { ...sociable, bounds: 'box', boundsSize: 1, particleSpeed: 50, particleRadius: 0.01 }),
    'a torus of one metre, smaller than the reach': crowded(
      particleCount,
      { ...sociable, bounds: 'torus', boundsSize: 1 },
      { affinities: alike(1) },
    ),
    'heavy bodies at one point': crowded(particleCount, { ...still, bodyGravity: 20 }, { emitters: bodies, wells: [] }),
    'heavy bodies far apart': crowded(
      particleCount,
      { bodyGravity: 20, bounds: 'torus', boundsSize: 200, particleSpeed: 50 },
      { emitters: emittersOf({ shape: 'sphere', radius: 100, mass: 1000 }) },
    ),
    'sixteen hard wells': crowded(
      particleCount,
      { fieldStrength: 10, fieldKind: 'vortex', fieldRadius: 100, bounds: 'sphere', centralPull: 20, turbulence: 20, turbulenceScale: 0.1 },
      { wells: wellsOf({ strength: 100, softening: 0, radius: 10, orbit: 4 }) },
    ),
  };
}
