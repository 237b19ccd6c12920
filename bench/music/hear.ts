import { drawnTension, midiOfDegree, chordDegrees, pitchClassOf, scaleOf, tonicOf } from '../../shared/music/index.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { Note } from '../../shared/simulation/note.ts';
import { buildBarStep } from '../../shared/simulation/composer/bar-step.ts';
import { createSimulation } from '../../shared/simulation/simulation.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { NamedUniverse } from './universes.ts';

/** A bar as it was composed. */
export interface HeardBar {
  /** Parameters at its beginning: a storyboard may change them from those of the document. */
  parameters: ParameterValues;
  /** The chord, in ascending order, as MIDI numbers, and its pitch classes from the root upwards. */
  chord: number[];
  classes: number[];
  drawn: number;
  reached: number;
  /** Thirty-seconds of the bar in which a note began. */
  onsets: Set<number>;
}

export interface HeardUniverse extends NamedUniverse {
  ticks: number;
  notes: Note[];
  /** Number of notes in the scale of their tick. */
  inScale: number;
  bars: HeardBar[];
}

/** Runs a universe for some seconds and records what its composer did. */
export function hearUniverse(universe: NamedUniverse, seconds: number): HeardUniverse {
  const simulation = createSimulation(universe.document);
  const { Clock, Composer, Modulation } = simulation.world.stores;
  const columns = [Composer.chord0, Composer.chord1, Composer.chord2, Composer.chord3];
  const readMoment = buildBarStep(simulation.world);
  const degrees = new Int32Array(5);
  const heard: HeardUniverse = { ...universe, ticks: seconds * ticksPerSecond, notes: [], inScale: 0, bars: [] };
  while (simulation.tick < heard.ticks) {
    simulation.step();
    const { parameters } = simulation.world.document;
    const [scale, tonic] = [scaleOf(parameters), tonicOf(parameters.key)];
    const bar = Clock.bar[0];
    const moment = readMoment();
    if (moment && heard.bars.length === bar && Composer.chordNotes[0] > 0) {
      const count = chordDegrees(scale, Composer.root[0], Composer.stack[0], degrees);
      heard.bars.push({
        parameters,
        chord: columns.slice(0, Composer.chordNotes[0]).map((column) => column[0]),
        classes: [...degrees.subarray(0, count)].map((degree) => pitchClassOf(midiOfDegree(scale, tonic, degree))),
        drawn: drawnTension(parameters.progression, moment.place, parameters.harmony),
        reached: Modulation.tension[0],
        onsets: new Set(),
      });
    }
    for (const note of simulation.notes) {
      heard.notes.push(note);
      if (scale.includes(pitchClassOf(note.midi - tonic))) heard.inScale += 1;
      heard.bars.at(-1)?.onsets.add(Clock.barStep[0]);
    }
  }
  return heard;
}
