import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { formatNumber, numberText } from '../ui/format.ts';
import { speak } from './languages.ts';
import { readNumber } from './numbers.ts';

afterEach(() => speak('en', () => true));

const read = (...texts: string[]) => texts.map(readNumber);

it('reads numbers in English notation', () => {
  expect(read('20,000', '1,234,567.5', '0.5', '.5', '5.', '-3', '−3', '+7', ' 12 ', '100000')).toEqual([
    20_000, 1_234_567.5, 0.5, 0.5, 5, -3, -3, 7, 12, 100_000,
  ]);
  expect(read('20 000', '20\u00a0000', '20\u202f000', '20\u2009000', "20'000", '２０')).toEqual([
    20_000, 20_000, 20_000, 20_000, 20_000, 20,
  ]);
  expect(read('20.000', '3,5', '0,125', '20,00')).toEqual([20, 3.5, 0.125, 20]);
});

it('reads numbers in German notation', async () => {
  await speak('de', () => true);
  expect(read('20.000', '1.234.567,5', '0,5', ',5', '9.81', '20,000', '0.125')).toEqual([20_000, 1_234_567.5, 0.5, 0.5, 9.81, 20, 0.125]);
});

it('refuses other text', () => {
  const none = [
    '',
    ' ',
    '-',
    '.',
    ',',
    '0x10',
    '0b1',
    '1e3',
    'Infinity',
    'NaN',
    '1,2,3',
    '1.2.3',
    '1,23,456',
    '1 2',
    '1,000 000',
    '12 BPM',
    '--1',
    '1-',
    '0,000,1',
    '٣',
  ];
  expect(none.filter((text) => readNumber(text) !== null)).toEqual([]);
});

describe.each(['en', 'de'] as const)('in %s', (language) => {
  it('reads the numbers that it writes', async () => {
    await speak(language, () => true);
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        for (const write of [formatNumber, numberText]) {
          const shown = readNumber(write(value));
          expect(shown).not.toBeNull();
          // Writing drops digits, and reading returns what was written.
          expect(Math.abs(shown! - value)).toBeLessThanOrEqual(Math.max(0.0005, Math.abs(value) * 0.05));
          expect(write(shown!)).toBe(write(value));
        }
      }),
    );
  });
});
