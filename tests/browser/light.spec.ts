import { expect, type Page, test } from '@playwright/test';
import { usePictureLab } from '../support/use-picture-lab.ts';

const labPage = usePictureLab('light.html', () => window.lightOf !== undefined);

const width = 96;
const height = 64;
type Asked = Parameters<NonNullable<typeof window.lightOf>>[0];

/** Sums over the pixels of the left or the right half of the picture. */
interface Blob {
  light: number;
  x: number;
  y: number;
  /** Number of lit pixels. */
  pixels: number;
  brightest: number;
}

function blobOf(light: readonly number[], from = 0, to = width): Blob {
  const blob = { light: 0, x: 0, y: 0, pixels: 0, brightest: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = from; x < to; x++) {
      const here = light[y * width + x];
      blob.light += here;
      blob.x += here * (x + 0.5);
      blob.y += here * (y + 0.5);
      blob.pixels += here > 0 ? 1 : 0;
      blob.brightest = Math.max(blob.brightest, here);
    }
  }
  return { ...blob, x: blob.x / blob.light, y: blob.y / blob.light };
}

const lightOf = (page: Page, asked: Asked) => page.evaluate((it) => window.lightOf!(it), asked);

type Trait = Omit<Asked['particles'][number], 'x' | 'y'>;

/**
 * Returns the ratio of a measure between a particle with one trait and a particle with the other. Each trait is drawn once on
 * either side, so that differences between the two particles cancel out.
 */
async function ratioOf(page: Page, measure: keyof Blob, one: Trait, other: Trait, parameters: Asked['parameters']): Promise<number> {
  const pair = async (left: Trait, right: Trait) => {
    const particles = [
      { x: 24, y: 32, ...left },
      { x: 72, y: 32, ...right },
    ];
    const light = await lightOf(page, { particles, parameters });
    return blobOf(light, 0, width / 2)[measure] / blobOf(light, width / 2)[measure];
  };
  return Math.sqrt((await pair(one, other)) / (await pair(other, one)));
}

test('a point splat is shared between the four pixels around it, by its position', async () => {
  const page = labPage();
  for (const part of [0, 0.25, 0.5, 0.8]) {
    const light = await lightOf(page, { particles: [{ x: 40.5 + part, y: 20.5 + part }], parameters: { particleSize: 1.2 } });
    const { x, y, pixels } = blobOf(light);
    expect(x, `x ${part}`).toBeCloseTo(40.5 + part, 1);
    expect(y, `y ${part}`).toBeCloseTo(20.5 + part, 1);
    expect(pixels).toBeLessThanOrEqual(4);
  }
});

test('a far particle is a point splat, a near particle a disc that fades towards its edge', async () => {
  const page = labPage();
  const parameters = { particleSize: 2 };
  const far = blobOf(await lightOf(page, { particles: [{ x: 48.5, y: 32.5, nearer: -16 }], parameters }));
  expect(far.pixels).toBeLessThanOrEqual(4);
  const light = await lightOf(page, { particles: [{ x: 48.5, y: 32.5, nearer: 16 }], parameters });
  expect(blobOf(light).pixels).toBeGreaterThan(20);
  const across = [0, 2, 4, 6].map((right) => light[32 * width + 48 + right]);
  expect(across).toEqual([...across].sort((a, b) => b - a));
  expect(across[0]).toBeGreaterThan(1.5 * across[3]);
});

test('size grows towards the camera and with the energy of the particle, by the strength of that link', async () => {
  const page = labPage();
  const broad = { particleSize: 6, physicsToImage: 1 };
  expect(await ratioOf(page, 'pixels', { nearer: 6 }, { nearer: -6 }, broad)).toBeGreaterThan(2);
  expect(await ratioOf(page, 'pixels', { speed: 16 }, { speed: 0.5 }, broad)).toBeGreaterThan(1.5);
  expect(await ratioOf(page, 'light', { speed: 16 }, { speed: 0.5 }, { ...broad, particleSize: 1 })).toBeGreaterThan(1.5);
  const deaf = { ...broad, physicsToImage: 0 };
  expect(await ratioOf(page, 'light', { speed: 16 }, { speed: 0.5 }, deaf)).toBeCloseTo(1, 1);
});

test('only the particle that has just played glows', async () => {
  const page = labPage();
  expect(await ratioOf(page, 'light', { flash: 1 }, {}, { bounceFlash: 0.5 })).toBeGreaterThan(5);
  expect(await ratioOf(page, 'pixels', { flash: 1 }, {}, { bounceFlash: 0.5 })).toBeGreaterThan(2);
});

test('distance dims by the depth cue', async () => {
  const page = labPage();
  const [near, far] = [{ nearer: 4 }, { nearer: -12 }];
  const dimming = async (depthCue: number) => await ratioOf(page, 'light', near, far, { depthCue, particleSize: 1 });
  expect(await dimming(1)).toBeGreaterThan(1.5 * (await dimming(0)));
});

test('interpolates motion between two frames', async () => {
  const page = labPage();
  const [before, particles] = [[{ x: 40.5, y: 32.5 }], [{ x: 48.5, y: 32.5 }]];
  for (const alpha of [0, 0.25, 0.75, 1]) {
    const { x } = blobOf(await lightOf(page, { particles, before, alpha }));
    expect(x, `alpha ${alpha}`).toBeCloseTo(40.5 + 8 * alpha, 0);
  }
});

test('the light of a particle that is gone lasts by the length of the trail', async () => {
  const page = labPage();
  const place = { x: 48.5, y: 32.5 };
  /** Light of a particle that is gone, as a share of the light of one that remains. */
  const linger = async (trail: number) => {
    const moment = { before: [place], seconds: 0.1, parameters: { trail } };
    const [gone, there] = [
      await lightOf(page, { ...moment, particles: [{ ...place, free: true }] }),
      await lightOf(page, { ...moment, particles: [place] }),
    ];
    return blobOf(gone).light / blobOf(there).light;
  };
  expect(await linger(0)).toBe(0);
  const [short, long] = [await linger(0.05), await linger(1)];
  expect(short).toBeGreaterThan(0.1);
  expect(long).toBeGreaterThan(1.5 * short);
});
