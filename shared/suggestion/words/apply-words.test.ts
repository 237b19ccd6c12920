import { describe, expect, it } from 'vitest';
import { defaultDocument, documentSchema } from '../../universe/index.ts';
import { targetsOfChips, withWords } from './apply-words.ts';
import { readWords } from './read-words.ts';

const middle = { wild: 0, bright: 0, dense: 0, tense: 0 };
const everything = { scopes: ['physics', 'music', 'sound', 'look', 'things'], amount: 1, locked: [] } as const;
const chipsOf = (sentence: string) => readWords(sentence, 'en').chips;
const asked = (sentence: string, from = middle) => targetsOfChips(chipsOf(sentence), from);

describe('words in a universe', () => {
  it('asks only for the axes that were named', () => {
    expect(Object.keys(asked('dark'))).toEqual(['bright']);
    expect(asked('piano')).toEqual({});
  });

  it('goes from where the universe is by a comparative', () => {
    const from = { ...middle, bright: -0.5 };
    expect(asked('brighter', from).bright).toBeGreaterThan(-0.5);
    expect(asked('brighter', from).bright).toBeLessThan(0.3);
  });

  it('never goes against a word in a universe that is already more than it says', () => {
    expect(asked('dark', { ...middle, bright: -0.9 }).bright).toBeLessThan(-0.9);
    expect(asked('dark', { ...middle, bright: -1 }).bright).toBe(-1);
  });

  it('lets the strong of two places count more', () => {
    const place = asked('dim sun').bright!;
    expect(place).toBeGreaterThan(0);
    expect(place).toBeLessThan(0.8);
  });

  it('makes a valid document with the values that were named', () => {
    const moved = withWords(defaultDocument(), chipsOf('a rainy night in D minor, slower, without drums'), middle, everything);
    expect(documentSchema.safeParse(moved).success).toBe(true);
    expect(moved.parameters).toMatchObject({ key: 'D', scale: 'natural-minor', ambience: 'night', drumLevel: -60 });
    expect(moved.parameters.tempo).toBeLessThan(defaultDocument().parameters.tempo);
  });

  it('keeps what is not free', () => {
    const moved = withWords(defaultDocument(), chipsOf('a wild piano in D minor'), middle, { ...everything, scopes: ['physics'] });
    const { instrument, key, tempo, turbulence } = moved.parameters;
    expect({ instrument, key, tempo }).toEqual({ instrument: 'bells', key: 'C', tempo: 120 });
    expect(turbulence).toBeGreaterThan(0.5);
  });
});
