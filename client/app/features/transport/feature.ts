import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    transport: { playing: boolean };
  }
}

/** Plays and pauses the universe, for all members. */
export const transportFeature = {
  name: 'transport',
  intents: { transport: ({ playing }, { session }) => session?.transport(playing) },
  shortcuts: [
    {
      key: ' ',
      cap: 'Space',
      does: 'Play or pause, for everyone',
      intent: (store) => ({ kind: 'transport', playing: !store.playing.value }),
    },
  ],
} satisfies Feature;
