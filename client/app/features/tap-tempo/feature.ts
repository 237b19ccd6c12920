import type { Feature } from '../../feature.ts';

export const tapTempoFeature = {
  name: 'tap-tempo',
  shortcuts: [{ key: 't', cap: 'T', does: 'Tap the tempo', intent: () => ({ kind: 'hands', act: { kind: 'tap' } }) }],
} satisfies Feature;
