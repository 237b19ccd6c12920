import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evenNumber } from '../../tests/support/arbitraries.ts';
import { correlation } from '../../tests/support/correlation.ts';
import { plannedPlaces } from '../../tests/support/planned-piece.ts';
import { musicParameters } from '../parameters/music.ts';
import { bassDegree, chooseChord, type ChordChoice, type ChordQuestion, soundChord } from './choose-chord.ts';
import { barestStackOf, richestStackOf } from './chords.ts';
import { drawnTension } from './drawn-tension.ts';
import { barsPerPhrase, beginsSection, createPlace, endsSection } from './form.ts';
import { type ProgressionName, visits } from './progressions.ts';
import { type ScaleName, scaleOf, scales } from './scales.ts';
import { type Cloud, createCloud, diameterOf, tensionOf } from './tension.ts';

const cloudOf = (root: number, stack: number, scale: readonly number[] = scales.major): Cloud => {
  const cloud = createCloud();
  soundChord(scale, { root, stack }, root, cloud);
  return cloud;
};

const tension = (root: number, stack: number, before: Cloud | null = null) =>
  tensionOf(scales.major, cloudOf(root, stack), before?.centre ?? null);

/** Walks through bars without a simulation; returns the chords, and the drawn and reached tension, bar by bar. */
function walk(bars: number, given: Partial<ChordQuestion> & { scaleName?: ScaleName }) {
  const { scaleName = 'major', name = 'drift', harmony = 0.5, seed = 1, energy = 0.5 } = given;
  const scale = scaleOf({ scale: scaleName, customScale: musicParameters.customScale.default });
  const places = plannedPlaces(seed, bars);
  const question: ChordQuestion = {
    name,
    scaleName,
    scale,
    place: createPlace(),
    harmony,
    seed,
    energy,
    previous: 0,
    before: null,
    promised: -1,
  };
  const chords: ChordChoice[] = [];
  const drawn: number[] = [];
  const reached: number[] = [];
  for (const place of places) {
    const choice = { root: 0, stack: 0 };
    const cloud = createCloud();
    question.place = place;
    chooseChord(question, choice);
    soundChord(scale, choice, bassDegree(name, choice.root), cloud);
    reached.push(tensionOf(scale, cloud, question.before));
    drawn.push(drawnTension(name, place, harmony));
    chords.push(choice);
    question.before = cloud.centre;
    question.previous = choice.root;
  }
  return { places, chords, drawn, reached, roots: chords.map(({ root }) => root) };
}

it('gives the tonic the lowest tension, the dominant more, and its seventh and the leading note’s triad still more', () => {
  const [tonic, submediant, dominant, seventh, leading] = [tension(0, 1), tension(5, 1), tension(4, 1), tension(4, 2), tension(6, 1)];
  expect(tonic).toBeLessThan(submediant);
  expect(tonic).toBeLessThan(dominant - 0.1);
  expect(dominant).toBeLessThan(seventh);
  expect(leading).toBeGreaterThan(dominant);
});

it('adds no tension for a chord that stays, and more for a more distant one', () => {
  const tonic = cloudOf(0, 1);
  expect(tension(0, 1, tonic)).toBe(tension(0, 1));
  expect(tension(5, 1, tonic) - tension(5, 1)).toBeLessThan(tension(1, 1, tonic) - tension(1, 1));
});

it('has a diameter that grows from a fifth over the triad to the tritone of a dominant seventh', () => {
  const widths = [
    diameterOf(scales.major, cloudOf(4, 0)),
    diameterOf(scales.major, cloudOf(4, 1)),
    diameterOf(scales.major, cloudOf(4, 2)),
  ];
  expect(widths[0]).toBeCloseTo(Math.sqrt(2 + 2 / 15), 9);
  expect(widths[1]).toBeCloseTo(Math.sqrt(2 + 18 / 15), 9);
  expect(widths[2]).toBeCloseTo(Math.sqrt(4 + 72 / 15), 9);
});

it('stays within 0 and 1, within the chords of the harmony, and on degrees of the progression, for any parameters', () => {
  const any = fc.record({
    name: fc.constantFrom(...musicParameters.progression.choices),
    scaleName: fc.constantFrom(...musicParameters.scale.choices),
    harmony: evenNumber(0, 1),
    energy: evenNumber(0, 1),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
  });
  fc.assert(
    fc.property(any, (given) => {
      const scale = scaleOf({ scale: given.scaleName, customScale: musicParameters.customScale.default });
      const { chords, reached, drawn } = walk(20, given);
      for (const value of [...reached, ...drawn]) expect(value >= 0 && value <= 1).toBe(true);
      for (const { root, stack } of chords) {
        expect(visits({ ...given, scale, previous: 0, place: createPlace() }, root)).toBe(true);
        expect(stack).toBeGreaterThanOrEqual(barestStackOf(given.harmony));
        expect(stack).toBeLessThanOrEqual(richestStackOf(given.harmony));
      }
    }),
  );
});

