import { audioParameters } from './audio.ts';
import { couplingParameters } from './coupling.ts';
import { musicParameters } from './music.ts';
import { physicsParameters } from './physics.ts';
import { type FieldValues, type Parameter, type ParameterGroup, parameterGroups } from './types.ts';
import { visualizationParameters } from './visualization.ts';

/** Every parameter, exactly once, by group. All else about a parameter is derived from here. */
export const registry = {
  physics: physicsParameters,
  music: musicParameters,
  audio: audioParameters,
  visualization: visualizationParameters,
  coupling: couplingParameters,
} as const satisfies Record<ParameterGroup, Record<string, Parameter>>;

/** All parameters by key, without their groups. Keys are unique over all groups (tested). */
export const parameters = {
  ...physicsParameters,
  ...musicParameters,
  ...audioParameters,
  ...visualizationParameters,
  ...couplingParameters,
} as const;

export type ParameterKey = keyof typeof parameters;
export type ParameterValues = FieldValues<typeof parameters>;
export type ParameterValue = ParameterValues[ParameterKey];

export const parameterKeys = Object.keys(parameters) as ParameterKey[];

/** Returns the entry of a parameter, typed as the common part of all entries. */
export function parameterOf(key: ParameterKey): Parameter {
  return parameters[key];
}

export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(parameters, key);
}

/** Returns the group of a parameter. */
export function groupOf(key: ParameterKey): ParameterGroup {
  return parameterGroups.find((group) => Object.hasOwn(registry[group], key))!;
}
