import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenNumber, parametersArbitrary } from '../../tests/support/arbitraries.ts';
import { coupled } from '../../tests/support/coupled.ts';
import {
  buildLoop,
  buildNoteArea,
  buildVoices,
  drumArea,
  type LoopState,
  type Playing,
  relativeJacobian,
  spectralRadius,
} from '../../tests/support/loop-model.ts';
import { type CouplingOutput, registerLift, rhythmDrive } from '../coupling/index.ts';
import { defaultParameters, type ParameterValues } from '../parameters/index.ts';
import { parts } from './note.ts';

/** Number of random universes whose loop is tested. */
const universes = 10_000;

const playingArbitrary: fc.Arbitrary<Playing[]> = fc.tuple(
  ...parts.map((part) =>
    fc.record({
      part: fc.constant(part),
      perBeat: evenNumber(0.02, 8),
      steps: evenNumber(0.5, 32),
      velocity: evenNumber(0.05, 1),
    }),
  ),
);
const stableArbitrary = parametersArbitrary.map((values): ParameterValues => ({ ...values, couplingMode: 'stable' }));
const unit = evenNumber(0, 1);
const senses = fc.record({
  gravity: evenNumber(0, 20),
  loudness: unit,
  tide: evenNumber(-1, 1),
  meanSpeed: evenNumber(0, 200),
  maxSpeed: evenNumber(0, 500),
  activity: unit,
  scaleBrightness: evenNumber(-1, 1),
});
/**
 * Largest share of a disturbance that is left after one turn of the loop. Notes that are cut off at the end of a long attack, before a
 * short decay to almost nothing, depend more on the tempo than others.
 * @see shared/coupling/stable.ts
 */
const strongestTurnOf = ({ attack, decay, sustain }: ParameterValues) => (attack > 10 * decay && sustain < 0.1 ? 0.96 : 0.7);
/** Returns the distance of two gravities, by the logarithm, as in the bound of the loop. */
const distance = (from: number, to: number) => (from === to ? 0 : Math.abs(Math.log(to / from)));
/** Gravities closer than this count as equal. */
const nearEnough = 1e-9;
/**
 * Turns until the loop is at rest: the music changes a gravity by 0.85 to 1.35, so two turns are at most that far apart; later turns bring
 * them together.
 */
const turnsToRest = (strongestTurn: number) => 2 + Math.ceil(Math.log(nearEnough / distance(0.85, 1.35)) / Math.log(strongestTurn));
const within = (value: number, low: number, high: number) => value >= low - 1e-9 && value <= high + 1e-9;

