import type { Field } from '../../shared/parameters/index.ts';
import { packedFields, particleWords } from '../../shared/simulation/frame-layout.ts';
import { createSimulation, type Simulation } from '../../shared/simulation/simulation.ts';
import type { Edit, UniverseDocument } from '../../shared/universe/index.ts';
import { createFrameTarget } from './frame-target.ts';

type Value = string | number | boolean;

/** Returns the values between which a control is moved: its lowest and its highest, or all that it offers. */
export function extremesOf(field: Field): readonly Value[] {
  switch (field.kind) {
    case 'number':
    case 'integer':
      return [field.min, field.max];
    case 'choice':
      return field.choices;
    case 'switch':
      return [false, true];
    case 'colour':
      return ['#000000', '#ffffff'];
    case 'pitches':
      return ['110000000000', '111111111111'];
    case 'bitmap':
      throw new Error('images are not moved');
  }
}

/** The number of a species is the look of a particle, which a particle has whether anything depends on it or not. */
const withoutSpecies = ~(7 << packedFields.species.shift);

/** Opens a universe; the function that is returned simulates a tick and returns all that is seen and heard of it, as numbers. */
function open(document: UniverseDocument): { step(edit?: Edit): readonly ArrayLike<number>[] } {
  const simulation: Simulation = createSimulation(document);
  const target = createFrameTarget(simulation.capacity);
  const places = new Float32Array(simulation.capacity * 3);
  const looks = new Int32Array(simulation.capacity);
  const { x, y, z } = simulation.world.stores.Velocity;
  return {
    step(edit) {
      const tick = simulation.tick + 1;
      simulation.step(edit ? [{ sequence: 1, tick, edit }] : []);
      simulation.packFrame(target, 0);
      for (let slot = 0; slot < simulation.capacity; slot++) {
        for (let axis = 0; axis < 3; axis++) places[slot * 3 + axis] = target.floats[slot * particleWords + axis];
        looks[slot] = target.words[slot * particleWords + 3] & withoutSpecies;
      }
      const notes = simulation.notes.flatMap((note) => [
        note.lateTicks,
        note.midi,
        note.frequencyHz,
        note.velocity,
        note.durationTicks,
        note.pan,
        note.cause,
      ]);
      return [notes, target.scalars, places, looks, x, y, z];
    },
  };
}

/** Zeros of both signs are equal. */
const isEqual = (some: ArrayLike<number>, other: ArrayLike<number>) => {
  if (some.length !== other.length) return false;
  for (let at = 0; at < some.length; at++) if (some[at] !== other[at]) return false;
  return true;
};

/** When an edit comes, and how many ticks are compared from then on. */
export interface EditSpan {
  readonly editedAt: number;
  readonly ticks: number;
}

/** Tells whether one of two edits of a universe changes any particle, note or scalar of a frame in another way than the other. */
export function differ(document: UniverseDocument, [one, other]: readonly [Edit, Edit], { editedAt, ticks }: EditSpan): boolean {
  const [first, second] = [open(document), open(document)];
  for (let tick = 1; tick <= editedAt + ticks; tick++) {
    const [some, others] = [first.step(tick === editedAt ? one : undefined), second.step(tick === editedAt ? other : undefined)];
    if (some.some((numbers, index) => !isEqual(numbers, others[index]!))) return true;
  }
  return false;
}

/** Tells whether any two values of a control make a difference to a universe. */
export function acts(document: UniverseDocument, editOf: (value: Value) => Edit, values: readonly Value[], span: EditSpan): boolean {
  const [first, ...others] = values;
  return others.some((value) => differ(document, [editOf(first!), editOf(value)], span));
}
