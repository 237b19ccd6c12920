import { toggleFullScreen } from '../../page/actions.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    fullscreen: object;
  }
}

export const fullScreenFeature = {
  name: 'full-screen',
  intents: { fullscreen: (_, { store }) => toggleFullScreen(store) },
  menu: [{ order: 90, icon: 'maximize', label: 'Full screen', intent: { kind: 'fullscreen' } }],
  shortcuts: [{ key: 'f', cap: 'F', does: 'Full screen', intent: () => ({ kind: 'fullscreen' }) }],
} satisfies Feature;
