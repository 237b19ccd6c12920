import type { english } from './en/sentences.ts';

/** Each sentence of the interface that is said by `say`, as English has it. What another language lacks is reported by `npm run check`. */
export type Sentence = (typeof english)[number];
