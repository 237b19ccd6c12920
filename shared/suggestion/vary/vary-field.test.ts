import { expect, it } from 'vitest';
import { emitterFields } from '../../universe/index.ts';
import { parameterOf } from '../../parameters/index.ts';
import { createDraw } from './draw.ts';
import { hasEffect, isGradual, reflected, variedValue } from './vary-field.ts';

const varied = (key: Parameters<typeof parameterOf>[0], value: number | string | boolean, reach = 0.1) =>
  Array.from({ length: 60 }, (_, seed) => variedValue(parameterOf(key), value, reach, createDraw(seed)));

it('moves a logarithmic value by factors', () => {
  const cutoffs = varied('filterCutoff', 1000) as number[];
  expect(Math.min(...cutoffs)).toBeLessThan(500);
  expect(Math.max(...cutoffs)).toBeGreaterThan(2000);
  expect(cutoffs.every((hertz) => hertz >= 20 && hertz <= 20_000 && Number.isInteger(hertz))).toBe(true);
});

it('leaves an end of the range instead of staying there', () => {
  const levels = varied('reverb', 1) as number[];
  expect(levels.filter((level) => level === 1).length).toBeLessThan(10);
  expect(levels.every((level) => level <= 1)).toBe(true);
  expect([reflected(-0.2), reflected(1.3), reflected(0.4)]).toEqual([0.2, expect.closeTo(0.7, 9), 0.4]);
});

it('chooses another choice, turns a switch over, and keeps a scale a scale', () => {
  expect(varied('palette', 'ember')).not.toContain('ember');
  expect(new Set(varied('collisions', false))).toEqual(new Set([true]));
  for (const scale of varied('customScale', '100000010000')) expect(scale).toMatch(/^1(?=0*1)[01]{11}$/);
});

it('moves a colour a little, and no image', () => {
  for (const colour of varied('glowColour', '#808080', 0.02) as string[]) {
    expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(Math.abs(Number.parseInt(colour.slice(1, 3), 16) - 128)).toBeLessThan(26);
  }
  expect(variedValue(emitterFields.mask, emitterFields.mask.default, 1, createDraw(1))).toBe(emitterFields.mask.default);
});

it('knows what acts, and what is off', () => {
  expect(hasEffect(parameterOf('collisionDamping'), { collisions: false })).toBe(false);
  expect(hasEffect(parameterOf('collisionDamping'), { collisions: true })).toBe(true);
  expect(isGradual(parameterOf('alignment'), 0)).toBe(false);
  expect(isGradual(parameterOf('alignment'), 0.5)).toBe(true);
  expect(isGradual(parameterOf('glow'), 0)).toBe(true);
  expect(isGradual(parameterOf('scale'), 'major')).toBe(false);
});
