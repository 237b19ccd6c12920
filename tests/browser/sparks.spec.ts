import { expect, test } from '@playwright/test';
import { usePictureLab } from '../support/use-picture-lab.ts';

const labPage = usePictureLab('sparks.html', () => window.moveBoth !== undefined);

type Asked = Parameters<NonNullable<typeof window.moveBoth>>[0];

/** The GPU computes in single precision. */
const tolerance = 2e-3;

const well = { x: 1, y: 2, z: -3, strength: 40, radius: 9, softening: 0.5, axisX: 0.3, axisY: 1, axisZ: -0.2 } as const;
/** Each force and edge is tested alone, so that none hides an error of another. */
const universes: Record<string, Omit<Asked, 'ticks'>> = {
  'nothing at all': { parameters: { bounds: 'open' } },
  'gravity from anywhere': { parameters: { bounds: 'open', gravity: 12, gravityAzimuth: 40, gravityElevation: -20 } },
  'a pull to the middle': { parameters: { bounds: 'open', centralPull: 9 } },
  'air that drags': { parameters: { bounds: 'open', airResistance: 0.8, density: 1.5 } },
  turbulence: { parameters: { bounds: 'open', turbulence: 30, turbulenceScale: 3 } },
  'faster time': { parameters: { bounds: 'open', gravity: 9, timeScale: 2 } },
  'a radial well, linear': { parameters: { bounds: 'open' }, wells: [{ ...well, kind: 'radial', falloff: 'linear' }] },
  'a vortex, inverse': { parameters: { bounds: 'open' }, wells: [{ ...well, kind: 'vortex', falloff: 'inverse' }] },
  'a wind, inverse square': { parameters: { bounds: 'open' }, wells: [{ ...well, kind: 'directional', falloff: 'inverse-square' }] },
  'a box': { parameters: { bounds: 'box', restitution: 0.7, friction: 0.2 } },
  'a sphere': { parameters: { bounds: 'sphere', restitution: 0.7, friction: 0.2 } },
  'a torus': { parameters: { bounds: 'torus' } },
};

/** The maximum difference of positions and velocities: in m or m/s, or relative to values above 1. */
function farthestApart(some: readonly number[], others: readonly number[]): number {
  return Math.max(...some.map((value, index) => Math.abs(value - others[index]) / Math.max(1, Math.abs(others[index]))));
}

test('sparks move like particles in every field and at every edge', async () => {
  const page = labPage();
  const moveBoth = (asked: Asked) => page.evaluate((it) => window.moveBoth!(it), asked);
  const ticks = 12;
  const { particles: unmoved } = await moveBoth({ parameters: { bounds: 'open', boundsSize: 3 }, ticks });
  for (const [name, { parameters, wells }] of Object.entries(universes)) {
    const { sparks, particles } = await moveBoth({ parameters: { boundsSize: 3, ...parameters }, wells, ticks });
    expect(sparks, name).toHaveLength(particles.length);
    expect.soft(farthestApart(sparks, particles), name).toBeLessThan(tolerance);
    // The parameters have an effect, far above the tolerance.
    if (name !== 'nothing at all') expect.soft(farthestApart(particles, unmoved), name).toBeGreaterThan(50 * tolerance);
  }
});
