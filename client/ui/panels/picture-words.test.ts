import { expect, it } from 'vitest';
import type { PictureView } from '../../store/store.ts';
import { describePicture } from './picture-words.ts';

const full: PictureView = {
  kind: 'webgpu',
  thread: 'worker',
  framesDrawn: 100,
  notice: null,
  drawnShare: 1,
  sparks: 80_000,
  resolutionScale: 1,
  bloomLevels: 6,
  frameMilliseconds: 8,
  refreshMilliseconds: 16.7,
  lagSeconds: 0,
};
const wanted = { particles: 10_000, sparksEach: 8 };

it('says that everything is drawn if it is', () => {
  expect(describePicture(full, wanted)).toMatchObject({ short: 'everything', verdict: 'This device draws everything.' });
});

it('says what is left out, and that motion and sound are complete', () => {
  const { verdict, choices } = describePicture({ ...full, drawnShare: 0.4, sparks: 8000, resolutionScale: 0.5 }, wanted);
  expect(verdict).toContain('Motion and sound are the same');
  expect(choices.map(({ what, chosen }) => `${what} ${chosen}`)).toEqual([
    'Particles 40 %',
    'Sparks 8,000',
    'Sharpness 50 %',
    'Glow 6',
    'Frame time 8.0 ms',
  ]);
});

it('mentions no sparks for the plain canvas, and says that it is slow', () => {
  const { verdict, choices } = describePicture({ ...full, kind: 'canvas', sparks: 0, frameMilliseconds: 60 }, wanted);
  expect(choices.some(({ what }) => what === 'Sparks')).toBe(false);
  expect(verdict).toContain('slow');
});
