import { couple, createCouplingOutput, followSeconds, loudnessOf, loudnessSeconds } from '../../shared/coupling/index.ts';
import { gainOfDb } from '../../shared/math/exact.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import { createWorld } from '../../shared/simulation/create-world.ts';
import { partLevels } from '../../shared/simulation/composer/parts-that-play.ts';
import { type Note, type Part, parts } from '../../shared/simulation/note.ts';
import { shapeVoices } from '../../shared/simulation/systems/shape-voices.ts';
import { stepSeconds, ticksPerSecond } from '../../shared/simulation/world.ts';
import { defaultDocument } from '../../shared/universe/index.ts';

/** Notes of a part: notes per beat, their length in thirty-seconds, their velocity. */
export interface Playing {
  part: Part;
  perBeat: number;
  steps: number;
  velocity: number;
}

/** State of the loop between sound and gravity, in the units of the columns. */
export type LoopState = [gravity: number, tempo: number, volume: number, loudness: number];

/** Maximum length of a note in ticks: a bar of thirty-seconds at 40 BPM. */
const maxTicks = (32 * 7.5 * ticksPerSecond) / 40;
/** The composer's maximum of notes that begin in a second. */
const maxPerSecond = 30;

const noteOf = (part: Part, durationTicks: number): Note => ({
  tick: 0,
  lateTicks: 0,
  part,
  midi: 60,
  frequencyHz: 261.6,
  velocity: 1,
  durationTicks,
  pan: 0,
  rule: 'pulse',
  cause: 0,
  drum: part === 'drums' ? 'kick' : null,
});

/** Builds a world in which only the voices run, at 0 dB. */
export function buildVoices() {
  const document = defaultDocument();
  document.parameters.particleCount = 100;
  const world = createWorld(document);
  const run = shapeVoices.build(world);
  const level = (part: Part) => ({ [partLevels[part]]: 0 });
  const plain = { ...document.parameters, volume: 0, ...Object.assign({}, ...parts.map(level)) } as ParameterValues;
  /** Sets the envelope and silences all voices. */
  const open = ({ attack, decay, sustain, release }: ParameterValues) => {
    world.document = { ...document, parameters: { ...plain, attack, decay, sustain, release } };
    world.stores.Voice.stage.fill(0);
    world.stores.Modulation.volume[0] = 1;
    world.stores.Modulation.smoothLoudness[0] = 0;
  };
  /** Runs a step in which the given notes begin; returns the summed amplitude of all voices. */
  const step = (...notes: Note[]) => {
    world.notes.length = 0;
    world.notes.push(...notes);
    run();
    const loudness = world.stores.Modulation.loudness[0];
    return (0.5 * loudness) / (1 - loudness);
  };
  return { world, open, step };
}

/** Measures with the real voices the sum of a note's amplitude over its whole life, in ticks, by its length in ticks. */
export function buildNoteArea(voices: ReturnType<typeof buildVoices>, parameters: ParameterValues): (ticks: number) => number {
  voices.open(parameters);
  const struck = voices.step(noteOf('lead', 1));
  const fade = voices.step() / struck;
  voices.open(parameters);
  const held: number[] = [0];
  const level: number[] = [0];
  for (let tick = 1; tick <= maxTicks; tick++) {
    level.push(voices.step(...(tick === 1 ? [noteOf('lead', maxTicks)] : [])));
    held.push(held[tick - 1] + level[tick]);
  }
  const areaOf = (tick: number) => held[tick] + (level[tick] * fade) / (1 - fade);
  return (ticks) => {
    const length = Math.max(1, Math.min(maxTicks, ticks));
    const whole = Math.min(maxTicks - 1, Math.floor(length));
    return areaOf(whole) + (areaOf(whole + 1) - areaOf(whole)) * (length - whole);
  };
}

/** Returns the sum of the amplitude of a drum hit, in ticks. */
export function drumArea(voices: ReturnType<typeof buildVoices>, parameters: ParameterValues): number {
  voices.open(parameters);
  let area = voices.step(noteOf('drums', 1));
  for (let tick = 0; tick < 60; tick++) area += voices.step();
  return area;
}

