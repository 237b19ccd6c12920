import { expect, it } from 'vitest';
import { isEven, mixGains } from './mix.ts';
import { evenMix } from '../common/part-mix.ts';

const change = (part: keyof typeof evenMix, values: Partial<(typeof evenMix)['lead']>) => ({
  ...evenMix,
  [part]: { ...evenMix[part], ...values },
});

it('gives every part a gain of 1 for an even mix', () => {
  expect(Object.values(mixGains(evenMix))).toEqual([1, 1, 1, 1, 1]);
  expect(isEven(evenMix)).toBe(true);
});

it('silences muted parts, and all but the solo parts', () => {
  expect(mixGains(change('bass', { muted: true }))).toMatchObject({ lead: 1, bass: 0 });
  expect(mixGains(change('bass', { solo: true }))).toMatchObject({ lead: 0, bass: 1, drums: 0 });
  expect(mixGains({ ...change('bass', { solo: true }), lead: { gainDb: 0, muted: true, solo: true } })).toMatchObject({ lead: 0, bass: 1 });
  expect(isEven(change('bass', { solo: true }))).toBe(false);
});

it('turns decibels into gain, and ignores NaN', () => {
  expect(mixGains(change('lead', { gainDb: -6 })).lead).toBeCloseTo(0.501, 3);
  expect(mixGains(change('lead', { gainDb: Number.NaN })).lead).toBe(1);
});
