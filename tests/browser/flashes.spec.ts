import { expect, type Page, test } from '@playwright/test';
import { countFlashes, type FlashCount } from '../support/flash-count.ts';
import { usePictureLab } from '../support/use-picture-lab.ts';

/** Scenarios of the laboratory that flash. */
const harmful = [
  'brightness, every frame',
  'black and white ground, 4 Hz',
  'black and white ground, 10 Hz',
  'black and white ground, every frame',
  'red ground, 6 Hz',
  'red and blue ground, 5 Hz',
  'dim red ground, 8 Hz',
  'all particles flash at 240 beats a minute',
  'palette from black to white, 5 Hz',
  'size and zoom, 7 Hz',
  'brightness, glow and ground out of step',
] as const;
const harmless = ['black and white ground, 2 Hz', 'slow: the ground from black to white and back in 3 s'] as const;
type Name = (typeof harmful)[number] | (typeof harmless)[number] | 'ground while the size changes, 9 Hz';

const allowed = 3;

const labPage = usePictureLab('flashes.html', () => window.recordFlashes !== undefined);

type FlashLab = Parameters<NonNullable<typeof window.recordFlashes>>[0];
type Recording = Awaited<ReturnType<NonNullable<typeof window.recordFlashes>>>;

/** Records a scenario. As text: Playwright takes longer to hand over tens of thousands of small arrays than the page takes to draw. */
const record = async (page: Page, lit: FlashLab) =>
  JSON.parse(await page.evaluate(async (asked) => JSON.stringify(await window.recordFlashes!(asked)), lit)) as Recording;

async function flashesOf(page: Page, scenario: Name, kind: 'webgpu' | 'canvas', limited: boolean): Promise<FlashCount> {
  const recording = await record(page, { scenario, kind, limited, framesPerSecond: 30, seconds: 2 });
  expect(recording.kind).toBe(kind);
  return countFlashes(recording);
}

for (const kind of ['webgpu', 'canvas'] as const) {
  test(`${kind}: no universe flashes more than three times a second over a quarter of the screen`, async () => {
    const page = labPage();
    test.setTimeout(600_000);
    const scenarios: Name[] = kind === 'webgpu' ? [...harmful, 'ground while the size changes, 9 Hz'] : [...harmful];
    const harmless: Name[] = [];
    for (const scenario of scenarios) {
      const free = await flashesOf(page, scenario, kind, false);
      if (free.byPlace <= allowed) harmless.push(scenario);
      const limited = await flashesOf(page, scenario, kind, true);
      expect(limited.byPlace, scenario).toBeLessThanOrEqual(allowed);
      expect(limited.atOnce, scenario).toBeLessThanOrEqual(allowed);
    }
    // Without the limiter each scenario flashes; the particles of the plain canvas are too faint to.
    if (kind === 'webgpu') expect(harmless).toEqual([]);
    else expect(harmless.length).toBeLessThan(scenarios.length / 2);
  });

  test(`${kind}: leaves harmless universes unchanged`, async () => {
    const page = labPage();
    for (const scenario of harmless) {
      const lights = async (limited: boolean) => {
        const { frames } = await record(page, { scenario, kind, limited, framesPerSecond: 30, seconds: 1.5 });
        return frames.flatMap(({ light }) => light);
      };
      const [free, limited] = [await lights(false), await lights(true)];
      const farthest = Math.max(...free.map((light, at) => Math.abs(light - limited[at])));
      expect(farthest, scenario).toBeLessThan(0.02);
    }
  });
}
