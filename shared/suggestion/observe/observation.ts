import type { ParameterValues } from '../../parameters/index.ts';
import type { Part } from '../../simulation/note.ts';

/** A note as the descriptors need it. */
export interface ObservedNote {
  readonly part: Part;
  readonly midi: number;
  /** Length in seconds. */
  readonly seconds: number;
  /** The bar, counted from 0, and its thirty-second in which it begins. */
  readonly bar: number;
  readonly step: number;
}

/** The chord of a bar. */
export interface ObservedBar {
  /** From a bare fifth, 0, to a ninth. */
  readonly stack: number;
}

/** The music of some whole bars: a part of a bar would count for more or less than it is. */
export interface ObservedMusic {
  readonly notes: readonly ObservedNote[];
  readonly bars: readonly ObservedBar[];
  /** Length in seconds. */
  readonly seconds: number;
}

/** Means of the places and velocities of a fixed number of particles at an instant. */
export interface Glance {
  /** How much they circle the middle, 0..1, and how much they move away from it, −1..1. */
  swirl: number;
  outward: number;
  /** Mean distance to the nearest other, as a share of the mean distance from the middle, for any number of particles. */
  gap: number;
  /** How much the cloud is a disc or a line, 0..1. */
  flatness: number;
  /** Share of a grid over the picture in which there are particles, 0..1, and how unevenly they are shared out, 0..1. */
  coverage: number;
  contrast: number;
}

/** What is read from the simulation ten times a second. */
export const traces = [
  'alive',
  'meanSpeed',
  'unevenness',
  'order',
  'meanHeight',
  'spreadRadius',
  'bounces',
  'collisions',
  'crossings',
  'tempo',
  'filter',
  'reverb',
  'loudness',
  'bass',
  'middle',
  'high',
  'brightness',
  'saturation',
  'tension',
] as const;
export type Trace = (typeof traces)[number];

/** What some seconds of a universe were. */
export interface Observation {
  /** The effective parameters half way; those that depend on the number of particles are for few. */
  readonly parameters: Readonly<ParameterValues>;
  /** How much births come in bursts, 0..1. */
  readonly bursts: number;
  readonly music: ObservedMusic;
  readonly traces: Readonly<Record<Trace, readonly number[]>>;
  readonly glances: readonly Readonly<Glance>[];
  /** Share of the ticks in which enough particles lived to be seen. */
  readonly populated: number;
  readonly notesPerSecond: number;
  /** Share of the notes that are outside of the scale of their tick. */
  readonly outOfScale: number;
  /** Light of the whole picture in each tick, up to a factor. */
  readonly light: Float64Array;
}
