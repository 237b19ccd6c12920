import type { Field } from '../../parameters/index.ts';
import { emitterFields, maxEmitters, maxWells, type UniverseDocument, wellFields } from '../../universe/index.ts';
import type { Draw } from './draw.ts';
import type { Strides } from './strides.ts';
import { hasEffect, isGradual, shiftedNumber, type Value, variedValue } from './vary-field.ts';

/** Part of the range of a number that it moves in at least, whatever its size. */
const leastSpan = 0.1;
/** Hundredths, in which affinities are set. */
const affinitySteps = 100;

/** Returns in how wide a range a number of an emitter or a well moves: places and sizes in the bounds, all else by its own size. */
function spanOf(field: Extract<Field, { kind: 'number' | 'integer' }>, value: number, boundsSize: number): number {
  return field.unit === 'm' ? boundsSize : Math.max(2 * Math.abs(value), leastSpan * (field.max - field.min));
}

function variedThing<T extends object>(
  fields: Readonly<Record<string, Field>>,
  thing: T,
  boundsSize: number,
  strides: Strides,
  draw: Draw,
): T {
  const values: Record<string, Value> = { ...(thing as Record<string, Value>) };
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (!draw.chance(isGradual(field, value) ? strides.gradual : strides.sudden) || !hasEffect(field, values)) continue;
    // Light particles stay light: heavy ones are soon more than a step can move.
    if (name === 'mass' && value === 0) continue;
    values[name] =
      field.kind === 'number' && typeof value === 'number'
        ? shiftedNumber(field, value, spanOf(field, value, boundsSize), strides.reach, draw)
        : variedValue(field, value, strides.reach, draw);
  }
  return values as T;
}

/** Adds a varied copy of an entity, or removes one of several. */
function more<T extends { id: string }>(
  list: readonly T[],
  kind: string,
  most: number,
  vary: (thing: T) => T,
  strides: Strides,
  draw: Draw,
): T[] {
  if (list.length === 0 || !draw.chance(strides.sudden)) return [...list];
  if (list.length > 1 && (list.length >= most || draw.chance(0.5))) {
    const gone = draw.pick(list);
    return list.filter((thing) => thing !== gone);
  }
  let number = list.length + 1;
  while (list.some(({ id }) => id === `${kind}-${number}`)) number += 1;
  return [...list, { ...vary(draw.pick(list)), id: `${kind}-${number}` }];
}

/** Varies emitters and wells, and affinities where species act on one another. */
export function variedThings(document: UniverseDocument, strides: Strides, draw: Draw): UniverseDocument {
  const { boundsSize, speciesForce } = document.parameters;
  const vary =
    (fields: Readonly<Record<string, Field>>) =>
    <T extends { id: string }>(thing: T) =>
      variedThing(fields, thing, boundsSize, strides, draw);
  const [emitter, well] = [vary(emitterFields), vary(wellFields)];
  const affinity = (value: number) =>
    draw.chance(strides.gradual)
      ? Math.max(-1, Math.min(1, Math.floor((value + 2 * strides.reach * draw.normal()) * affinitySteps + 0.5) / affinitySteps))
      : value;
  return {
    ...document,
    emitters: more(document.emitters.map(emitter), 'emitter', maxEmitters, emitter, strides, draw),
    wells: more(document.wells.map(well), 'well', maxWells, well, strides, draw),
    affinities: speciesForce > 0 ? document.affinities.map(affinity) : document.affinities,
  };
}
