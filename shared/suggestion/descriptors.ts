import { lookMeasures } from './measures/look.ts';
import type { Measure } from './measures/measure.ts';
import { motionMeasures } from './measures/motion.ts';
import { musicMeasures } from './measures/music.ts';
import { soundMeasures } from './measures/sound.ts';
import type { Observation } from './observe/observation.ts';

const measures = { motion: motionMeasures, music: musicMeasures, sound: soundMeasures, look: lookMeasures } as const;
export type DescriptorGroup = keyof typeof measures;
export type DescriptorName = (typeof measures)[DescriptorGroup][number]['name'];

/** A property by which universes are compared. */
export interface Descriptor {
  readonly name: DescriptorName;
  readonly group: DescriptorGroup;
  /** As users read it, in English. */
  readonly label: string;
}

const groups = Object.keys(measures) as DescriptorGroup[];
const all: readonly (Descriptor & Measure)[] = groups.flatMap((group) => measures[group].map((measure) => ({ ...measure, group })));

/** All descriptors, in the order of the values of a description. */
export const descriptors: readonly Descriptor[] = all.map(({ name, group, label }) => ({ name, group, label }));

/** The least spread of each descriptor, in their order: differences below it are hardly noticed. */
export const noticedDifferences: readonly number[] = all.map(({ noticed }) => noticed ?? 0);

/** Returns the place of a descriptor in the values of a description. */
export const descriptorIndex = (name: DescriptorName): number => descriptors.findIndex((descriptor) => descriptor.name === name);

/** Returns the values of all descriptors, not normalised. */
export function measure(observation: Observation): Float64Array {
  return Float64Array.from(all, ({ of }) => of(observation));
}
