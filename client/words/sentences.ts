import type { english } from './en/sentences.ts';

/** A sentence that the interface passes to `say`, in English. `npm run check` reports missing translations. */
export type Sentence = (typeof english)[number];
