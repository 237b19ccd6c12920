import { createSimulation, type Simulation } from '../../simulation/simulation.ts';
import { ticksPerSecond } from '../../simulation/world.ts';
import type { UniverseDocument } from '../../universe/index.ts';
import { thinned } from '../thinned.ts';
import { buildGlance } from './glance.ts';
import { buildLight } from './light.ts';
import { createMusicRecorder } from './music-recorder.ts';
import { type Glance, type Observation, type Trace, traces } from './observation.ts';

/** Particles that are enough for a description. */
export const describedParticles = 256;
/** Eight bars of 4/4 at 120 BPM: half of it is too short for the music to show what it is. */
const describedSeconds = 16;
const describedTicks = describedSeconds * ticksPerSecond;

/** Ticks between two readings of the traces, and between two glances. */
const traceTicks = 6;
const glanceTicks = 30;
/** Seconds in which the first particles are born; motion is read after them. */
const birthSeconds = 2;
/** Share of the slots in which particles live that is enough to be seen. */
const leastPopulation = 0.02;

/** The columns of the traces. */
function columnsOfTraces({ world }: Simulation): Record<Trace, Float64Array> {
  const { Senses, Modulation } = world.stores;
  const { alive, meanSpeed, unevenness, order, meanHeight, spreadRadius, bounces, collisions, crossings } = Senses;
  const { tempo, filter, reverb, smoothLoudness, bass, middle, high, brightness, saturation, tension } = Modulation;
  const ofMatter = { alive, meanSpeed, unevenness, order, meanHeight, spreadRadius, bounces, collisions, crossings };
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

/** Returns how much the births of a universe come in bursts, 0..1: by the pulse of its emitters, and by their squalls. */
function burstsOf({ emitters, parameters }: UniverseDocument): number {
  const shares = emitters.reduce((sum, { rate }) => sum + rate, 0);
  const pulse = shares === 0 ? 0 : emitters.reduce((sum, { rate, pulse: own }) => sum + rate * own, 0) / shares;
  return Math.max(pulse, parameters.rateVariation / 2);
}

/** Runs a universe for some seconds from its first tick, with few particles, and records what there is to describe. */
export function observe(document: UniverseDocument, most = describedParticles): Observation {
  const simulation = createSimulation(startedNow(thinned(withoutForm(document), most)));
  const { world, capacity } = simulation;
  const recorder = createMusicRecorder(simulation);
  const columns = columnsOfTraces(simulation);
  const series = Object.fromEntries(traces.map((trace): [Trace, number[]] => [trace, []])) as Record<Trace, number[]>;
  const readLight = buildLight(world);
  const glance = buildGlance(world.stores);
  const light = new Float64Array(describedTicks);
  const glances: Glance[] = [];
  let populated = 0;
  let halfWay = document;
  for (let tick = 1; tick <= describedTicks; tick++) {
    simulation.step();
    recorder.record();
    light[tick - 1] = readLight();
    if (world.stores.Senses.alive[0] >= leastPopulation * capacity) populated += 1;
    if (tick === describedTicks / 2) halfWay = world.document;
    if (tick < birthSeconds * ticksPerSecond) continue;
    if (tick % traceTicks === 0) for (const trace of traces) series[trace].push(columns[trace][0]);
    if (tick % glanceTicks === 0) glances.push(glance());
  }
  return {
    parameters: { ...halfWay.parameters, form: document.parameters.form },
    bursts: burstsOf(halfWay),
    music: recorder.heard(),
    traces: series,
    glances,
    populated: populated / describedTicks,
    notesPerSecond: recorder.notes / describedSeconds,
    outOfScale: recorder.notes === 0 ? 0 : recorder.outOfScale / recorder.notes,
    light,
  };
}
