import type { SuggestionsAct } from '../../../store/suggestions.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** Actions on suggestions for the open universe. */
    suggestions: { act: SuggestionsAct };
  }
}

declare module '../../../store/panels.ts' {
  interface Panels {
    suggestions: true;
  }
}

/** Suggestions: universes like the open one, as living previews. All of it happens in the browser, and nothing is applied by itself. */
export const suggestionsFeature = {
  name: 'suggestions',
  panels: [
    {
      name: 'suggestions',
      title: 'Suggestions',
      hue: 'history',
      tab: { icon: 'wand', label: 'Ideas' },
      render: (store) => html`<hu-suggestions-panel .store=${store}></hu-suggestions-panel>`,
    },
  ],
  intents: {
    suggestions: ({ act }, app) =>
      app.later(
        () => import('./suggestions.ts'),
        ({ actOnSuggestions }) => actOnSuggestions(app, act),
      ),
  },
} satisfies Feature;
