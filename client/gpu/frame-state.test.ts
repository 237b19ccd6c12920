import { expect, it } from 'vitest';
import { defaultParameters, type ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { createFrameState, frameSeconds, type Mood } from './frame-state.ts';
import type { Drive } from './types.ts';
import { syntheticFrame } from './synthetic-frame.test-support.ts';
import { uncovered } from '../common/cover.ts';

const still = syntheticFrame(10, () => [0, 0, 0]);

/** The mood after four seconds of the same state. */
function settle(
  parameters: Partial<ParameterValues>,
  scalars: Partial<FrameScalars>,
  reducedMotion = false,
  drive: Drive | null = null,
): Mood {
  const follow = createFrameState();
  const input = {
    frame: { ...still, scalars: { ...still.scalars, brightness: 1, saturation: 1, meanSpeed: 2, ...scalars } },
    alpha: 1,
    seconds: 1 / 60,
    parameters: { ...defaultParameters, ...parameters },
    seed: 1,
    wells: [],
    camera: { azimuth: 0, elevation: 0, distance: 10, target: [0, 0, 0], cover: uncovered },
    reducedMotion,
    drive,
  } as const;
  let mood = follow(input);
  for (let i = 0; i < 240; i++) mood = follow(input);
  return mood;
}

it('brightens and swells the picture with energy, scaled by physicsToImage', () => {
  const lively = { brightness: 1.4, activity: 0.9 };
  expect(settle({ physicsToImage: 1 }, lively).light).toBeGreaterThan(1.3 * settle({ physicsToImage: 0 }, lively).light);
  expect(settle({ physicsToImage: 1 }, lively).swell).toBeGreaterThan(1.5);
  expect(settle({ physicsToImage: 0 }, lively).swell).toBe(1);
});

it('turns the hue with chords and scales, scaled by musicToColour', () => {
  const chord = { chordHue: 0.25 };
  expect(settle({ musicToColour: 1 }, chord).hueTurn).toBeGreaterThan(0.5);
  expect(settle({ musicToColour: 0 }, chord).hueTurn).toBe(0);
  expect(settle({ musicToColour: 1, scale: 'lydian' }, chord).hueTurn).not.toBe(settle({ musicToColour: 1 }, chord).hueTurn);
});

it('raises glow and sparks with loudness, scaled by audioToEffects', () => {
  const loud = settle({ audioToEffects: 1 }, { loudness: 1 });
  const deaf = settle({ audioToEffects: 0 }, { loudness: 1 });
  expect(loud.glowAmount).toBeGreaterThan(2 * deaf.glowAmount);
  expect(loud.sparkGain).toBeGreaterThan(2 * deaf.sparkGain);
});

/** Scalars to which every link reacts. */
const outspoken = { brightness: 1.4, activity: 0.9, saturation: 1.2, chordHue: 0.25, tension: 0.8, loudness: 0.8, drumsLoudness: 0.7 };

it.each([
  ['physicsToImage', ['light', 'swell']],
  ['musicToColour', ['chroma', 'hueTurn', 'paletteShift']],
  ['audioToEffects', ['glowAmount', 'light', 'sparkGain', 'sparkReach']],
] as const)('%s moves only its own values, and more with higher strength', (key, moved) => {
  const [none, half, whole] = [0, 0.5, 1].map((strength) => settle({ [key]: strength }, outspoken));
  const names = Object.keys(none) as (keyof Mood)[];
  expect(names.filter((name) => whole[name] !== none[name]).sort()).toEqual(moved);
  for (const name of moved) {
    expect(Math.abs(half[name] - none[name]), name).toBeGreaterThan(0.01);
    expect(Math.abs(whole[name] - none[name]), name).toBeGreaterThan(1.3 * Math.abs(half[name] - none[name]));
  }
});

it('halves the trail in the time of the trail parameter', () => {
  const { trailKeep } = settle({ trail: 0.5 }, {});
  expect(trailKeep ** 30).toBeCloseTo(0.5, 6);
  expect(settle({ trail: 0 }, {}).trailKeep).toBe(0);
});

it('removes shimmer and pulses with reduced motion', () => {
  expect(settle({}, {}, true).shimmer).toBe(0);
  expect(settle({}, {}, true).animationSeconds).toBeLessThan(settle({}, {}).animationSeconds / 2);
  const loud = { loudness: 1, drumsLoudness: 1 };
  for (const moved of ['sparkReach', 'paletteShift', 'light'] as const) {
    const pulses = (reducedMotion: boolean) =>
      Math.abs(
        settle({ audioToEffects: 1, musicToColour: 1 }, loud, reducedMotion)[moved] -
          settle({ audioToEffects: 1, musicToColour: 1 }, {}, reducedMotion)[moved],
      );
    expect(pulses(true), moved).toBeLessThan(0.01);
    expect(pulses(false), moved).toBeGreaterThan(0.05);
  }
});

it('shortens long trails with reduced motion, and leaves short ones', () => {
  expect(settle({ trail: 3 }, {}, true).trailKeep).toBeLessThan(settle({ trail: 3 }, {}).trailKeep);
  expect(settle({ trail: 3 }, {}, true).trailKeep ** 60).toBeLessThan(0.01);
  expect(settle({ trail: 0.05 }, {}, true).trailKeep).toBe(settle({ trail: 0.05 }, {}).trailKeep);
});

it('gives finite values for NaN input', () => {
  const mood = settle({}, { brightness: Number.NaN, meanSpeed: Number.NaN, chordHue: Number.NaN, loudness: Number.NaN });
  expect(Object.values(mood).every(Number.isFinite)).toBe(true);
});

it('gives the time between two frames, and 0 when they do not follow each other', () => {
  expect(frameSeconds(61, 60)).toBeCloseTo(1 / 60, 9);
  expect(frameSeconds(60, 60)).toBe(0);
  expect(frameSeconds(10, 600)).toBe(0);
});

it("follows the user's own sound: sizes by the bass, the reach of sparks by the middle, light by the high band", () => {
  const quiet = settle({}, {});
  const driven = (drive: { bass: number; mid: number; high: number }, calm = false) => settle({}, {}, calm, drive);
  expect(driven({ bass: 1, mid: 0, high: 0 }).swell).toBeGreaterThan(1.5 * quiet.swell);
  expect(driven({ bass: 0, mid: 1, high: 0 }).sparkReach).toBeGreaterThan(2 * quiet.sparkReach);
  const bright = driven({ bass: 0, mid: 0, high: 1 });
  expect(bright.sparkGain).toBeGreaterThan(2 * quiet.sparkGain);
  expect(bright.glowAmount).toBeGreaterThan(1.5 * quiet.glowAmount);
  expect(driven({ bass: 0, mid: 0, high: 0 })).toEqual(quiet);
  const calm = driven({ bass: 1, mid: 1, high: 0 }, true);
  expect([calm.swell, calm.sparkReach]).toEqual([settle({}, {}, true).swell, settle({}, {}, true).sparkReach]);
  expect(Object.values(driven({ bass: Number.NaN, mid: 9, high: -1 })).every(Number.isFinite)).toBe(true);
});
