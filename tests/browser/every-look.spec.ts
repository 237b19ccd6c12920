import { expect, type Page, test } from '@playwright/test';
import {
  type Parameter,
  type ParameterKey,
  parameterKeys,
  parameterOf,
  type ParameterPatch,
  parameters,
} from '../../shared/parameters/index.ts';
import { differenceOf, type PictureStatistics, readPicture } from '../support/universe-page.ts';
import { usePictureLab } from '../support/use-picture-lab.ts';

/** Parameters that the renderer uses. */
const drawn = parameterKeys.filter((key) => parameterOf(key).reaches.includes('gpu'));

/** Number of parameters per test. */
const atATime = 5;

/** Minimum mean difference of two different pictures, of 255. */
const seen = 1;

/** Values of other parameters without which a parameter has no effect. */
const stages: Partial<Record<ParameterKey, ParameterPatch>> = {
  paletteLow: { palette: 'custom' },
  paletteMiddle: { palette: 'custom' },
  paletteHigh: { palette: 'custom' },
  glowColour: { glow: 1 },
  customScale: { palette: 'harmony', scale: 'custom' },
};

/** Values of a parameter that should all look different. */
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

const draw = async (page: Page, values: ParameterPatch): Promise<PictureStatistics> => {
  expect(await page.evaluate((patch) => window.drawWith!(patch), values)).toBe('webgpu');
  return readPicture(page);
};

/** Draws a parameter at all its values, and returns those that look like a later one. */
async function unmovedBy(page: Page, key: ParameterKey): Promise<string[]> {
  // Each of the six choices of `colourBy` is a different code path.
  const values = key === 'colourBy' ? parameters.colourBy.choices : extremes(parameterOf(key));
  const pictures: PictureStatistics[] = [];
  for (const value of values) pictures.push(await draw(page, { ...stages[key], [key]: value }));
  const least = pictures.map((one, index) => Math.min(...pictures.slice(index + 1).map((other) => differenceOf(one, other))));
  return values.flatMap((value, index) => (least[index] < seen ? [`${key} ${String(value)}: ${least[index].toFixed(2)}`] : []));
}

const labPage = usePictureLab('index.html', () => window.drawWith !== undefined, { viewport: { width: 240, height: 160 } });
// Each picture is drawn by a renderer of its own, whose shaders are compiled on the CPU: tests of a few parameters run in parallel.
test.describe.configure({ mode: 'parallel', timeout: 180_000 });

test('draws equal parameters equally', async () => {
  const page = labPage();
  expect(differenceOf(await draw(page, {}), await draw(page, {}))).toBe(0);
});

for (let first = 0; first < drawn.length; first += atATime) {
  const keys = drawn.slice(first, first + atATime);
  test(`${keys.join(', ')}: each changes the picture`, async () => {
    const page = labPage();
    for (const key of keys) expect.soft(await unmovedBy(page, key), key).toEqual([]);
  });
}
