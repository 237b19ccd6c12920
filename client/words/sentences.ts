import type { German } from './de/index.ts';

/** Each sentence of the interface that is said by `say`: those that are known in other languages, so that a new one is missed by the types. */
export type Sentence = keyof German;
