import { copyText } from '../../page/actions.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    copy: { text: string };
  }
}

export const clipboardFeature = {
  name: 'clipboard',
  intents: { copy: ({ text }, { store }) => copyText(store, text) },
} satisfies Feature;
