import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { remarkOfParameter } from '../../shared/idle/index.ts';
import { defaultParameters, type ParameterKey, type ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { defaultDocument } from '../../shared/universe/index.ts';
import { uncovered } from '../common/cover.ts';
import { createFrameState, type Mood } from './frame-state.ts';
import { syntheticFrame } from './synthetic-frame.test-support.ts';

const shaders = join(import.meta.dirname, '..', '..', 'shaders');

/** Returns the lines of the shaders that read something, by their files. */
function linesThatRead(what: RegExp): [file: string, line: string][] {
  const files = readdirSync(shaders, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.wgsl'));
  return files
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(shaders, file), 'utf8')
        .split('\n')
        .map((line): [string, string] => [file, line.trim()]),
    )
    .filter(([, line]) => !line.startsWith('//') && what.test(line));
}

const still = syntheticFrame(10, () => [0, 0, 0]);

function moodOf(values: Partial<ParameterValues>, scalars: Partial<FrameScalars> = {}): Mood {
  const follow = createFrameState();
  const input = {
    frame: { ...still, scalars: { ...still.scalars, ...scalars } },
    alpha: 1,
    seconds: 0.1,
    parameters: { ...defaultParameters, ...values },
    seed: 1,
    wells: [],
    camera: { azimuth: 0, elevation: 0, distance: 10, target: [0, 0, 0], cover: uncovered },
    reducedMotion: false,
    drive: null,
  } as const;
  follow(input);
  return follow(input);
}

function isIdle(key: ParameterKey, values: Partial<ParameterValues>): boolean {
  const document = defaultDocument();
  Object.assign(document.parameters, values);
  return remarkOfParameter(document, key)?.effect === 'none';
}

it('the glow colour acts by the bloom, the distance and flashes, and has no effect without all of these', () => {
  const none = { glow: 0, depthCue: 0, bounceFlash: 0 };
  expect(isIdle('glowColour', none)).toBe(true);
  for (const key of ['glow', 'depthCue', 'bounceFlash'] as const) expect(isIdle('glowColour', { ...none, [key]: 0.01 })).toBe(false);
  // No sound makes a bloom of none.
  expect(moodOf({ glow: 0, audioToEffects: 1 }, { loudness: 1 }).glowAmount).toBe(0);
  expect(moodOf({ glow: 0.01 }).glowAmount).toBeGreaterThan(0);
  // Where the shaders read it, a factor is 0.
  expect(linesThatRead(/glowColour|haze\b/)).toEqual([
    ['common/pigment.wgsl', expect.stringMatching(/^let haze = frame\.view\.haze\.rgb/)],
    ['common/pigment.wgsl', 'return mix(own, haze, 0.55 * frame.look.depthCue * far * far);'],
    ['particles/splat-broad.wgsl', expect.stringMatching(/^let glow = mix\(tintOf\(frame\.look\.glowColour/)],
    ['post/develop-picture.wgsl', expect.stringMatching(/^let tint = mix\(vec3f\(1\.0\), frame\.view\.haze\.rgb/)],
  ]);
  expect(linesThatRead(/\btint\b/).at(-1)![1]).toContain('tint * (1.5 * frame.view.glowAmount)');
  expect(linesThatRead(/flashOver\(sight\)/)[0]![1]).toContain('if (sight.particle.flash > flashFrom)');
});

it('the link from audio to effects has no effect in silence', () => {
  const silence = { leadLevel: -60, bassLevel: -60, chordLevel: -60, drumLevel: -60, textureLevel: -60 };
  expect(isIdle('audioToEffects', silence)).toBe(true);
  expect(isIdle('audioToEffects', { ...silence, textureLevel: -59 })).toBe(false);
  expect(moodOf({ audioToEffects: 1 }, { loudness: 0, drumsLoudness: 0 })).toEqual(
    moodOf({ audioToEffects: 0 }, { loudness: 0, drumsLoudness: 0 }),
  );
  expect(moodOf({ audioToEffects: 1 }, { loudness: 0.5 })).not.toEqual(moodOf({ audioToEffects: 0 }, { loudness: 0.5 }));
  expect(linesThatRead(/audioToEffects/)).toEqual([
    ['post/develop-picture.wgsl', expect.stringContaining('frame.look.audioToEffects * frame.scalars.nowSmoothLoudness')],
  ]);
});