/** The roots of the first phrase with a letter: 0 theme, 1 contrast, 2 passage. */
function rootsOf(letter: number, given: Parameters<typeof walk>[1]): number[] {
  const { places, roots } = walk(64, given);
  const from = places.findIndex((place) => place.letter === letter);
  return roots.slice(from, from + barsPerPhrase);
}

it('keeps the roots of fixed progressions, with other orders for the contrast and passages', () => {
  expect(rootsOf(0, { name: 'I–V–vi–IV' })).toEqual([0, 4, 5, 3]);
  expect(rootsOf(1, { name: 'I–V–vi–IV' })).toEqual([5, 3, 0, 4]);
  expect(rootsOf(0, { name: 'ii–V–I' })).toEqual([1, 4, 0, 0]);
  expect(rootsOf(2, { name: 'ii–V–I' })).toEqual([5, 1, 4, 0]);
  expect(rootsOf(0, { name: 'none' })).toEqual([0, 0, 0, 0]);
  expect(rootsOf(0, { name: 'I–V–vi–IV', scaleName: 'minor-pentatonic' })).toEqual([0, 3, 4, 2]);
});

it('uses both colour chords of a mode besides its tonic', () => {
  expect(new Set(walk(16, { name: 'modal', scaleName: 'lydian' }).roots)).toEqual(new Set([0, 1, 4]));
  expect(new Set(walk(16, { name: 'modal', scaleName: 'dorian' }).roots)).toEqual(new Set([0, 3, 6]));
});

it('returns to the tonic at the end of each section, and at its start unless that is the contrast', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { places, roots } = walk(80, { seed, harmony: 0.6 });
    const ends = roots.filter((_, bar) => (beginsSection(places[bar]) && places[bar].letter !== 1) || endsSection(places[bar]));
    expect(ends.length).toBeGreaterThan(8);
    expect(ends.every((root) => root === 0)).toBe(true);
  }
});

it('changes chords less often at low energy', () => {
  const moves = (energy: number) => {
    let sum = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const { roots } = walk(32, { energy, seed });
      sum += roots.filter((root, bar) => bar > 0 && root !== roots[bar - 1]).length;
    }
    return sum;
  };
  expect(moves(0.1)).toBeLessThan(moves(0.95) * 0.8);
});

it('repeats a theme with its chords, and has others between', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { places, roots } = walk(72, { seed });
    const phrases = places.flatMap(({ letter, barInPhrase }, bar) =>
      barInPhrase === 0 ? [{ letter, roots: roots.slice(bar, bar + barsPerPhrase) }] : [],
    );
    // The last bar of a phrase may close a section.
    const themes = phrases.filter(({ letter }) => letter === 0).map((phrase) => phrase.roots.slice(0, -1).join());
    expect(themes.length).toBeGreaterThan(5);
    expect(new Set(themes).size).toBe(1);
    expect(new Set(phrases.map((phrase) => phrase.roots.join())).size).toBeGreaterThan(4);
  }
});

const common: ScaleName[] = ['major', 'natural-minor', 'harmonic-minor', 'dorian', 'lydian', 'mixolydian', 'phrygian', 'minor-pentatonic'];

/** Correlation of drawn and reached tension over 64 bars, the mean and the minimum over seeds and energies. */
function following(name: ProgressionName, harmony: number): { mean: number; least: number } {
  const found = common.flatMap((scaleName) =>
    [1, 2, 3].flatMap((seed) =>
      [0.2, 0.5, 0.9].map((energy) => {
        const { drawn, reached } = walk(64, { name, scaleName, harmony, seed, energy });
        return correlation(drawn, reached);
      }),
    ),
  );
  return { mean: found.reduce((sum, r) => sum + r, 0) / found.length, least: Math.min(...found) };
}

it.each([
  ['drift', 0.5],
  ['drift', 0.7],
  ['drift', 1],
  ['modal', 0.5],
  ['modal', 0.7],
] as const)('follows the drawn curve with %s at harmony %d', (name, harmony) => {
  const { mean, least } = following(name, harmony);
  expect(mean).toBeGreaterThan(0.85);
  expect(least).toBeGreaterThan(0.72);
});

it.each(['I–V–vi–IV', 'ii–V–I', 'pedal', 'none'] as const)('follows the drawn curve by the kind of chord alone with %s', (name) => {
  expect(following(name, 0.7).mean).toBeGreaterThan(0.7);
});
