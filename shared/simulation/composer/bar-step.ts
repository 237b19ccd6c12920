import {
  createPlace,
  createPosition,
  finestGrid,
  formDensityOf,
  placeOfBar,
  quickestArch,
  type FormPlace,
  scaleOf,
  scales,
  tonicOf,
  weightOf,
} from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import { readPiecePosition } from './piece-position.ts';
import { ticksPerSecond, type UniverseWorld } from '../world.ts';

/** The current step of the bar, for the parts that write notes. */
export interface BarStep {
  parameters: ParameterValues;
  seed: number;
  scale: readonly number[];
  tonic: number;
  bar: number;
  /** Thirty-second of the bar, and its metrical weight 0..1. */
  step: number;
  weight: number;
  /** Ticks that a thirty-second lasts, and thirty-seconds between the fastest notes of one part. */
  ticksPerStep: number;
  grid: number;
  place: FormPlace;
  /** Factors of the velocities, and of the number of notes of the accompaniment, in this section; 1 where it is plain. */
  formGain: number;
  formDensity: number;
  /** 0..1, the drive of this bar by the particles. */
  drive: number;
  /** True when there are live particles. */
  alive: boolean;
}

/** Builds the reader of a world's current step: null in ticks in which no step of the bar begins. */
export function buildBarStep(world: UniverseWorld): () => BarStep | null {
  const { Clock, Senses, Modulation, Composer } = world.stores;
  const moment: BarStep = {
    parameters: world.document.parameters,
    seed: 0,
    scale: scales.major,
    tonic: 0,
    bar: 0,
    step: 0,
    weight: 1,
    ticksPerStep: 4,
    grid: 2,
    place: createPlace(),
    formGain: 1,
    formDensity: 1,
    drive: 0.5,
    alive: false,
  };
  const position = createPosition();
  return () => {
    if (Clock.onset[0] === 0) return null;
    const { parameters, seed } = world.document;
    moment.parameters = parameters;
    moment.seed = seed;
    moment.scale = scaleOf(parameters);
    moment.tonic = tonicOf(parameters.key);
    moment.bar = Clock.bar[0];
    moment.step = Clock.barStep[0];
    moment.weight = weightOf(parameters.meter, moment.step);
    moment.ticksPerStep = (ticksPerSecond * 7.5) / Modulation.tempo[0];
    moment.grid = finestGrid(Modulation.tempo[0] * quickestArch(parameters.expression), parameters.swing);
    readPiecePosition(Composer, position);
    placeOfBar(moment.bar, seed, position, moment.place);
    moment.formGain = Composer.formGain[0];
    moment.formDensity = formDensityOf(Composer.intensity[0]);
    moment.drive = Composer.drive[0];
    moment.alive = Senses.alive[0] > 0;
    return moment;
  };
}
