export * from './apply-words.ts';
export type { Chip } from './chip.ts';
export type { SpokenLanguage } from './lexicon.ts';
export * from './read-words.ts';