describe(`the stable loop of ${universes} random universes`, () => {
  it('keeps every output in its range for any input', () => {
    fc.assert(
      fc.property(stableArbitrary, senses, (values, read) => {
        const out = coupled({ parameters: values, ...read });
        expect(within(out.gravity, values.gravity * 0.85, Math.min(20, values.gravity * 1.35)), `gravity ${out.gravity}`).toBe(true);
        // At the lowest and the highest gravity of the input: weights of 0.5 and 1.52.
        const least = 0.5 ** (0.75 * values.gravityToTempo);
        const most = 1.5194 ** (0.75 * values.gravityToTempo);
        expect(within(out.tempo, Math.max(40, values.tempo * least), Math.min(240, values.tempo * most)), `tempo ${out.tempo}`).toBe(true);
        expect(within(out.volume, 0.5 ** values.gravityToVolume, 1.5194 ** values.gravityToVolume), `volume ${out.volume}`).toBe(true);
        expect(within(out.filter, 2 ** -1.3, 2 ** 1.3), `filter ${out.filter}`).toBe(true);
        expect(within(out.reverb, 2 ** -0.6, 2 ** 0.6), `reverb ${out.reverb}`).toBe(true);
        expect(within(out.brightness, 0.75, 1.5), `brightness ${out.brightness}`).toBe(true);
        expect(within(out.saturation, 0.79, 1.06), `saturation ${out.saturation}`).toBe(true);
        expect(out.pitch).toBe(0);
      }),
      { numRuns: universes },
    );
  });

  it('responds to the strength of every link where the link has an effect', () => {
    fc.assert(
      fc.property(stableArbitrary, senses, unit, (values, read, drive) => {
        const changes = (key: keyof ParameterValues, made: keyof CouplingOutput) => {
          const at = (strength: number) => coupled({ parameters: { ...values, [key]: strength }, ...read })[made];
          return at(0) !== at(0.5) && at(0.5) !== at(1);
        };
        const weight = Math.abs(coupled({ parameters: { ...values, gravityToVolume: 1 }, ...read }).volume - 1) > 0.001;
        const inside = values.tempo > 90 && values.tempo < 170;
        if (weight && inside) expect(changes('gravityToTempo', 'tempo')).toBe(true);
        if (weight) expect(changes('gravityToVolume', 'volume')).toBe(true);
        if (Math.abs(read.scaleBrightness) > 0.01) {
          expect(changes('scaleToTimbre', 'filter')).toBe(true);
          expect(changes('scaleToTimbre', 'reverb')).toBe(true);
        }
        if (Math.abs(read.loudness - 0.3) > 0.01 && within(values.gravity, 0.1, 14)) {
          expect(changes('volumeToGravity', 'gravity')).toBe(true);
        }
        if (Math.abs(values.tempo - 120) > 0.1) expect(registerLift(values.tempo, 1)).not.toBe(registerLift(values.tempo, 0.5));
        if (read.activity > drive + 0.01 && read.activity > 0.5) {
          expect(rhythmDrive(read.activity, drive, 0.3)).toBeGreaterThan(rhythmDrive(read.activity, drive, 0));
        }
      }),
      { numRuns: universes },
    );
  });

  it('settles from any start, also after a disturbance: the spectral radius of its step is below 1', () => {
    const voices = buildVoices();
    const drum = drumArea(voices, defaultParameters);
    let widest = 0;
    fc.assert(
      fc.property(stableArbitrary, playingArbitrary, evenNumber(0.01, 20), evenNumber(-1, 1), (values, playing, start, tide) => {
        const loop = buildLoop(values, playing, buildNoteArea(voices, values), drum, tide);
        // Each turn brings the loop nearer to its rest.
        let gravity = start;
        let before = Number.POSITIVE_INFINITY;
        const strongestTurn = strongestTurnOf(values);
        for (let pass = 0; pass < turnsToRest(strongestTurn); pass++) {
          const next = loop.turn(gravity);
          const moved = distance(gravity, next);
          if (pass > 0 && before > nearEnough) widest = Math.max(widest, moved / before);
          expect(moved).toBeLessThanOrEqual(strongestTurn * before + 1e-12);
          before = moved;
          gravity = next;
        }
        expect(before).toBeLessThanOrEqual(nearEnough);
        // Relative changes of almost zero mean nothing.
        if (gravity < 1e-6) return;
        const rest = loop.restAt(gravity);
        loop.step(rest).forEach((value, index) => expect(value).toBeCloseTo(rest[index], 6));
        expect(spectralRadius(relativeJacobian(loop, rest))).toBeLessThan(1);
      }),
      { numRuns: universes },
    );
    // The test would prove nothing if no loop were closed.
    expect(widest).toBeGreaterThan(0.03);
  });

  it('also settles step by step, with ever smaller movements', () => {
    const voices = buildVoices();
    const drum = drumArea(voices, defaultParameters);
    fc.assert(
      fc.property(stableArbitrary, playingArbitrary, unit, (values, playing, loudness) => {
        const loop = buildLoop(values, playing, buildNoteArea(voices, values), drum);
        let state: LoopState = [values.gravity, values.tempo, 1, loudness];
        const stepped = () => {
          const next = loop.step(state);
          const moved = Math.max(...next.map((value, index) => Math.abs(value - state[index])));
          state = next;
          return moved;
        };
        const moves = Array.from({ length: 60 * 60 }, stepped);
        const most = (from: number, to: number) => Math.max(...moves.slice(from, to));
        expect(most(3000, 3600)).toBeLessThan(1e-3);
        for (let second = 10; second < 60; second += 10) {
          expect(most(second * 60, second * 60 + 600)).toBeLessThanOrEqual(0.6 * most(second * 60 - 600, second * 60) + 1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the bound of the spectral radius', () => {
  it('matches matrices whose radius is known', () => {
    expect(spectralRadius([[0.5, 0], [0, 0.9]])).toBeCloseTo(0.9, 4); // prettier-ignore
    // A scaled rotation by a right angle: two complex eigenvalues.
    expect(spectralRadius([[0, -0.8], [0.8, 0]])).toBeCloseTo(0.8, 4); // prettier-ignore
    // Large, but nilpotent.
    expect(spectralRadius([[0, 100], [0, 0]])).toBe(0); // prettier-ignore
    expect(spectralRadius([[1.01, 3], [0, 0.2]])).toBeGreaterThan(1); // prettier-ignore
  });
});
