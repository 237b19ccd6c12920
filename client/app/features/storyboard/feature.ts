import type { StoryboardAct } from '../../../store/storyboard.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** Actions on the storyboard of the open universe, and on stored storyboards. */
    storyboard: { act: StoryboardAct };
  }
}

/** The timeline of the storyboard, above the transport. */
export const storyboardFeature = {
  name: 'storyboard',
  layers: [
    {
      place: 'strip',
      isShown: (store) => store.storyboard.value.isOpen,
      render: (store) => html`<hu-storyboard role="region" aria-label="Storyboard" .store=${store}></hu-storyboard>`,
    },
  ],
  menu: [
    {
      order: 30,
      icon: 'clapperboard',
      label: 'Storyboard',
      bars: 'narrow',
      intent: { kind: 'storyboard', act: { kind: 'show', isOpen: true } },
    },
  ],
  intents: {
    storyboard: ({ act }, app) =>
      app.later(
        () => import('./storyboard.ts'),
        ({ actOnStoryboard }) => actOnStoryboard(app.store, act, (edit) => app.session?.edit(edit)),
      ),
  },
  shortcuts: [
    {
      key: 'b',
      cap: 'B',
      does: 'Storyboard',
      intent: (store) => ({ kind: 'storyboard', act: { kind: 'show', isOpen: !store.storyboard.value.isOpen } }),
    },
  ],
} satisfies Feature;
