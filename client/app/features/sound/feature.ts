import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    sound: object;
  }
}

/** The sound of the open universe, on this device. */
export const soundFeature = {
  name: 'sound',
  intents: { sound: (_, { session }) => session?.sound.press() },
  shortcuts: [{ key: 'm', cap: 'M', does: 'Sound on or off, only for you', intent: () => ({ kind: 'sound' }) }],
} satisfies Feature;
