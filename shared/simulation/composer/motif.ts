import { mix } from '../../math/generator.ts';
import {
  barsPerPhrase,
  beatsPerBar,
  type BarRhythm,
  contourAt,
  createRhythm,
  hasOnset,
  type Meter,
  placesOf,
  stepsPerBar,
  wholeCount,
  writeRhythm,
} from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import type { UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';

/** Most notes of the melody in a second. */
const fastest = 9;
/** Bars 0 and 2 of a phrase share a motif, bar 1 answers, bar 3 closes. */
const motifOfBar = [0, 1, 0, 2];
/** A bar of so many notes is as wide as its line makes it; one of fewer notes moves further from each to the next, up to so many times. */
const notesOfLine = 8;
const widestMove = 2;
/** Share of the closing bar in which notes begin. */
const cadenceShare = 0.6;

/** True in the bar that closes a phrase. */
export const isCadence = (barInPhrase: number): boolean => barInPhrase === barsPerPhrase - 1;

/** Steps of a bar of the phrase in which notes of a motif begin. */
export function motifSteps(barInPhrase: number, meter: Meter): number {
  const steps = stepsPerBar(meter);
  return isCadence(barInPhrase) ? Math.floor(steps * cadenceShare) : steps;
}

/** True in the bars with the motif by which one knows the phrase. */
export const hasMainMotif = (barInPhrase: number): boolean => motifOfBar[barInPhrase] === 0;

/** The motif of a bar: its rhythm, and a line of degrees. */
export interface Motif {
  readonly rhythm: BarRhythm;
  /** Writes the rhythm of a bar of the phrase. Returns the number of notes of the bar for which there is no room. */
  write(moment: BarStep, barInPhrase: number): number;
  /** Onsets of the rhythm before a step. */
  onsetsBefore(step: number): number;
  /** Degrees of a note above the first; `energy` 0..1 widens the line. */
  heightAt(index: number, parameters: ParameterValues, energy: number): number;
}

/** Builds the writer of the melody's motifs, from the material of the phrase and the drive that its theme holds. */
export function buildMotif(world: UniverseWorld): Motif {
  const { Composer, Modulation } = world.stores;
  const rhythm = createRhythm();
  return {
    rhythm,
    write({ parameters, place, grid }, barInPhrase) {
      const { meter, noteDensity, rhythmComplexity } = parameters;
      const beats = beatsPerBar(meter);
      const drive = Composer.themeDrive[0];
      const most = (fastest * beats * 60) / Modulation.tempo[0];
      const sparse = isCadence(barInPhrase) ? cadenceShare : 1;
      rhythm.seed = mix(place.material + motifOfBar[barInPhrase]);
      rhythm.meter = meter;
      rhythm.grid = noteDensity > 4 ? grid : Math.max(2, grid);
      rhythm.syncopation = rhythmComplexity * (0.45 + 0.5 * drive);
      rhythm.complexity = rhythmComplexity;
      const wanted = noteDensity * beats * (0.6 + 0.8 * drive) * sparse;
      const room = Math.min(most * sparse, placesOf(rhythm));
      // However sparse, a phrase has a note.
      rhythm.count = Math.max(barInPhrase === 0 ? 1 : 0, wholeCount(Math.min(wanted, room), rhythm.seed));
      writeRhythm(rhythm);
      return Math.max(0, wanted - room) / stepsPerBar(meter);
    },
    onsetsBefore(step) {
      let onsets = 0;
      for (let before = 0; before < step; before++) if (hasOnset(rhythm, before)) onsets += 1;
      return onsets;
    },
    heightAt(index, { melodyRange }, energy) {
      const spread = 0.5 + 0.8 * energy + 1.4 * Math.max(0, melodyRange - 0.5) + 3 * Math.max(0, melodyRange - 0.8);
      // A walk is as wide as the root of its length.
      const fewer = Math.min(widestMove, Math.sqrt(notesOfLine / Math.max(1, rhythm.count)));
      return Math.floor(contourAt(rhythm.seed, index, melodyRange) * spread * Math.max(1, fewer) + 0.5);
    },
  };
}
