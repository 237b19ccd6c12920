import { type Parameter, type ParameterValues } from '../../shared/parameters/index.ts';
import { physicsParameters } from '../../shared/parameters/physics.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { rounded } from '../statistics.ts';
import { hearChange, type Performance } from './respond.ts';

type Key = keyof typeof physicsParameters;
type Values = Partial<ParameterValues>;

/** What is set besides, so that a parameter acts. */
const besides: Partial<Record<Key, Values>> = {
  // It turns gravity around the vertical: gravity that points down does not change.
  gravityAzimuth: { gravityElevation: 0 },
  gravityElevation: { gravity: 9.81 },
  turbulenceScale: { turbulence: 8 },
  // What neighbours do is seen where they are large enough to be neighbours.
  collisions: { particleRadius: 0.6 },
  collisionDamping: { particleRadius: 0.6 },
  collisionThreshold: { particleRadius: 0.6 },
  particleRadius: { collisions: true },
  cohesion: { particleRadius: 0.6 },
  separation: { particleRadius: 0.6 },
  alignment: { particleRadius: 0.6 },
  speciesForce: { speciesReach: 4 },
  speciesReach: { speciesForce: 20 },
};
/** Values that are compared in place of the limits. */
const compared: Partial<Record<Key, readonly number[]>> = {
  gravityAzimuth: [0, 180],
  // More take long, and are no louder.
  particleCount: [100, 10_000],
};
/** The change of notes per second that counts as heard, and that of the register in semitones. */
const enoughRate = 0.25;
const enoughSemitones = 4;

export interface Response {
  /** Largest relative difference of the notes per second, by the lesser of two. */
  rate: number;
  semitones: number;
}

const isHeard = ({ rate, semitones }: Response) => rate >= enoughRate || semitones >= enoughSemitones;

function valuesOf(key: Key): readonly ParameterValues[Key][] {
  const parameter = physicsParameters[key];
  if (compared[key]) return compared[key];
  if (parameter.kind === 'choice') return parameter.choices;
  return parameter.kind === 'switch' ? [false, true] : [parameter.min, parameter.max];
}

function gateOf(key: Key): Values {
  const { onlyWith }: Parameter = physicsParameters[key];
  return { ...(onlyWith && { [onlyWith.field]: onlyWith.is[0] }), ...besides[key] };
}

/** Returns the largest differences among some performances. */
function differenceOf(performances: readonly Performance[]): Response {
  const rates = performances.map(({ notesPerSecond }) => notesPerSecond);
  const registers = performances.map(({ register }) => register).filter((register) => !Number.isNaN(register));
  return {
    rate: Math.max(...rates) / Math.max(0.1, Math.min(...rates)) - 1,
    semitones: registers.length > 1 ? Math.max(...registers) - Math.min(...registers) : 0,
  };
}

/** Compares the music of a universe at several values of a physics parameter. */
export function respondTo(snapshot: Uint8Array, key: Key): Response {
  return differenceOf(valuesOf(key).map((value) => hearChange(snapshot, { ...gateOf(key), [key]: value })));
}

/** Compares the music after a change that nobody sees: by so much two performances differ by chance. */
export function respondToNothing(snapshot: Uint8Array, document: UniverseDocument): Response {
  const { turbulence } = document.parameters;
  return differenceOf([turbulence, turbulence + 0.1].map((value) => hearChange(snapshot, { turbulence: value })));
}

export interface Sweep {
  /** Templates in which it is heard, and in which it changes anything that is heard: the gravity of bodies acts only where there are some. */
  heardIn: number;
  actsIn: number;
  /** By template: relative change of the notes per second, and semitones. */
  by: Record<string, [rate: number, semitones: number]>;
}

/** Sweeps the physics parameters through settled universes. */
export function sweepPhysics(snapshots: ReadonlyMap<string, Uint8Array>): Record<string, Sweep> {
  const keys = Object.keys(physicsParameters) as Key[];
  return Object.fromEntries(
    keys.map((key) => {
      const responses = [...snapshots].map(([id, snapshot]) => [id, respondTo(snapshot, key)] as const);
      return [
        key,
        {
          heardIn: responses.filter(([, response]) => isHeard(response)).length,
          actsIn: responses.filter(([, { rate, semitones }]) => rate > 0 || semitones > 0).length,
          by: Object.fromEntries(responses.map(([id, { rate, semitones }]) => [id, [rounded(rate), rounded(semitones)]])),
        },
      ];
    }),
  );
}
