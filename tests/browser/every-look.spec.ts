import { expect, test } from '@playwright/test';
import {
  type Parameter,
  type ParameterKey,
  parameterKeys,
  parameterOf,
  type ParameterPatch,
  parameters,
} from '../../shared/parameters/index.ts';
import { serveLab } from '../support/serve-lab.ts';
import { differenceOf, type PictureStatistics, readPicture } from '../support/universe-page.ts';

/** Parameters that the picture is drawn from. */
const drawn = parameterKeys.filter((key) => parameterOf(key).reaches.includes('gpu'));

/** Mean difference of two pictures, of 255, that counts as another picture. */
const seen = 1;

/** What has to be set for a parameter to have its say. */
const stages: Partial<Record<ParameterKey, ParameterPatch>> = {
  paletteLow: { palette: 'custom' },
  paletteMiddle: { palette: 'custom' },
  paletteHigh: { palette: 'custom' },
  glowColour: { glow: 1 },
  customScale: { palette: 'harmony', scale: 'custom' },
};

/** Values of a parameter of which no two should look the same. */
function extremes(parameter: Parameter): unknown[] {
  switch (parameter.kind) {
    case 'number':
    case 'integer':
      return [parameter.min, parameter.max];
    case 'choice':
      return [parameter.choices[0], parameter.choices.at(-2)];
    case 'switch':
      return [false, true];
    case 'colour':
      return ['#101030', '#ff4020'];
    case 'pitches':
      return ['110101101010', '101010110101'];
  }
}

test('every parameter that the picture is drawn from changes it', async ({ page }) => {
  test.setTimeout(300_000);
  const lab = await serveLab({ folder: 'picture-lab', packages: ['bitecs', 'culori', 'wgpu-matrix', 'zod'] });
  try {
    await page.setViewportSize({ width: 360, height: 240 });
    await page.goto(lab.url);
    await page.waitForFunction(() => window.drawWith !== undefined);
    const draw = async (values: ParameterPatch) => {
      expect(await page.evaluate((patch) => window.drawWith!(patch), values)).toBe('webgpu');
      return readPicture(page);
    };
    const noise = differenceOf(await draw({}), await draw({}));
    const unmoved: string[] = [];
    for (const key of drawn) {
      // What a particle is coloured by is six things to get wrong.
      const values = key === 'colourBy' ? parameters.colourBy.choices : extremes(parameterOf(key));
      const pictures: PictureStatistics[] = [];
      for (const value of values) pictures.push(await draw({ ...stages[key], [key]: value }));
      pictures.forEach((one, index) => {
        const least = Math.min(...pictures.slice(index + 1).map((other) => differenceOf(one, other)));
        if (least < noise + seen)
          unmoved.push(`${key} ${String(values[index])}: ${least.toFixed(2)} where the noise is ${noise.toFixed(2)}`);
      });
    }
    expect(drawn.length).toBeGreaterThan(15);
    expect(unmoved).toEqual([]);
  } finally {
    await lab.close();
  }
});
