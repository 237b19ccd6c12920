import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evenNumber } from '../../tests/support/arbitraries.ts';
import { musicParameters } from '../parameters/music.ts';
import { sixteenthsPerBar } from './meter.ts';
import {
  behaviourOf,
  choosePattern,
  fitsMeter,
  isEuclideanOnset,
  nameOfPattern,
  patternHas,
  type PatternQuestion,
  timelineNames,
  timelines,
} from './patterns.ts';

const question: PatternQuestion = { meter: '4/4', struck: 0, crossed: 0, crowding: 0.5, letter: 0, material: 1 };

const chosen = (given: Partial<PatternQuestion>) =>
  new Set(Array.from({ length: 60 }, (_, material) => nameOfPattern(choosePattern({ ...question, ...given, material }))));

const played = (pattern: number, meter: PatternQuestion['meter']) =>
  Array.from({ length: sixteenthsPerBar(meter) }, (_, at) => (patternHas(pattern, meter, at) ? 'x' : '.')).join('');

it('spreads onsets evenly: tresillo, cinquillo, samba and others are Euclidean up to rotation', () => {
  const euclidean = (onsets: number, places: number) =>
    Array.from({ length: places }, (_, at) => (isEuclideanOnset(onsets, places, at) ? 'x' : '.')).join('');
  const isTurned = (pattern: string, of: string) => pattern.length === of.length && (of + of).includes(pattern);
  expect(euclidean(3, 8)).toBe(timelines.tresillo);
  expect(isTurned(timelines.cinquillo, euclidean(5, 8))).toBe(true);
  expect(isTurned(timelines.samba, euclidean(7, 16))).toBe(true);
  expect(isTurned(timelines.bembé, euclidean(7, 12))).toBe(true);
  expect(isTurned(timelines['fume-fume'], euclidean(5, 12))).toBe(true);
  expect(isTurned(timelines.columbia, euclidean(5, 12))).toBe(true);
  expect(isTurned(timelines.bossa, euclidean(5, 16))).toBe(true);
});

it('has the known distances between the onsets of the claves', () => {
  const distances = (name: keyof typeof timelines) => {
    const at = Array.from(timelines[name], (pulse, index) => (pulse === 'x' ? index : -1)).filter((index) => index >= 0);
    return at.map((index, place) => (at[place + 1] ?? timelines[name].length) - index).join('-');
  };
  expect(distances('son')).toBe('3-3-4-2-4');
  expect(distances('rumba')).toBe('3-4-3-2-4');
  expect(distances('shiko')).toBe('4-2-4-2-4');
  expect(distances('soukous')).toBe('3-3-4-1-5');
  expect(distances('gahu')).toBe('3-3-4-4-2');
  expect(distances('bossa')).toBe('3-3-4-3-3');
  expect(distances('habanera')).toBe('3-1-2-2');
});

it('chooses plain pulses, claves or bells by the behaviour of the particles', () => {
  expect(behaviourOf({ ...question, crossed: 2 })).toBe('drifting');
  const [drifting, crossing, striking] = [chosen({}), chosen({ crossed: 90 }), chosen({ crossed: 20, struck: 90 })];
  expect(drifting).toContain('straight');
  expect(crossing).toContain('son');
  expect(crossing).not.toContain('straight');
  expect(striking).toContain('gahu');
  expect(striking).not.toContain('son');
});

it('answers the theme with more evenly spread onsets when the particles are closer together', () => {
  const onsets = (crowding: number) =>
    Array.from(played(choosePattern({ ...question, letter: 1, crowding }), '4/4')).filter((at) => at === 'x').length;
  expect(onsets(0)).toBeLessThan(onsets(0.5));
  expect(onsets(0.5)).toBeLessThan(onsets(1));
});

it('gives every meter a pattern that starts with an onset on the first step of the bar', () => {
  const any = fc.record({
    meter: fc.constantFrom(...musicParameters.meter.choices),
    struck: evenNumber(0, 500),
    crossed: evenNumber(0, 500),
    crowding: evenNumber(0, 1),
    letter: fc.integer({ min: 0, max: 2 }),
    material: fc.integer({ min: 0, max: 0xffffffff }),
  });
  fc.assert(
    fc.property(any, (given) => {
      const pattern = choosePattern(given);
      const line = played(pattern, given.meter);
      expect(line[0]).toBe('x');
      expect(Array.from(line).filter((at) => at === 'x').length).toBeGreaterThanOrEqual(2);
      // Also when the meter changes in the middle of a phrase.
      for (const meter of musicParameters.meter.choices) expect(played(pattern, meter)).toContain('x');
    }),
  );
});

it('plays a timeline only in meters of which its pulses are sixteenths', () => {
  expect(timelineNames.filter((name) => fitsMeter(name, '6/8'))).toEqual([
    'straight-twelve',
    'straight-three',
    'bembé',
    'fume-fume',
    'columbia',
  ]);
  expect(timelineNames.filter((name) => fitsMeter(name, '2/4'))).toEqual(['tresillo', 'cinquillo', 'habanera']);
  expect(timelineNames.filter((name) => fitsMeter(name, '7/8'))).toEqual([]);
});
