import { pitchClassOf, scaleOf, tonicOf } from '../../music/index.ts';
import type { Note } from '../../simulation/note.ts';
import { createSimulation, type Simulation } from '../../simulation/simulation.ts';
import { ticksPerSecond } from '../../simulation/world.ts';
import type { UniverseDocument } from '../../universe/index.ts';
import { thinned } from '../thinned.ts';
import { buildGlance } from './glance.ts';
import { buildLight } from './light.ts';
import { type Glance, type HeardBar, type HeardNote, type Observation, type Track, tracks } from './observation.ts';

/** Particles that are enough for a description. */
export const describedParticles = 400;
/** Eight bars of 4/4 at 120 BPM: half of it is too short for the music to show what it is. */
export const describedSeconds = 16;

/** Ticks between two readings of the tracks, and between two glances. */
const trackTicks = 6;
const glanceTicks = 30;
/** Seconds in which the first particles are born; motion is read after them. */
const birthSeconds = 2;
/** Share of the slots in which particles live that is enough to be seen. */
const leastPopulation = 0.02;

/** The columns of the tracks. */
function columnsOfTracks({ world }: Simulation): Record<Track, Float64Array> {
  const { Senses, Modulation } = world.stores;
  const { alive, meanSpeed, unevenness, order, meanHeight, spreadRadius, bounces, collisions, crossings, activity, births } = Senses;
  const { tempo, filter, reverb, smoothLoudness, bass, middle, high, brightness, saturation, tension } = Modulation;
  const ofMatter = { alive, meanSpeed, unevenness, order, meanHeight, spreadRadius, bounces, collisions, crossings, activity, births };
  return { ...ofMatter, tempo, filter, reverb, loudness: smoothLoudness, bass, middle, high, brightness, saturation, tension };
}

/**
 * Returns a document without the form of its piece: all parts play from the beginning. An introduction tells little of what comes after it,
 * and is longer than a description.
 */
const withoutForm = (document: UniverseDocument): UniverseDocument => ({ ...document, parameters: { ...document.parameters, form: 0 } });

/** Returns a document whose storyboard, if it plays, begins where its playhead is: ticks are those of this run. */
function startedNow(document: UniverseDocument): UniverseDocument {
  const { storyboard } = document;
  if (!storyboard?.playhead || storyboard.playhead.since === null) return document;
  return { ...document, storyboard: { ...storyboard, playhead: { ...storyboard.playhead, since: 0 } } };
}

/** Builds the recorder of the notes and chords of each step. */
function buildListener(simulation: Simulation) {
  const { Clock, Composer } = simulation.world.stores;
  const notes: HeardNote[] = [];
  const bars: HeardBar[] = [];
  let outOfScale = 0;
  const hear = ({ part, midi, velocity, tick, durationTicks }: Note) => {
    notes.push({
      part,
      midi,
      velocity,
      at: tick / ticksPerSecond,
      seconds: durationTicks / ticksPerSecond,
      bar: Clock.bar[0],
      step: Clock.barStep[0],
    });
  };
  return {
    notes,
    bars,
    outOfScale: () => outOfScale,
    listen() {
      if (Clock.bar[0] === bars.length && Composer.chordNotes[0] > 0) bars.push({ root: Composer.root[0], stack: Composer.stack[0] });
      if (simulation.notes.length === 0) return;
      const { parameters } = simulation.world.document;
      const [scale, tonic] = [scaleOf(parameters), tonicOf(parameters.key)];
      for (const note of simulation.notes) {
        hear(note);
        if (!scale.includes(pitchClassOf(note.midi - tonic))) outOfScale += 1;
      }
    },
  };
}

/** Runs a universe for some seconds from its first tick, with few particles, and records what there is to describe. */
export function observe(document: UniverseDocument): Observation {
  const simulation = createSimulation(startedNow(thinned(withoutForm(document), describedParticles)));
  const { world, capacity } = simulation;
  const listener = buildListener(simulation);
  const columns = columnsOfTracks(simulation);
  const series = Object.fromEntries(tracks.map((track): [Track, number[]] => [track, []])) as Record<Track, number[]>;
  const readLight = buildLight(world);
  const ticks = describedSeconds * ticksPerSecond;
  const light = new Float64Array(ticks);
  const glances: Glance[] = [];
  let populated = 0;
  let { parameters } = document;
  const glance = buildGlance(world.stores);
  for (let tick = 1; tick <= ticks; tick++) {
    simulation.step();
    listener.listen();
    light[tick - 1] = readLight();
    if (world.stores.Senses.alive[0] >= leastPopulation * capacity) populated += 1;
    if (tick === ticks / 2) parameters = world.document.parameters;
    if (tick < birthSeconds * ticksPerSecond) continue;
    if (tick % trackTicks === 0) for (const track of tracks) series[track].push(columns[track][0]);
    if (tick % glanceTicks === 0) glances.push(glance());
  }
  return {
    parameters,
    seconds: describedSeconds,
    notes: listener.notes,
    notesOutOfScale: listener.outOfScale(),
    bars: listener.bars,
    tracks: series,
    glances,
    populated: populated / ticks,
    light,
  };
}