/**
 * Builds a model of the loop of a universe at a standing tide, with averaged notes: `perBeat` notes begin per beat, and the mean amplitude is the sum of
 * their areas (Campbell's theorem). The rest is the simulation's own: the links, the loudness, the two time constants.
 */
export function buildLoop(parameters: ParameterValues, playing: readonly Playing[], areaOf: (ticks: number) => number, drum: number, tide = 0) {
  const out = createCouplingOutput();
  const master = gainOfDb(parameters.volume);
  const gains = playing.map(({ part }) => gainOfDb(parameters[partLevels[part]]));
  const links = (gravity: number, loudness: number) => {
    couple({ parameters, gravity, loudness, tide, meanSpeed: 3, maxSpeed: 10, activity: 0.5, scaleBrightness: 0 }, out);
    return out;
  };

  const loudnessAt = (tempo: number, volume: number) => {
    let amplitude = 0;
    let perSecond = 0;
    for (let index = 0; index < playing.length; index++) {
      const { part, perBeat, steps, velocity } = playing[index];
      const area = part === 'drums' ? drum : areaOf((steps * ticksPerSecond * 7.5) / tempo);
      perSecond += (perBeat * tempo) / 60;
      amplitude += (perBeat * tempo * area * velocity * gains[index]) / 3600;
    }
    return loudnessOf(amplitude * Math.min(1, maxPerSecond / perSecond) * master * volume);
  };

  return {
    links,
    /** Goes around the loop once, without time constants: from a gravity to the gravity that its music makes. */
    turn(gravity: number): number {
      const { tempo, volume } = links(gravity, 0);
      return links(gravity, loudnessAt(tempo, volume)).gravity;
    },
    /** Returns the state of the loop at a constant gravity. */
    restAt(gravity: number): LoopState {
      const { tempo, volume } = links(gravity, 0);
      return [gravity, tempo, volume, loudnessAt(tempo, volume)];
    },
    /** Returns the state after a step of the simulation. */
    step([gravity, tempo, volume, loudness]: LoopState): LoopState {
      const share = stepSeconds / followSeconds.stable;
      const wanted = links(gravity, loudness);
      const next: LoopState = [
        gravity + (wanted.gravity - gravity) * share,
        tempo + (wanted.tempo - tempo) * share,
        volume + (wanted.volume - volume) * share,
        loudness,
      ];
      next[3] += (loudnessAt(next[1], next[2]) - loudness) * (stepSeconds / loudnessSeconds);
      return next;
    },
  };
}
export type Loop = ReturnType<typeof buildLoop>;

/** Returns the Jacobian of a step in logarithms: relative changes after it by relative changes before it. */
export function relativeJacobian(loop: Loop, at: LoopState): number[][] {
  const h = 1e-5;
  const columns = at.map((_, index) => {
    const nudged = (factor: number) => loop.step(at.map((value, other) => (other === index ? value * factor : value)) as LoopState);
    const high = nudged(1 + h);
    const low = nudged(1 - h);
    return high.map((value, row) => (value - low[row]) / (2 * h * at[row]));
  });
  return at.map((_, row) => columns.map((column) => column[row]));
}

/** Upper bound of the spectral radius: ‖Jᵏ‖^(1/k) for k = 2²⁰, row sum norm. @see Gelfand 1941; Horn, Johnson 2013, Cor. 5.6.14 */
export function spectralRadius(matrix: readonly (readonly number[])[]): number {
  const normOf = (rows: readonly (readonly number[])[]) =>
    Math.max(...rows.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
  let power = matrix.map((row) => [...row]);
  let exponent = 1;
  // ln of the factor by which the power is normalised.
  let logarithm = 0;
  for (let doubling = 0; doubling < 20; doubling++) {
    const norm = normOf(power);
    if (norm === 0) return 0;
    power = power.map((row) => row.map((value) => value / norm));
    logarithm = 2 * (logarithm + Math.log(norm));
    exponent *= 2;
    power = power.map((row) => row.map((_, column) => row.reduce((sum, value, index) => sum + value * power[index][column], 0)));
  }
  return Math.exp((logarithm + Math.log(normOf(power))) / exponent);
}
