import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    transport: { playing: boolean };
  }
}

/** Playing and pausing the universe, for everybody in it. */
export const transportFeature = {
  name: 'transport',
  intents: { transport: ({ playing }, { session }) => session?.transport(playing) },
  shortcuts: [
    {
      key: ' ',
      cap: 'Space',
      does: 'Play or pause, for everybody',
      intent: (store) => ({ kind: 'transport', playing: !store.playing.value }),
    },
  ],
} satisfies Feature;
