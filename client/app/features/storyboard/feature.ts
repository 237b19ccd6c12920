import type { TimelineAct } from '../../../store/timeline.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** Actions on the storyboard of the open universe, and on stored storyboards. */
    timeline: { act: TimelineAct };
  }
}

/** The timeline of the storyboard, above the transport. */
export const storyboardFeature = {
  name: 'storyboard',
  layers: [
    {
      place: 'bar',
      isShown: (store) => store.timeline.value.isOpen,
      render: (store) => html`<hu-timeline role="region" aria-label="Storyboard" .store=${store}></hu-timeline>`,
    },
  ],
  intents: {
    timeline: ({ act }, app) =>
      app.later(
        () => import('./timeline.ts'),
        ({ actOnTimeline }) => actOnTimeline(app.store, act, (edit) => app.session?.edit(edit)),
      ),
  },
  shortcuts: [
    {
      key: 'b',
      cap: 'B',
      does: 'Storyboard',
      intent: (store) => ({ kind: 'timeline', act: { kind: 'show', isOpen: !store.timeline.value.isOpen } }),
    },
  ],
} satisfies Feature;
