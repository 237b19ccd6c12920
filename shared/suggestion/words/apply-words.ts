import { type ParameterKey, type ParameterPatch, type ParameterValue } from '../../parameters/index.ts';
import type { UniverseDocument } from '../../universe/index.ts';
import { type Axis, axes, type PadPlace } from '../axes.ts';
import { movedTo, stepped } from '../pads.ts';
import { type Freedom, freeParameters } from '../scope.ts';
import type { Chip } from './chip.ts';

/** Way that a word always moves a universe which is already what it says. */
const leastWay = 0.15;

const clamp = (value: number) => Math.min(1, Math.max(-1, value));

/**
 * Returns where the chips together ask a universe to be: of places on one axis the strong ones count more, and ways add up. A universe
 * that is darker than "dark" asks for gets darker yet, never brighter.
 */
export function targetsOfChips(chips: readonly Chip[], from: PadPlace): Partial<PadPlace> {
  const targets: Partial<Record<Axis, number>> = {};
  for (const axis of axes) {
    const said = chips.filter((chip) => chip.targets[axis]);
    if (said.length === 0) continue;
    const absolute = said.filter(({ relative }) => !relative).map((chip) => chip.targets[axis] ?? 0);
    const way = said.filter(({ relative }) => relative).reduce((sum, chip) => sum + (chip.targets[axis] ?? 0), 0);
    const weight = absolute.reduce((sum, place) => sum + Math.abs(place), 0);
    const asked = weight > 0 ? absolute.reduce((sum, place) => sum + place * Math.abs(place), 0) / weight : from[axis];
    const further = asked > 0 ? Math.max(asked, from[axis] + leastWay) : Math.min(asked, from[axis] - leastWay);
    targets[axis] = clamp((weight > 0 ? further : asked) + way);
  }
  return targets;
}

/** Returns a document with the values and steps of chips, where they are free. */
function withValues(document: UniverseDocument, chips: readonly Chip[], freedom: Freedom): UniverseDocument {
  const free = new Set(freeParameters(freedom));
  const values: Partial<Record<ParameterKey, ParameterValue>> = { ...document.parameters };
  for (const chip of chips) {
    for (const [key, value] of Object.entries(chip.values ?? {}) as [ParameterKey, ParameterValue][])
      if (free.has(key)) values[key] = value;
    for (const [key, share] of Object.entries(chip.steps ?? {}) as [ParameterKey, number][])
      if (free.has(key)) values[key] = stepped(key, values[key] ?? document.parameters[key], share);
  }
  return { ...document, parameters: { ...document.parameters, ...(values as ParameterPatch) } };
}

/**
 * Returns a document moved to where chips ask for, from where it is, or to another aim; what the words name is set last, and stays as
 * they say.
 */
export function withWords(
  document: UniverseDocument,
  chips: readonly Chip[],
  from: PadPlace,
  freedom: Freedom,
  aim: Partial<PadPlace> = targetsOfChips(chips, from),
): UniverseDocument {
  return withValues(movedTo(document, from, aim, freedom), chips, freedom);
}
