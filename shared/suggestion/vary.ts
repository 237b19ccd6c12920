import { type ParameterKey, type ParameterPatch, parameterOf, type ParameterValue, roundToStep } from '../parameters/index.ts';
import type { UniverseDocument } from '../universe/index.ts';
import { movedTowards } from './edits-between.ts';
import { type Freedom, freeParameters, freesThings, type Scope, scopeOf } from './scope.ts';
import { crowdOf } from './thinned.ts';
import { createDraw, type Draw } from './vary/draw.ts';
import { type Strides, stridesOf } from './vary/strides.ts';
import { hasEffect, isGradual, variedValue } from './vary/vary-field.ts';
import { variedThings } from './vary/vary-things.ts';

/** Varies a share of the free parameters that act, at least one of them if there is any. */
function variedParameters(document: UniverseDocument, keys: readonly ParameterKey[], strides: Strides, draw: Draw): UniverseDocument {
  const { parameters } = document;
  const acting = keys.filter((key) => hasEffect(parameterOf(key), parameters));
  if (acting.length === 0) return document;
  const gradual = acting.filter((key) => isGradual(parameterOf(key), parameters[key]));
  const chosen = new Set(acting.filter((key) => draw.chance(gradual.includes(key) ? strides.gradual : strides.sudden)));
  chosen.add(draw.pick(gradual.length > 0 ? gradual : acting));
  const patch = Object.fromEntries([...chosen].map((key) => [key, variedValue(parameterOf(key), parameters[key], strides.reach, draw)]));
  return { ...document, parameters: { ...parameters, ...patch } };
}

/** Returns a variation of a document within a freedom: the same for the same key, a whole number. */
export function mutated(document: UniverseDocument, freedom: Freedom, key: number): UniverseDocument {
  const draw = createDraw(key);
  const strides = stridesOf(freedom.amount);
  const varied = variedParameters(document, freeParameters(freedom), strides, draw);
  return movedTowards(document, freesThings(freedom) ? variedThings(varied, strides, draw) : varied);
}

/** Returns the values of another document for a number of particles as here: as many more are born of more. */
function takenParameters(keys: readonly ParameterKey[], here: UniverseDocument, other: UniverseDocument): ParameterPatch {
  const crowd = crowdOf(other.parameters, here.parameters.particleCount / other.parameters.particleCount);
  const entries = keys.map((key): [ParameterKey, ParameterValue] => {
    const field = parameterOf(key);
    const scaled = Object.hasOwn(crowd, key) ? crowd[key as keyof typeof crowd] : undefined;
    return [key, scaled !== undefined && field.kind === 'number' ? roundToStep(field, scaled) : other.parameters[key]];
  });
  return Object.fromEntries(entries) as ParameterPatch;
}

/**
 * Returns a child of two documents: the first, with some of the free scopes of the other, each as a whole. At least one scope is taken, and
 * not all of them unless only one is free.
 */
export function crossed(document: UniverseDocument, other: UniverseDocument, freedom: Freedom, key: number): UniverseDocument {
  const draw = createDraw(key);
  const keys = freeParameters(freedom);
  const open = [...new Set<Scope>([...keys.map(scopeOf), ...(freesThings(freedom) ? (['things'] as const) : [])])];
  if (open.length === 0) return document;
  const always = draw.pick(open);
  const never = draw.pick(open);
  const taken = open.filter((scope) => scope === always || (scope !== never && draw.chance(freedom.amount)));
  const patch = takenParameters(
    keys.filter((name) => taken.includes(scopeOf(name))),
    document,
    other,
  );
  const { emitters, wells, affinities } = taken.includes('things') ? other : document;
  return movedTowards(document, { ...document, parameters: { ...document.parameters, ...patch }, emitters, wells, affinities });
}
