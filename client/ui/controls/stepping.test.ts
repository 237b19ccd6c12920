import { expect, it } from 'vitest';
import { parameters } from '../../../shared/parameters/index.ts';
import { readColour, readTyped, valueAfterKey } from './stepping.ts';

it('steps with arrows, ten times as far with Page keys, and stays in range', () => {
  expect(valueAfterKey(parameters.tempo, 120, 'ArrowRight')).toBe(121);
  expect(valueAfterKey(parameters.tempo, 120, 'PageDown')).toBe(110);
  expect(valueAfterKey(parameters.tempo, 238, 'PageUp')).toBe(240);
  expect(valueAfterKey(parameters.tempo, 120, 'Home')).toBe(40);
  expect(valueAfterKey(parameters.tempo, 120, 'a')).toBeNull();
});

it('always changes the value of a numeric field, from its middle', () => {
  for (const field of Object.values(parameters)) {
    if (field.kind !== 'number' && field.kind !== 'integer') continue;
    const middle = (field.min + field.max) / 2;
    expect(valueAfterKey(field, middle, 'ArrowRight')).not.toBe(middle);
    expect(valueAfterKey(field, field.max, 'ArrowRight')).toBe(field.max);
  }
});

it('says why a typed value is refused', () => {
  expect(readTyped(parameters.gravity, '3,5')).toEqual({ value: 3.5 });
  expect(readTyped(parameters.gravity, '21')).toEqual({ refusal: 'Gravity: 21 is not between 0 and 20 m/s²' });
  expect(readTyped(parameters.particleCount, '20,000')).toEqual({ value: 20_000 });
  expect(readTyped(parameters.gravity, '0x10')).toEqual({ refusal: 'Gravity: “0x10” is not a number, such as 1,234.5' });
  expect(readTyped(parameters.gravity, 'much')).toEqual({ refusal: 'Gravity: “much” is not a number, such as 1,234.5' });
});

it('reads colours with or without the hash, and refuses other text', () => {
  expect(readColour('Glow', ' 88AAFF')).toEqual({ value: '#88aaff' });
  expect(readColour('Glow', '#05060f')).toEqual({ value: '#05060f' });
  expect(readColour('Glow', 'blue')).toEqual({ refusal: 'Glow: “blue” is not a colour like #88aaff' });
});
