import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultParameters } from '../../shared/parameters/index.ts';
import { namedPalettes } from './palettes.ts';
import { speciesColours } from './species-colours.ts';

it('gives six different colours in every palette', () => {
  for (const palette of [...namedPalettes, 'harmony', 'custom'] as const) {
    const colours = speciesColours({ ...defaultParameters, palette });
    expect(colours).toHaveLength(6);
    for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(new Set(colours).size, palette).toBe(6);
  }
});

it('spreads the species over the palette by the same formula as the shader', () => {
  const shader = readFileSync(join(import.meta.dirname, '..', '..', 'shaders', 'common', 'pigment.wgsl'), 'utf8');
  expect(shader).toContain('fract(0.3 + f32(kind) * 0.381966) * 0.8 + 0.1');
});
