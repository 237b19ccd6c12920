import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    navigate: { path: string };
    /** Comes to the present page anew. */
    retry: object;
    /** Loads the whole page again. */
    reload: object;
  }
}

/** Going from page to page. */
export const navigationFeature = {
  name: 'navigation',
  intents: {
    navigate: ({ path }, { go }) => go(path),
    retry: (_, { enterAgain }) => enterAgain(),
    reload: () => location.reload(),
  },
} satisfies Feature;
