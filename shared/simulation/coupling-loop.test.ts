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

/** Random universes whose loop is looked at. */
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
  meanSpeed: evenNumber(0, 200),
  maxSpeed: evenNumber(0, 500),
  activity: unit,
  scaleBrightness: evenNumber(-1, 1),
});
/**
 * The most of a push that is left when it has gone around the loop once. Notes that are cut off as a long attack ends, before a decay that is short and
 * leads to nothing, answer more to the tempo than others.
 * @see shared/coupling/stable.ts
 */
const strongestTurnOf = ({ attack, decay, sustain }: ParameterValues) => (attack > 10 * decay && sustain < 0.1 ? 0.96 : 0.7);
/** Returns the distance of two gravities, as the bound of the loop has it: by the logarithm. */
const distance = (from: number, to: number) => (from === to ? 0 : Math.abs(Math.log(to / from)));
/** Two gravities that are this near are one. */
const nearEnough = 1e-9;
/** The music changes a gravity by 0.85 to 1.35, so that two turns are at most so far apart; the others bring them together. */
const turnsToRest = (strongestTurn: number) => 2 + Math.ceil(Math.log(nearEnough / distance(0.85, 1.35)) / Math.log(strongestTurn));
const within = (value: number, low: number, high: number) => value >= low - 1e-9 && value <= high + 1e-9;

describe(`the stable loop of ${universes} random universes`, () => {
  it('keeps everything that it makes in its range, whatever it reads', () => {
    fc.assert(
      fc.property(stableArbitrary, senses, (values, read) => {
        const out = coupled({ parameters: values, ...read });
        expect(within(out.gravity, values.gravity * 0.85, Math.min(20, values.gravity * 1.35)), `gravity ${out.gravity}`).toBe(true);
        // By the least and the most gravity that it can be read from: weights of 0.5 and 1.52.
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

  it('answers to the strength of every link, wherever the link has something to say', () => {
    fc.assert(
      fc.property(stableArbitrary, senses, unit, (values, read, drive) => {
        const changes = (key: keyof ParameterValues, made: keyof CouplingOutput) => {
          const at = (strength: number) => coupled({ parameters: { ...values, [key]: strength }, ...read })[made];
          return at(0) !== at(0.5) && at(0.5) !== at(1);
        };
        const weight = Math.abs(read.gravity - 9.81) > 0.01;
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

  it('comes to rest from anywhere, and forgets a push: the spectral radius of its step is below 1', () => {
    const voices = buildVoices();
    const drum = drumArea(voices, defaultParameters);
    let widest = 0;
    fc.assert(
      fc.property(stableArbitrary, playingArbitrary, evenNumber(0.01, 20), (values, playing, start) => {
        const loop = buildLoop(values, playing, buildNoteArea(voices, values), drum);
        // Each turn brings the loop nearer to where it rests.
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
        // Relative changes of next to nothing are none.
        if (gravity < 1e-6) return;
        const rest = loop.restAt(gravity);
        loop.step(rest).forEach((value, index) => expect(value).toBeCloseTo(rest[index], 6));
        expect(spectralRadius(relativeJacobian(loop, rest))).toBeLessThan(1);
      }),
      { numRuns: universes },
    );
    // It would say nothing if no loop were closed at all.
    expect(widest).toBeGreaterThan(0.03);
  });

  it('comes to rest step by step as well, and goes on from there without a tremble', () => {
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
  it('is that of matrices whose radius is known', () => {
    expect(spectralRadius([[0.5, 0], [0, 0.9]])).toBeCloseTo(0.9, 4); // prettier-ignore
    // A turn by a right angle, shrunk: two complex eigenvalues.
    expect(spectralRadius([[0, -0.8], [0.8, 0]])).toBeCloseTo(0.8, 4); // prettier-ignore
    // Large, but it leads nowhere.
    expect(spectralRadius([[0, 100], [0, 0]])).toBe(0); // prettier-ignore
    expect(spectralRadius([[1.01, 3], [0, 0.2]])).toBeGreaterThan(1); // prettier-ignore
  });
});
