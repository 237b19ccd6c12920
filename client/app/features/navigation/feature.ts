import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    navigate: { path: string };
    /** Enters the current page again. */
    retry: object;
    /** Reloads the page. */
    reload: object;
  }
}

/** Navigates between pages. */
export const navigationFeature = {
  name: 'navigation',
  intents: {
    navigate: ({ path }, { go }) => go(path),
    retry: (_, { enterAgain }) => enterAgain(),
    reload: () => location.reload(),
  },
} satisfies Feature;
