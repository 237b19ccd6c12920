import { expect, it } from 'vitest';
import { musicParameters } from '../../../shared/parameters/music.ts';
import { fieldSchema } from '../../../shared/parameters/index.ts';
import { togglePitch } from './pitch-set.ts';

it('adds a pitch, and removes it again', () => {
  const { default: set } = musicParameters.customScale;
  const fourth = togglePitch(set, 2)!;
  expect(fourth).not.toBe(set);
  expect(togglePitch(fourth, 2)).toBe(set);
});

it('never returns a set that a universe would refuse', () => {
  expect(togglePitch('100000010000', 0)).toBeNull();
  expect(togglePitch('100000010000', 7)).toBeNull();
  const schema = fieldSchema(musicParameters.customScale);
  expect(schema.safeParse('100000000000').success).toBe(false);
  expect(schema.safeParse('011010110101').success).toBe(false);
  for (let index = 1; index < 12; index++) expect(schema.safeParse(togglePitch('110000010000', index)).success).toBe(true);
});
