import {
  fromPosition,
  type ParameterKey,
  type ParameterPatch,
  parameterOf,
  parameters as registered,
  type ParameterValue,
  roundToStep,
  toPosition,
} from '../parameters/index.ts';
import type { UniverseDocument } from '../universe/index.ts';
import { axes, type Axis, type PadPlace } from './axes.ts';
import { type DescriptorName, descriptorIndex } from './descriptors.ts';
import { padMoves } from './pad-moves.ts';
import { type Freedom, freeParameters } from './scope.ts';

/** How much each descriptor says of a place on an axis. The words of the pads are about these, and not about other descriptors. */
const signs: Readonly<Record<Axis, Readonly<Partial<Record<DescriptorName, number>>>>> = {
  wild: { speed: 1, activity: 0.7, unevenness: 0.3, tempo: 0.8, drums: 0.5, shimmer: 0.3 },
  bright: { light: 1, glow: 0.5, sparks: 0.2, openness: 0.8, highs: 0.8, middles: -0.4, lows: -0.4, register: 0.35 },
  dense: { notes: 1, tempo: -0.6, melody: 0.4, chords: 0.3, texture: 0.4, coverage: 0.5, size: 0.4, trail: 0.2 },
  tense: { tension: 1, chordRichness: 0.6, mode: -0.6, attack: -0.4, reverb: -0.3 },
};

/** Weighted mean of the values, in their usual spread, that is half way to the end of an axis. */
const halfWay = 0.7;

const readers = axes.map((axis) => {
  const weights = Object.entries(signs[axis]) as [DescriptorName, number][];
  const whole = weights.reduce((sum, [, weight]) => sum + Math.abs(weight), 0);
  return [axis, weights.map(([name, weight]) => [descriptorIndex(name), weight / whole] as const)] as const;
});

/** Returns where a described universe is. `values`: those of its description. */
export function placeOf(values: Float64Array): PadPlace {
  const place = { wild: 0, bright: 0, dense: 0, tense: 0 };
  for (const [axis, weights] of readers) {
    const sum = weights.reduce((total, [index, weight]) => total + weight * values[index], 0);
    place[axis] = sum / (halfWay + Math.abs(sum));
  }
  return place;
}

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/**
 * Returns the value of a parameter moved by a share of its range on its own scale, held at its ends; choices move along `order`.
 * A value that has no place on the way, as a choice outside the order, stays.
 */
export function stepped(key: ParameterKey, value: ParameterValue, share: number, order: readonly string[] = []): ParameterValue {
  const field = parameterOf(key);
  if (typeof value === 'number' && (field.kind === 'number' || field.kind === 'integer'))
    return fromPosition(field, toPosition(field, value) + share);
  const at = order.indexOf(String(value));
  if (at < 0) return value;
  return order[clamp(Math.round(at + share * (order.length - 1)), 0, order.length - 1)];
}

/**
 * Returns a document moved from where it is towards another place along the table of the pads: axes that are not named stay, and so do
 * parameters that are not free. What it measures afterwards can differ, since the table knows directions and not universes, so `to` may
 * lie beyond the ends of an axis.
 */
export function movedTo(document: UniverseDocument, from: PadPlace, to: Partial<PadPlace>, freedom: Freedom): UniverseDocument {
  const { parameters } = document;
  const free = new Set(freeParameters(freedom));
  const moved: Partial<Record<ParameterKey, ParameterValue>> = {};
  for (const axis of axes) {
    const way = ((to[axis] ?? from[axis]) - from[axis]) / 2;
    if (way === 0) continue;
    for (const { parameter, share, order } of padMoves[axis])
      if (free.has(parameter)) moved[parameter] = stepped(parameter, parameters[parameter], way * share, order);
  }
  const next = { ...parameters, ...(moved as ParameterPatch) };
  // More births than there is room for make gaps: none is born until one has died.
  const room = roundToStep(registered.emissionRate, next.particleCount / next.particleLifetime);
  if (next.emissionRate > parameters.emissionRate) next.emissionRate = Math.max(parameters.emissionRate, Math.min(next.emissionRate, room));
  return { ...document, parameters: next };
}
