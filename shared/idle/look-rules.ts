import type { visualizationParameters } from '../parameters/visualization.ts';
import { partLevels } from '../simulation/composer/parts-that-play.ts';
import { parts } from '../simulation/note.ts';
import { because, hasEdge, isAllSilent, type Rule } from './rule.ts';

export const visualizationRules = {
  // The tint of the bloom, of the distance and of flashes.
  glowColour: [because(['glow', 'depthCue', 'bounceFlash'], (p) => p.glow + p.depthCue + p.bounceFlash === 0)],
  bounceFlash: [
    because(['bounds', 'collisions', ...parts.map((part) => partLevels[part])], (p) => !hasEdge(p) && !p.collisions && isAllSilent(p)),
  ],
} as const satisfies { readonly [K in keyof typeof visualizationParameters]?: readonly Rule[] };
