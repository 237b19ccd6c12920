import type { HandsAct } from '../../../store/hands.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** Actions on keys, MIDI devices and the user's own sound. */
    hands: { act: HandsAct };
  }
}

declare module '../../../store/panels.ts' {
  interface Dialogs {
    connect: true;
  }
}

/** Plays notes with computer keys and MIDI devices, and moves the picture by a sound. */
export const handsFeature = {
  name: 'hands',
  layers: [
    {
      place: 'strip',
      isShown: (store) => store.keys.value.isOpen,
      render: (store) => html`<hu-play-keys role="region" aria-label="Keys" .store=${store}></hu-play-keys>`,
    },
  ],
  dialogs: [{ name: 'connect', render: (store) => html`<hu-connect-dialog .store=${store}></hu-connect-dialog>` }],
  menu: [
    {
      order: 50,
      icon: 'piano',
      label: 'Keys',
      bars: 'low',
      isShown: (store) => store.canEdit.value,
      intent: { kind: 'hands', act: { kind: 'keys', isOpen: true } },
    },
  ],
  intents: { hands: ({ act }, { session }) => session?.hands.act(act) },
  shortcuts: [
    {
      key: 'p',
      cap: 'P',
      does: 'Play with the computer keyboard, or stop',
      intent: (store) => ({ kind: 'hands', act: { kind: 'keys', isOpen: !store.keys.value.isOpen } }),
    },
  ],
} satisfies Feature;
