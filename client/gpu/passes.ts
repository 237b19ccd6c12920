import type { Pass } from './frame-graph.ts';
import { particleWorkgroup, tileSide } from './shader-constants.ts';

interface PassPlan {
  readonly width: number;
  readonly height: number;
  readonly slots: number;
  readonly sparks: number;
  readonly bloomLevels: number;
  /** The previous picture had another size. */
  readonly resized: boolean;
  /** Drawn by the CPU. */
  readonly software: boolean;
}

/** Level whose light is metered: an eighth of the picture's size. */
const meteredLevel = 2;

/** Size of a bloom level: each is half of the previous one, the first half of the picture. */
export function bloomSize(width: number, height: number, level: number): [width: number, height: number] {
  const part = 2 ** (level + 1);
  return [Math.max(1, Math.ceil(width / part)), Math.max(1, Math.ceil(height / part))];
}

/** Levels that a picture of this size has room for. */
export function bloomLevelsOf(width: number, height: number, wanted: number): number {
  return Math.max(meteredLevel + 1, Math.min(wanted, Math.floor(Math.log2(Math.min(width, height))) - 1));
}

const tiles = ([width, height]: readonly [number, number]): [number, number] => [Math.ceil(width / tileSide), Math.ceil(height / tileSide)];

/** The most workgroups of a dispatch. On the CPU, starting an invocation costs as much as drawing a particle. */
const maxGroups = { hardware: 65_535, software: 128 };

/** Returns the passes of a frame: palette → light of particles and sparks → scene and trail → bloom down and up → exposure → picture. */
export function planPasses({ width, height, slots, sparks, bloomLevels, resized, software }: PassPlan): Pass[] {
  const size = [width, height] as const;
  const levels = Array.from({ length: bloomLevels }, (_, level) => level);
  const bloom = (level: number) => tiles(bloomSize(width, height, level));
  /** Workgroups for `count` particles or sparks; above the limit, an invocation takes several. */
  const groupsOf = (count: number): [number] => [
    Math.min(maxGroups[software ? 'software' : 'hardware'], Math.ceil(count / particleWorkgroup)),
  ];
  const passes: Pass[] = [{ kernel: 'tintPalette', workgroups: [1] }];
  if (slots > 0)
    passes.push({ kernel: 'splatParticles', workgroups: groupsOf(slots) }, { kernel: 'splatBroad', workgroups: groupsOf(slots) });
  if (sparks > 0)
    passes.push({ kernel: 'moveSparks', workgroups: groupsOf(sparks) }, { kernel: 'splatSparks', workgroups: groupsOf(sparks) });
  passes.push({ kernel: 'resolveLight', resources: { bloom: 'bloom0' }, workgroups: bloom(0) });
  for (const level of levels.slice(1)) {
    passes.push({
      kernel: 'bloomDown',
      resources: { upper: `bloom${level - 1}`, lower: `bloom${level}` },
      workgroups: bloom(level),
    });
  }
  for (const level of levels.slice(0, -1).reverse()) {
    passes.push({
      kernel: 'bloomUp',
      resources: {
        level: `bloom${level}`,
        wider: level === bloomLevels - 2 ? `bloom${level + 1}` : `risen${level + 1}`,
        risen: `risen${level}`,
      },
      workgroups: bloom(level),
    });
  }
  passes.push({ kernel: 'meterExposure', resources: { metered: `bloom${meteredLevel}` }, workgroups: [1] });
  if (resized) passes.push({ kernel: 'carryShown', workgroups: tiles(size) });
  // An invocation develops a tile.
  passes.push({ kernel: 'developPicture', resources: { bloom: 'risen0' }, workgroups: tiles(tiles(size)) });
  return passes;
}
