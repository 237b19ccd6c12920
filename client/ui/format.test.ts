import { afterEach, expect, it } from 'vitest';
import { parameters } from '../../shared/parameters/index.ts';
import { speak } from '../words/languages.ts';
import { describeAge, describeMoment, describeValue, formatNumber, inkOn, inSentence, labelOfChoice } from './format.ts';

afterEach(() => speak('en', () => true));

it('formats numbers with as many digits as they need', () => {
  expect([9.81, 120, 0.005, 8000, 100_000, -0.5, 12.34, 0].map(formatNumber)).toEqual([
    '9.81',
    '120',
    '0.005',
    '8000',
    '100,000',
    '-0.5',
    '12.3',
    '0',
  ]);
});

it('formats values with their units', () => {
  expect(describeValue(parameters.gravity, 9.81)).toBe('9.81 m/s²');
  expect(describeValue(parameters.collisions, true)).toBe('on');
  expect(describeValue(parameters.scale, 'natural-minor')).toBe('Natural minor');
  expect(labelOfChoice('I–V–vi–IV')).toBe('I–V–vi–IV');
});

it('formats how long ago a time was', () => {
  expect([5, 60, 7200, 90_000, 1_300_000].map(describeAge)).toEqual([
    'just now',
    '1 minute ago',
    '2 hours ago',
    'yesterday',
    '2 weeks ago',
  ]);
});

it('formats ages and numbers in German', async () => {
  await speak('de', () => true);
  expect([5, 60, 7200, 90_000, 1_300_000].map(describeAge)).toEqual([
    'gerade eben',
    'vor 1 Minute',
    'vor 2 Stunden',
    'gestern',
    'vor 2 Wochen',
  ]);
  expect(describeMoment(new Date(2026, 0, 31, 15, 4))).toMatch(/^31\.1\.2026, 15:04/);
  expect([9.81, 100_000].map(formatNumber)).toEqual(['9,81', '100.000']);
  expect(describeValue(parameters.collisions, true)).toBe('an');
  expect(inSentence('Moll')).toBe('Moll');
});

it('returns dark ink on light colours and light ink on dark ones', () => {
  expect(['#ffffff', '#e8c060', '#5a9bd4', '#a01830', '#000000'].map(inkOn)).toEqual([
    '#000000',
    '#000000',
    '#000000',
    '#ffffff',
    '#ffffff',
  ]);
});
