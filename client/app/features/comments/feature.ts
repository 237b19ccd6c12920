import { effect } from '@preact/signals-core';
import type { CommentAct } from '../../../store/comments.ts';
import { togglePanel } from '../../../ui/features.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** Actions on comments, reviews and private notes. */
    comments: { act: CommentAct };
  }
}

declare module '../../../store/panels.ts' {
  interface Panels {
    comments: true;
  }
}

/** Comments on the open universe, with their pins in the scene, reviews and private notes. */
export const commentsFeature = {
  name: 'comments',
  panels: [
    {
      name: 'comments',
      title: 'Comments',
      hue: 'visualization',
      isFootless: true,
      render: (store) => html`<hu-comments-panel .store=${store}></hu-comments-panel>`,
    },
  ],
  layers: [{ place: 'scene', isShown: (store) => store.comments.value.isPlacing, render: () => html`<hu-pin-catcher></hu-pin-catcher>` }],
  intents: {
    comments({ act }, app) {
      if (act.kind === 'choose') app.store.panel.value = 'comments';
      app.later(
        () => import('./comments.ts'),
        ({ actOnComments }) => app.session && actOnComments(app.store, act, app.session),
      );
    },
  },
  shortcuts: [{ key: 'd', cap: 'D', does: 'Comments (discuss)', intent: (store) => togglePanel(store, 'comments') }],
  /** Loads the pins once the scene is visible, and when the first thread is opened. */
  start({ store, act }) {
    effect(() => {
      const { universe, isSeen, comments } = store;
      if (isSeen.value && universe.value && universe.value.openThreads > 0 && comments.value.status === 'idle')
        queueMicrotask(() => act({ kind: 'comments', act: { kind: 'look' } }));
    });
  },
} satisfies Feature;
